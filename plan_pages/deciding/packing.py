"""What goes into the decision pack, from the matter and the text at stake; nothing of it names an account."""

import datetime
from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from handslag.templatetags.handslag_dates import in_words
from plan_pages.deciding.pack_changes import changed_parts
from plan_pages.deciding.prepare_forms import PrepareForm
from plan_pages.deciding.restating import next_number
from plan_pages.documents import EditionDocument
from plan_pages.editions.kinds import ADOPTING
from plan_pages.pdf.pack import (
    DecisionPack,
    EarlierDecision,
    ProposalsPart,
    ReferralPart,
    VanishedPromise,
)
from plan_pages.pdf.record import Row
from plan_pages.pdf.words import words_language
from plan_pages.road.changes import Changes, changes, reasons_of, warnings
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.missing import QUESTIONS
from plan_pages.road.moving import missing_of
from plan_pages.road.preparation import Fate, PromiseMatch
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.review import Review, Verdict
from plan_pages.road.text import base_edition, text_at_stake

# Once the board has decided, the edition and its record say it all.
PACKED = (Stage.REVIEW, Stage.REFERRAL, Stage.BOARD)
# Of a wording that needs a second look: enough to find it.
EXCERPT = 160


def assembled(
    matter: Matter,
    address: str,
    *,
    referral: ReferralPart | None = None,
    proposals: ProposalsPart | None = None,
) -> DecisionPack:
    """`address` is the matter's own. In the language of the text. Raises TextMovedError."""
    document = text_at_stake(matter)
    with override(words_language(document.language)):
        before = base_edition(matter.series)
        found = changes(before, document)
        comparison = found.comparison
        return DecisionPack(
            document=document,
            number=str(next_number(matter.series)),
            replaces=str(before.number) if before is not None else "",
            registry_number=matter.registry_number,
            frozen_at=matter.submitted_at or matter.stage_since,
            digest=matter.digest,
            address=address,
            reviewed_on=_reviewed_on(matter),
            attention=[*_attention(matter, document)],
            tallies=[tally.text for tally in (*comparison.section_tally, *comparison.commitment_tally)]
            if comparison is not None
            else [],
            changes=changed_parts(comparison, reasons_of(matter)) if comparison is not None else None,
            vanished=[*_vanished(matter, found)],
            answers=[*_answers(matter)],
            earlier=[*_earlier(matter)],
            referral=referral,
            no_referral=_no_referral(matter),
            proposals=proposals,
        )


def _attention(matter: Matter, document: EditionDocument) -> Iterator[str]:
    """What is missing while the text is still in review, and wording that needs a second look (domain.md §6)."""
    for one in missing_of(matter):
        yield one.sentence
    for title, finding, line in warnings(document):
        start = max(0, finding.start - EXCERPT // 2)
        words = line[start : start + EXCERPT].strip()
        yield _("“%(section)s”: %(name)s. %(advice)s It says: “%(words)s”") % {
            "section": title,
            "name": finding.name,
            "advice": finding.advice,
            "words": words,
        }


def _vanished(matter: Matter, found: Changes) -> Iterator[VanishedPromise]:
    matches = {str(match.vanished): match for match in matter.matches.all()}
    now = {promise.id: promise for promise in found.after.commitments}
    for promise in found.vanished():
        match = matches.get(promise.id)
        successor = now.get(str(match.successor)) if match is not None and match.successor else None
        yield VanishedPromise(
            text=promise.sentence, fate=_fate(match), successor=successor.sentence if successor else ""
        )


def _fate(match: PromiseMatch | None) -> str:
    if match is None:
        return _("Not said yet what became of it.")
    return {
        Fate.SAME: _("The same promise in other words:"),
        Fate.REPLACED: _("Replaced by another promise:"),
        Fate.ENDED: _("It ends."),
    }[Fate(match.fate)]


def _answers(matter: Matter) -> Iterator[Row]:
    for name in QUESTIONS:
        yield str(PrepareForm.base_fields[name].label), _yes_or_no(getattr(matter, name))
    if matter.answers_note:
        yield _("What was done about it"), matter.answers_note
    yield _("Checked against the law by"), matter.law_checked_by or _("Not stated")
    yield _("Checked on"), in_words(matter.law_checked_on) or _("Not stated")


def _yes_or_no(answer: bool | None) -> str:
    if answer is None:
        return _("Not answered")
    return _("Yes") if answer else _("No")


def _no_referral(matter: Matter) -> str:
    if matter.asks_referral is False and matter.no_referral_reason:
        return _("The text was not sent out on referral: %(reason)s") % {"reason": matter.no_referral_reason}
    return _("No referral has been made.")


def _reviewed_on(matter: Matter) -> datetime.date | None:
    latest = Review.objects.filter(matter=matter, digest=matter.digest, verdict=Verdict.APPROVED).last()
    return localtime(latest.at).date() if latest is not None else None


def _earlier(matter: Matter) -> Iterator[EarlierDecision]:
    """Of this round: what another municipality decided about the same text, and meetings that tabled it."""
    rows = matter.decisions.filter(meeting_round=matter.meeting_round).select_related("municipality")
    for decision in rows:
        yield EarlierDecision(decision.municipality.name, [*_of_decision(decision)])


def _of_decision(decision: RecordedDecision) -> Iterator[Row]:
    yield _("Outcome"), capfirst(decision.get_outcome_display())
    yield _("Decided by"), decision.body
    yield _("Meeting on"), in_words(decision.meeting_date)
    if decision.paragraph:
        yield _("Paragraph"), f"§\N{NO-BREAK SPACE}{decision.paragraph}"
    if decision.outcome in ADOPTING:
        yield _("In effect from"), in_words(decision.in_effect_from)
    else:
        yield _("Reason"), decision.reason
