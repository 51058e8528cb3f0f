"""What happened, as one plain sentence: a template per kind, chosen once more where its data says which way it went."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.chronicle.entry import Entry, OwnKind
from plan_pages.chronicle.periods import period
from plan_pages.editions.kinds import EditionKind, Outcome
from plan_pages.road.event import EventKind

type Template = str | Promise


@dataclass(frozen=True)
class Words:
    """What a sentence names beside its entry, in words already; "" for what is not known or not said."""

    who: str
    section: str = ""
    place: str = ""
    decisions: str = ""


PLAIN: dict[str, Template] = {
    EventKind.SUBMITTED: _("%(who)s submitted the draft for review."),
    EventKind.WITHDRAWN: _("%(who)s took the text back to drafting."),
    EventKind.APPROVED: _("%(who)s approved the text."),
    EventKind.RETURNED: _("%(who)s returned the text to drafting."),
    EventKind.COMMENTED: _("%(who)s left a comment."),
    EventKind.REVIEWER_INVITED: _("%(who)s invited a reviewer from outside."),
    EventKind.REFERRED: _("The text was sent out on referral."),
    EventKind.REPLIED: _("A reply to the referral was received."),
    EventKind.REFERRAL_CLOSED: _("The referral was closed."),
    EventKind.NO_REFERRAL: _("The text was passed on without a referral."),
    EventKind.AT_BOARD: _("The text was put before the board."),
    EventKind.DECIDED: _("A decision was recorded."),
    EventKind.AMENDED: _("%(who)s entered the board's changes and sent them to be checked."),
    EventKind.AMENDMENT_RETURNED: _("The board's changes were sent back to be entered anew."),
    EventKind.SEALED: _("An edition was sealed."),
    EventKind.REJECTED: _("The matter was closed: the text was not adopted."),
    EventKind.CORRECTION_PROPOSED: _("A correction was proposed."),
    EventKind.CORRECTION_DECLINED: _("The proposed correction was declined."),
    EventKind.REPEAL_PREPARED: _("A repeal of the plan was prepared."),
    EventKind.REPEAL_DECLINED: _("The repeal was not carried out."),
    EventKind.CURRENCY_REVIEWED: _("The plan was reviewed for currency."),
    EventKind.PROPOSED: _("A change to the plan was proposed."),
    EventKind.TAKEN_UP: _("The proposed change was taken up."),
    EventKind.DECLINED: _("The proposed change was not taken up."),
    EventKind.ENDED: _("The workflow ended without a decision, and nothing was sealed."),
    OwnKind.DRAFTS_SAVED: _("Drafts were saved."),
    OwnKind.IMPORTED: _("A plan that was decided before Handslag was imported to be registered."),
    OwnKind.IMPORT_RETURNED: _("The imported text was sent back: it did not say the same as its source."),
    OwnKind.IMPORT_WITHDRAWN: _("The registration was taken back before anybody had answered."),
    OwnKind.IMPORT_CONFIRMED: _(
        "A second person compared the imported text with its source and confirmed it."
    ),
}

ABOUT_SECTION: dict[str, Template] = {
    EventKind.COMMENTED: _("%(who)s left a comment on “%(section)s”."),
    EventKind.CORRECTION_PROPOSED: _("A correction was proposed in “%(section)s”."),
    EventKind.PROPOSED: _("A change was proposed in “%(section)s”."),
    EventKind.TAKEN_UP: _("The proposed change in “%(section)s” was taken up."),
    EventKind.DECLINED: _("The proposed change in “%(section)s” was not taken up."),
}

OUTCOMES: dict[str, Template] = {
    Outcome.ADOPTED: _("The text was adopted: %(decided)s."),
    Outcome.ADOPTED_WITH_CHANGES: _("The text was adopted with changes: %(decided)s."),
    Outcome.REFERRED_BACK: _("The matter was referred back: %(decided)s."),
    Outcome.TABLED: _("The matter was tabled: %(decided)s."),
    Outcome.REJECTED: _("The text was rejected: %(decided)s."),
}

EDITIONS: dict[str, Template] = {
    EditionKind.ADOPTED: _("Edition %(number)s was adopted: %(decisions)s."),
    EditionKind.REGISTERED: _(
        "Edition %(number)s was registered; it was decided before Handslag: %(decisions)s."
    ),
    EditionKind.CORRECTION: _(
        "Edition %(main)s was corrected; the corrected text has the number %(number)s."
    ),
    EditionKind.REPEAL: _("The plan was repealed (number %(number)s): %(decisions)s."),
}

CURRENCY: dict[str, Template] = {
    "current": _("The plan was reviewed for currency: it still holds."),
    "correct": _("The plan was reviewed for currency: a fact in it is to be corrected."),
    "revise": _("The plan was reviewed for currency: it is to be revised by a new decision."),
}

REFERRALS: dict[str, Template] = {
    "bodies": _("More bodies were asked in the referral."),
    "deadline": _("The time for replies to the referral was changed."),
}

OPINIONS: dict[str, Template] = {
    "endorses": _("%(who)s endorsed the text in an opinion. It is no vote."),
    "advises_against": _("%(who)s advised against the text in an opinion. It is no vote."),
}


def sentence_of(entry: Entry, words: Words) -> str:
    """A kind that has no sentence yet is called by its name."""
    told = _SAID[entry.kind](entry, words) if entry.kind in _SAID else ""
    if told:
        return told
    template = ABOUT_SECTION.get(entry.kind) if words.section else None
    template = template or PLAIN.get(entry.kind)
    return _filled(template, words) if template is not None else f"{entry.kind}."


def _commented(entry: Entry, words: Words) -> str:
    if "took_over" in entry.data:
        return _filled(gettext("%(who)s went on with entering the board's changes."), words)
    return _chosen(OPINIONS, entry.data.get("opinion"), words)


def _referred(entry: Entry, words: Words) -> str:
    chosen = _chosen(REFERRALS, entry.data.get("change"), words) or _filled(PLAIN[entry.kind], words)
    deadline = _day(entry.data.get("deadline"))
    until = gettext("Replies until %(date)s.") % {"date": deadline}
    return f"{chosen} {until}" if deadline else chosen


def _replied(entry: Entry, words: Words) -> str:
    """The event's text is the body that replied."""
    if not entry.text:
        return ""
    template = (
        gettext("%(body)s declined to reply to the referral.")
        if entry.data.get("declines")
        else gettext("%(body)s replied to the referral.")
    )
    return template % {"body": entry.text}


