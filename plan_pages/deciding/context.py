"""What the page of a matter shows; each part says what it needs and nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.privacy.findings import EXPLANATIONS, NAMES
from plan_pages.deciding.board_part import board_context
from plan_pages.deciding.changed import ShownChange, reason_field, shown_changes
from plan_pages.deciding.names import name_of_matter, prepare_address
from plan_pages.deciding.prepare_forms import PrepareForm, match_field
from plan_pages.deciding.stake import Stake
from plan_pages.deciding.steps import steps_of
from plan_pages.deciding.turns import people_whose_turn, turn_of
from plan_pages.proposals.of_matter import proposals_of
from plan_pages.road.changes import FRONT, reasons_of, warnings
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.missing import QUESTIONS, Missing
from plan_pages.road.preparing import lacking
from plan_pages.road.referral.summary import referral_summary
from plan_pages.road.rules import may, name_of, named
from plan_pages.road.table import Action


@dataclass(frozen=True)
class ReasonedChange:
    change: ShownChange
    reason: str
    comments: list[RoadEvent]


def context_of(matter: Matter, stake: Stake, user: Person) -> dict[str, Any]:
    # Opinions of board members stand in the board's own part.
    told = matter.events.filter(kind=EventKind.COMMENTED).exclude(data__has_key="opinion")
    comments = list(told.select_related("actor"))
    changes = shown_changes(stake)
    turn = turn_of(matter)
    return {
        "matter": matter,
        "stake": stake,
        "title": name_of_matter(matter),
        "steps": steps_of(matter),
        "turn": turn,
        "waits_for": named(people_whose_turn(matter)),
        "submitted_by": name_of(matter.submitted_by) if matter.submitted_by else "",
        "blockers": _blockers(matter, stake),
        "warnings": _warnings(stake),
        "changes": changes,
        "reasoned": _reasoned(matter, changes.sections if changes else [], comments),
        "comments": [one for one in comments if not one.section],
        "matches": _matches(matter, stake),
        "answers": _answers(matter),
        "proposals": proposals_of(matter),
        "referral": referral_summary(matter),
        "barred": _barred(matter, user),
        "may_withdraw": bool(may(user, Action.WITHDRAW, matter)),
        "may_prepare": bool(may(user, Action.PREPARE, matter)),
        "prepare_url": prepare_address(matter.series),
        "board": board_context(matter, user, stake.document),
        **_own_page(matter, user),
    }


def address_of(lack: Missing, matter: Matter) -> str:
    """Where what is missing is filled in."""
    page = prepare_address(matter.series)
    match lack.field:
        case "text":
            draft = matter.series.page_id
            return reverse("wagtailadmin_pages:edit", args=[draft]) if draft else page
        case "reasons":
            return f"{page}#{reason_field(lack.about)}"
        case "matches":
            return f"{page}#id_{match_field(lack.about, 'fate')}"
        case "questions":
            return f"{page}#id_{QUESTIONS[0]}_0"
        case "asks_referral":
            return f"{page}#id_asks_referral_0"
        case field:
            return f"{page}#id_{field}"


def sections_to_comment(stake: Stake) -> list[tuple[str, str]]:
    return [(one.id, one.title) for one in stake.document.sections] if stake.document else []


def _blockers(matter: Matter, stake: Stake) -> list[tuple[str, str]]:
    if stake.document is None:
        return []
    return [(one.sentence, address_of(one, matter)) for one in lacking(matter)]


def _warnings(stake: Stake) -> list[dict[str, Any]]:
    if stake.document is None:
        return []
    return [
        {"section": title, "name": NAMES[found.kind], "words": line, "why": EXPLANATIONS.get(found.kind, "")}
        for title, found, line in warnings(stake.document)
    ]


def _reasoned(matter: Matter, changes: list[ShownChange], comments: list[RoadEvent]) -> list[ReasonedChange]:
    reasons = reasons_of(matter)
    return [
        ReasonedChange(
            change,
            reasons.get(change.id, ""),
            [one for one in comments if one.section == change.id and change.id != FRONT],
        )
        for change in changes
    ]


def _matches(matter: Matter, stake: Stake) -> list[tuple[str, str, str]]:
    """The vanished promise, what became of it, and the new one."""
    found = stake.found
    if found is None or found.before is None:
        return []
    before = {promise.id: promise.text for promise in found.before.commitments}
    after = {promise.id: promise.text for promise in found.after.commitments}
    return [
        (
            before[str(row.vanished)],
            str(row.get_fate_display()),
            after.get(str(row.successor), "") if row.successor else "",
        )
        for row in matter.matches.all()
        if str(row.vanished) in before
    ]


def _answers(matter: Matter) -> list[dict[str, str]]:
    return list(_answer_rows(matter))


def _answer_rows(matter: Matter) -> Iterator[dict[str, str]]:
    words = {True: _("Yes"), False: _("No"), None: _("Not answered")}
    for name in QUESTIONS:
        yield {"key": str(PrepareForm.base_fields[name].label), "value": words[getattr(matter, name)]}
    if matter.answers_note:
        yield {"key": _("What was done about it"), "value": matter.answers_note}
    checked = ", ".join(filter(None, (matter.law_checked_by, str(matter.law_checked_on or ""))))
    yield {"key": _("Checked against the law by"), "value": checked or _("Not answered")}
    if matter.registry_number:
        yield {"key": _("Registry number"), "value": matter.registry_number}
    if matter.asks_referral is False:
        yield {"key": _("No referral, because"), "value": matter.no_referral_reason}


def _own_page(matter: Matter, user: Person) -> dict[str, Any]:
    """The way to a step that has a page of its own, for whoever may take it."""
    turn = turn_of(matter)
    if turn is None or not turn.page or not may(user, turn.action, matter):
        return {}
    return {"record_url": reverse(f"decisions:{turn.page}", args=[matter.pk]), "turn_link": _("Go on")}


def _barred(matter: Matter, user: Person) -> str:
    """The sentence for somebody whose turn it would be, were it not for what they did before."""
    turn = turn_of(matter)
    if turn is None or matter.stage == Stage.DRAFTING:
        return ""
    return may(user, turn.action, matter).why_not
