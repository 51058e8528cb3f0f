"""What the page of a matter shows; each part says what it needs and nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.privacy.findings import EXPLANATIONS, NAMES
from plan_pages.deciding.board_part import board_context
from plan_pages.deciding.changed import ShownChange, ShownChanges, reason_field, shown_changes
from plan_pages.deciding.happenings import happenings_in
from plan_pages.deciding.names import edition_address, name_of_matter, prepare_address
from plan_pages.deciding.prepare_forms import PrepareForm, match_field
from plan_pages.deciding.sent_back import sent_back
from plan_pages.deciding.stake import Stake
from plan_pages.deciding.steps import steps_of
from plan_pages.deciding.turns import turn_of, who_acts
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.of_matter import proposals_of
from plan_pages.road.changes import FRONT, reasons_of, warnings
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.missing import QUESTIONS, Missing
from plan_pages.road.preparing import lacking
from plan_pages.road.referral.summary import referral_summary
from plan_pages.road.rules import may, may_see, name_of
from plan_pages.road.table import Action


@dataclass(frozen=True)
class ReasonedChange:
    change: ShownChange
    reason: str
    comments: list[RoadEvent]


def context_of(matter: Matter, stake: Stake, user: Person) -> dict[str, Any]:
    facts = RoadFacts([matter])
    events = list(matter.events.select_related("actor"))
    # Opinions of board members stand in the board's own part.
    comments = [one for one in events if one.kind == EventKind.COMMENTED and "opinion" not in one.data]
    changes = shown_changes(stake)
    return {
        "matter": matter,
        "stake": stake,
        "title": name_of_matter(matter),
        "steps": steps_of(matter),
        "turn": turn_of(matter),
        "waits_for": who_acts(matter, facts),
        "submitted_by": name_of(matter.submitted_by) if matter.submitted_by else "",
        "blockers": _blockers(matter, stake),
        "warnings": _warnings(stake),
        "changes": changes,
        "reasoned": _reasoned(matter, changes.sections if changes else [], comments),
        "comments": _comments(stake, changes, comments),
        "happenings": happenings_in(events),
        "came_back": sent_back([matter]).get(matter.pk),
        "matches": _matches(matter, stake),
        "answers": _answers(matter),
        "proposals": proposals_of(matter),
        "referral": referral_summary(matter),
        "barred": _barred(matter, user, facts),
        "may_prepare": bool(may(user, Action.PREPARE, matter, facts)),
        "is_guest": not may_see(user),
        "edition_url": edition_address(matter.edition),
        "history_url": _history_url(matter, user),
        "prepare_url": prepare_address(matter.series),
        "board": board_context(matter, user, stake.document),
        **_own_page(matter, user, facts),
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
    """Id and title: the text as it is, and what is gone from it."""
    now = stake.document.sections if stake.document is not None else ()
    found = stake.found
    before = found.before.sections if found is not None and found.before is not None else ()
    titles = {one.id: one.title for one in now}
    return [*titles.items(), *((one.id, one.title) for one in before if one.id not in titles)]


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


def _comments(
    stake: Stake, changes: ShownChanges | None, comments: list[RoadEvent]
) -> list[tuple[RoadEvent, str]]:
    """On the whole, and on sections that did not change or are gone by now; each with the section's title."""
    beside = {change.id for change in changes.sections if change.id} if changes is not None else set()
    titles = dict(sections_to_comment(stake))
    return [(one, titles.get(one.section, "")) for one in comments if one.section not in beside]


def _history_url(matter: Matter, user: Person) -> str:
    """The plan's whole story; a guest has been asked about this matter only."""
    is_plan = matter.series.address == ActionPlanPage.series_address
    return reverse("plan_history") if is_plan and may_see(user) else ""


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


def _own_page(matter: Matter, user: Person, facts: RoadFacts) -> dict[str, Any]:
    """The way to a step that has a page of its own, for whoever may take it."""
    turn = turn_of(matter)
    if turn is None or not turn.page or not may(user, turn.action, matter, facts):
        return {}
    return {"record_url": reverse(f"decisions:{turn.page}", args=[matter.pk]), "turn_link": _("Go on")}


def _barred(matter: Matter, user: Person, facts: RoadFacts) -> str:
    """The sentence for somebody whose turn it would be, were it not for what they did before."""
    turn = turn_of(matter)
    if turn is None or matter.stage == Stage.DRAFTING:
        return ""
    return may(user, turn.action, matter, facts).why_not
