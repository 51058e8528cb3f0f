"""What a correction or a review of currency says of the draft becomes a proposal to its editors."""

from typing import Any

from django.utils.translation import gettext as _

from plan_pages.correcting.correction.models import CorrectedFact, Correction
from plan_pages.correcting.signals import correction_approved, currency_says_revise
from plan_pages.editions.currency import CurrencyReview
from plan_pages.editions.series import EditionSeries
from plan_pages.proposals.raising import CORRECTION, CURRENCY, propose
from plan_pages.road.text import latest_revision, text_of


def about_corrected_facts(
    sender: type, correction: Correction, facts: list[CorrectedFact], **kwargs: Any
) -> None:
    """Only where the draft still has the old words, or the next decision would bring them back."""
    stale = old_facts(correction.series)
    for fact in facts:
        if (fact.fact, fact.old_label, fact.old_value, fact.old_note) in stale:
            propose(
                correction.series,
                _(
                    "The edition in force was corrected: “%(before)s” is now “%(after)s”. Change the draft too."
                )
                % {
                    "before": f"{fact.old_label} {fact.old_value}",
                    "after": f"{fact.label} {fact.value}",
                },
                source=CORRECTION,
                section=fact.section,
                why=correction.reason,
            )


def about_currency(sender: type, review: CurrencyReview, **kwargs: Any) -> None:
    propose(
        review.edition.series,
        review.note or _("The review of currency says that the plan is to be revised."),
        source=CURRENCY,
        edition=review.edition,
    )


def old_facts(series: EditionSeries) -> set[tuple[str, str, str, str]]:
    revision = latest_revision(series)
    if revision is None:
        return set()
    facts = (fact for section in text_of(revision).sections for fact in section.facts)
    return {(fact.id, fact.label, fact.value, fact.note) for fact in facts}


def connect() -> None:
    correction_approved.connect(about_corrected_facts, dispatch_uid="plan_pages.correction_proposes")
    currency_says_revise.connect(about_currency, dispatch_uid="plan_pages.currency_proposes")
