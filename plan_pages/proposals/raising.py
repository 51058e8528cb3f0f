"""Raising a proposal: by a reader, by another app, or by a feature of the plan."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.revision_proposals import Proposal, ProposalSource, ProposalTaker
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.model import RevisionProposal
from plan_pages.proposals.standing import waiting_in
from plan_pages.road.event import EventKind, tell
from plan_pages.road.text import base_edition
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.texts import document_of

READER, CORRECTION, CURRENCY = "reader", "correction", "currency"

own_sources = (
    ProposalSource(READER, _("A reader"), order=10),
    ProposalSource(CORRECTION, _("A correction of the edition in force"), order=20),
    ProposalSource(CURRENCY, _("A review of currency"), order=30),
)

# Within so long the same words from the same person are one proposal that was sent twice.
SENT_TWICE = datetime.timedelta(days=1)


@transaction.atomic
def propose(
    series: EditionSeries,
    text: str,
    *,
    source: str,
    section: str = "",
    section_title: str = "",
    edition: Edition | None = None,
    why: str = "",
    source_url: str = "",
    raised_by: Any = None,
) -> tuple[RevisionProposal, bool]:
    """The proposal, and whether it is new. Without `edition` it is about the latest text that was decided.

    The event names nobody: the history is kept for good, and a reader is no part of the decision.
    Raises PersonalDataFound.
    """
    # Whoever sends the same at the same moment comes second here.
    EditionSeries.objects.select_for_update().get(pk=series.pk)
    person = raised_by if getattr(raised_by, "pk", None) else None
    proposal = RevisionProposal(
        series=series,
        section=section,
        edition=edition or base_edition(series),
        text=text.strip(),
        why=why.strip(),
        source=source,
        source_url=source_url,
        raised_by=person,
    )
    if (same := _same(proposal).first()) is not None:
        return same, False
    proposal.section_title = (section_title or _title_in(proposal.edition, section))[:250]
    proposal.save()
    tell(
        series,
        EventKind.PROPOSED,
        text=proposal.text,
        section=section,
        edition=proposal.edition,
        proposal=proposal.pk,
        source=source,
    )
    return proposal, True


def take(proposal: Proposal) -> bool:
    """What other apps raise is about the action plan; False where the site has none."""
    series = EditionSeries.objects.filter(address=ActionPlanPage.series_address).first()
    if series is None:
        return False
    _proposal, is_new = propose(
        series,
        proposal.text,
        source=proposal.source,
        section=proposal.section,
        why=proposal.why,
        source_url=proposal.source_url,
        raised_by=proposal.raised_by,
    )
    return is_new


taker = ProposalTaker("plan", take)


def _same(proposal: RevisionProposal) -> QuerySet[RevisionProposal]:
    """A person means the same when they said it within a day, a program while the first still waits."""
    if proposal.source == READER:
        since = clock.now() - SENT_TWICE
        rows = RevisionProposal.objects.filter(raised_by=proposal.raised_by, raised_at__gt=since)
    else:
        rows = waiting_in(proposal.series)
    return rows.filter(
        series=proposal.series, source=proposal.source, section=proposal.section, text=proposal.text
    )


def _title_in(edition: Edition | None, section: str) -> str:
    """What the section is called there; "" where it is not, or where the text is not the one that was sealed."""
    if edition is None or not section:
        return ""
    try:
        sections = document_of(edition).sections
    except BrokenSealError:
        return ""
    return next((one.title for one in sections if one.id == section), "")
