"""Who raised a proposal is needed for asking back; after the answer the name goes in time, and the proposal stays."""

import calendar
import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from handslag import clock
from handslag.retention import Purge
from plan_pages.proposals.model import ProposalAnswer, RevisionProposal
from plan_pages.proposals.standing import standing_answers

MONTHS = 24


def forget_proposers() -> int:
    """Where the answer is older than PROPOSER_KEPT_MONTHS and stands; who waits for an answer is still known."""
    limit = _months_before(clock.today(), getattr(settings, "PROPOSER_KEPT_MONTHS", MONTHS))
    end_of_limit = timezone.make_aware(datetime.datetime.combine(limit, datetime.time.max))
    of_proposal = ProposalAnswer.objects.filter(proposal=OuterRef("pk"))
    answered = Exists(standing_answers().filter(proposal=OuterRef("pk")))
    lately = Exists(of_proposal.filter(answered_at__gt=end_of_limit))
    named = RevisionProposal.objects.exclude(raised_by=None)
    return named.filter(answered).exclude(lately).update(raised_by=None)


def _months_before(day: datetime.date, months: int) -> datetime.date:
    """The last day of a shorter month stands for the days it does not have."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


purge = Purge("proposers", forget_proposers, order=70)