def _at_board(entry: Entry, words: Words) -> str:
    count = entry.data.get("meeting_round", 1)
    return (
        gettext("The text was put before the board again (number %(count)s).") % {"count": count}
        if count != 1
        else ""
    )


def _decided(entry: Entry, words: Words) -> str:
    data = entry.data
    paragraph, number = data.get("paragraph"), data.get("registry_number")
    parts = [
        f"{data.get('body', '')} {data.get('meeting_date', '')}".strip(),
        f"§ {paragraph}" if paragraph else "",
        str(number or ""),
    ]
    decided = ", ".join(part for part in parts if part)
    decided = f"{words.place}: {decided}" if words.place else decided
    return _chosen(OUTCOMES, data.get("outcome"), words, decided=decided)


def _sealed(entry: Entry, words: Words) -> str:
    edition = entry.edition
    if edition is None:
        return ""
    return _chosen(EDITIONS, edition.kind, words, number=str(edition.number), main=str(edition.main))


def _reviewed(entry: Entry, words: Words) -> str:
    said = _chosen(CURRENCY, entry.data.get("outcome"), words) or _filled(PLAIN[entry.kind], words)
    following = _day(entry.data.get("next_on") or entry.data.get("next_date"))
    later = gettext("Next review: %(date)s.") % {"date": following}
    return f"{said} {later}" if following else said


def _drafted(entry: Entry, words: Words) -> str:
    count = entry.data["count"]
    said = ngettext(
        "%(count)d draft was saved, %(period)s.", "%(count)d drafts were saved, %(period)s.", count
    )
    first, last = (datetime.date.fromisoformat(entry.data[name]) for name in ("first_day", "last_day"))
    return said % {"count": count, "period": period(first, last)}


_SAID: dict[str, Callable[[Entry, Words], str]] = {
    EventKind.COMMENTED: _commented,
    EventKind.REFERRED: _referred,
    EventKind.REPLIED: _replied,
    EventKind.AT_BOARD: _at_board,
    EventKind.DECIDED: _decided,
    EventKind.SEALED: _sealed,
    EventKind.CURRENCY_REVIEWED: _reviewed,
    OwnKind.DRAFTS_SAVED: _drafted,
}


def _chosen(templates: Mapping[str, Template], choice: Any, words: Words, **more: str) -> str:
    """ "" where the data names none of them."""
    template = templates.get(choice) if isinstance(choice, str) else None
    return _filled(template, words, **more) if template is not None else ""


def _filled(template: Template, words: Words, **more: str) -> str:
    values = {"who": words.who, "section": words.section, "decisions": words.decisions, **more}
    return str(template) % values


def _day(written: Any) -> str:
    """A day as the data writes it (ISO); "" for anything else."""
    try:
        return in_words(datetime.date.fromisoformat(written))
    except (TypeError, ValueError):
        return ""
