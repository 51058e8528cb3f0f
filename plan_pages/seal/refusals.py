"""What may not be sealed, and the sentence that says why."""

from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Revision

from plan_pages.documents import Commitment, EditionDocument, Section
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import ADOPTING, DecisionRole, EditionKind
from plan_pages.editions.numbers import EditionNumber
from plan_pages.editions.series import EditionSeries


class CannotBeSealedError(ValidationError):
    """One sentence: what is wrong and what to do."""


def refuse_kind(kind: EditionKind, earlier: Sequence[Edition], number: EditionNumber, reason: str) -> None:
    """`earlier` are all editions of the series. Raises CannotBeSealedError."""
    if kind == EditionKind.REGISTERED and any(edition.kind == EditionKind.ADOPTED for edition in earlier):
        raise CannotBeSealedError(
            _(
                "A plan decided before Handslag is registered before the first decision made here, not after it."
            )
        )
    if kind == EditionKind.CORRECTION and not any(
        edition.main == number.main and edition.kind in (EditionKind.ADOPTED, EditionKind.REGISTERED)
        for edition in earlier
    ):
        raise CannotBeSealedError(_("There is no edition %(number)s to correct.") % {"number": number.main})
    if kind == EditionKind.REPEAL and not earlier:
        raise CannotBeSealedError(_("There is no edition to repeal."))
    if kind in (EditionKind.CORRECTION, EditionKind.REPEAL) and not reason.strip():
        raise CannotBeSealedError(_("Say why: a correction or a repeal carries its reason."))


def refuse_revision(series: EditionSeries, revision: Revision | None) -> None:
    """An edition is made from its own plan's draft, and from each draft once."""
    if revision is None:
        return
    if revision.content.get("translation_key") != str(series.translation_key):
        raise CannotBeSealedError(_("This draft belongs to another plan."))
    if Edition.objects.filter(revision=revision).exists():
        raise CannotBeSealedError(_("An edition was made from this draft already; save the text once more."))


def refuse_decisions(kind: EditionKind, decisions: Sequence[Decision]) -> None:
    """An edition rests on a body's decision (A0.1), except a correction, which the plan's owner approves."""
    if kind == EditionKind.CORRECTION:
        if decisions:
            raise CannotBeSealedError(_("A correction carries no decision; the edition it corrects does."))
        return
    said = [(row.municipality_id, row.role) for row in decisions]
    if len(said) != len(set(said)):
        raise CannotBeSealedError(_("A municipality decides once about an edition; take one decision away."))
    deciding = [row for row in decisions if row.role == DecisionRole.DECIDED]
    if not deciding:
        raise CannotBeSealedError(_("Say which body decided: an edition rests on a decision."))
    for row in deciding:
        if row.outcome not in ADOPTING:
            raise CannotBeSealedError(_("Only what was adopted becomes an edition."))
        if row.before_handslag != (kind == EditionKind.REGISTERED):
            raise CannotBeSealedError(
                _(
                    "Only the decision of a registered plan may have gaps; this one needs body, day and paragraph."
                )
            )


def refuse_changed_promises(before: EditionDocument, after: EditionDocument) -> None:
    """A correction touches contacts, numbers, names and links, never what was promised (domain.md §0, side path)."""
    if [section.id for section in before.sections] != [section.id for section in after.sections]:
        raise CannotBeSealedError(
            _("A correction cannot add, remove or move sections; that takes a new decision.")
        )
    promised = {promise.id: (section.id, promise) for section, promise in _promises(before)}
    for section, promise in _promises(after):
        if promised.pop(promise.id, None) != (section.id, promise):
            raise CannotBeSealedError(
                _("A correction cannot change the commitment “%(text)s”; that takes a new decision.")
                % {"text": promise.text[:120]}
            )
    if promised:
        raise CannotBeSealedError(
            _("A correction cannot remove the commitment “%(text)s”; that takes a new decision.")
            % {"text": next(promise.text[:120] for _section, promise in promised.values())}
        )


def _promises(document: EditionDocument) -> Iterator[tuple[Section, Commitment]]:
    """Each with the section it stands in: a promise that stands elsewhere is another promise."""
    for section in document.sections:
        for promise in section.commitments:
            yield section, promise
