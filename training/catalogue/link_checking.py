"""Every night: links of materials that have not been looked at for long, and those that did not work last time."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.db.models import Q, QuerySet

from handslag import clock
from handslag.retention import Purge
from training.catalogue.link_asking import Answer, ask
from training.catalogue.link_check import LinkCheck, Problem
from training.catalogue.material import CourseMaterial

CHECK_DAYS = 30
# A night's work ends, also where every server is silent; the rest comes the night after.
MOST_AT_ONCE = 150
# One failure may be chance; one that has lasted is none.
FAILURES_TO_TELL = 2
DAYS_TO_TELL = datetime.timedelta(days=2)


def check_days() -> int:
    """TRAINING_LINK_DAYS; 0: links are not looked at."""
    days: int = getattr(settings, "TRAINING_LINK_DAYS", CHECK_DAYS)
    return days


def check_links(asked: Callable[[str], Answer] = ask) -> int:
    """The number of links looked at. No transaction is held while a server is waited for."""
    _forget_unused()
    if not check_days():
        return 0
    due = _due()
    for url in due:
        note(url, asked(url))
    return len(due)


def note(url: str, answer: Answer) -> LinkCheck:
    """What was found stands beside what was found before."""
    now = clock.now()
    before = LinkCheck.objects.filter(url=url).first()
    if answer.problem == Problem.NONE:
        since = before.working_since if before is not None else None
        found = {"working_since": since or now, "broken_since": None, "failures": 0}
    else:
        since = before.broken_since if before is not None else None
        failures = before.failures if before is not None else 0
        found = {"working_since": None, "broken_since": since or now, "failures": failures + 1}
    values = {"checked_at": now, "problem": answer.problem, "status": answer.status, **found}
    return LinkCheck.objects.update_or_create(url=url, defaults=values)[0]


def to_tell() -> QuerySet[LinkCheck]:
    """Links that somebody must look at: broken twice in a row, or for days. One on the municipality's own network is
    never asked for, so nobody knows that it does not work."""
    lasting = Q(broken_since__lt=clock.now() - DAYS_TO_TELL)
    return LinkCheck.objects.exclude(problem__in=(Problem.NONE, Problem.FORBIDDEN)).filter(
        Q(failures__gte=FAILURES_TO_TELL) | lasting
    )


def _due() -> list[str]:
    """Never looked at first, then the longest ago."""
    good_until = clock.now() - datetime.timedelta(days=check_days())
    today = clock.now() - datetime.timedelta(hours=12)
    fresh = LinkCheck.objects.filter(
        Q(problem=Problem.NONE, checked_at__gt=good_until)
        | (~Q(problem=Problem.NONE) & Q(checked_at__gt=today))
    )
    urls = _used().exclude(url__in=fresh.values("url")).values_list("url", flat=True).distinct()
    seen = dict(LinkCheck.objects.values_list("url", "checked_at"))
    longest_ago = clock.now() - datetime.timedelta(days=36_500)
    return sorted(urls.order_by(), key=lambda url: seen.get(url, longest_ago))[:MOST_AT_ONCE]


def _used() -> QuerySet[CourseMaterial]:
    return CourseMaterial.objects.filter(course__live=True).exclude(url="")


def _forget_unused() -> None:
    LinkCheck.objects.exclude(url__in=CourseMaterial.objects.exclude(url="").values("url")).delete()


purge = Purge("links of training materials (looked at)", check_links, order=95)
