"""When something has waited too long. The intervals are settings; docs/editors/samverkan.md tells what they mean."""

import calendar
import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Left, Length
from django.utils import timezone

from contacts.bodies.body import BodyPage
from contacts.bodies.counted import unclosed
from contacts.bodies.counting import Tally
from contacts.bodies.keepers import may_keep_body
from contacts.bodies.kinds import MeetingState, TaskState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.mandates import mandate_holds
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.record import is_record
from handslag import clock
from handslag.access.people import Person
from handslag.access.visibility import page_condition, visible_below, visible_to
from handslag.sensible_days import days_after

IDLE_MONTHS, OBSERVATION_DAYS = 12, 60
OF_BODY = Left("meeting__path", Length("meeting__path") - BodyPage.steplen)


def seen_bodies(user: Person) -> QuerySet[BodyPage]:
    """A translated page is no second body."""
    return kept_bodies(user).filter(live=True)


def kept_bodies(user: Person) -> QuerySet[BodyPage]:
    """Those whose work this person sees: for who keeps bodies also those that were unpublished, as what is not done is
    not done by that. To others they do not exist."""
    bodies = BodyPage.objects.filter(is_record(), Q() if may_keep_body(user) else Q(live=True))
    return visible_to(bodies, user).select_related("locale", "municipality")


def contact_due(body: BodyPage, tally: Tally, today: datetime.date) -> datetime.date | None:
    """The last day on which the next contact is in time; None where the body has no interval or no beginning, or its
    mandate has ended."""
    if body.interval_days is None or body.has_ended(today):
        return None
    since = tally.last or body.first_published_at
    begun = body.mandate_from if tally.last is None and body.mandate_from else None
    start = begun or (since and local_day(since))
    return days_after(start, body.interval_days) if start else None


def local_day(moment: datetime.datetime) -> datetime.date:
    return timezone.localtime(moment).date()


def idle_tasks(user: Person, today: datetime.date) -> QuerySet[MandateTask]:
    """Those that nobody has worked on for more than 12 months, of mandates that hold. A year to the day is not more
    than a year."""
    months: int = getattr(settings, "MANDATE_TASK_IDLE_MONTHS", IDLE_MONTHS)
    held = seen_bodies(user).filter(mandate_holds(today))
    tasks = MandateTask.objects.exclude(state=TaskState.DONE).filter(body__in=held)
    return (
        tasks.annotate(idle_since=Coalesce("last_activity_on", "given_on"))
        .filter(idle_since__lt=months_before(today, months))
        .select_related("body__locale")
        .order_by("idle_since", "pk")
    )


def unsaid_meetings(bodies: Iterable[BodyPage], user: Person, today: datetime.date) -> QuerySet[MeetingPage]:
    """Of these bodies, which `user` sees: planned, and their day has passed. They count nowhere until somebody says
    whether they were held (A2.4)."""
    meetings = MeetingPage.objects.filter(is_record(), live=True, state=MeetingState.PLANNED)
    # What ends after midnight is over the day after; asked second, as an index knows when meetings begin.
    over = meetings.filter(starts_at__lt=clock.start_of(today)).exclude(ends_at__gte=clock.start_of(today))
    seen = visible_below(over, user, [body.path for body in bodies])
    return seen.select_related("locale").order_by("starts_at", "pk")


def open_observations(bodies: Iterable[BodyPage]) -> QuerySet[Observation]:
    """Of safety walks of these bodies that took place and count, whatever their age. Who sees a body sees its meetings
    that count: these have no rule of their own."""
    rows = Observation.objects.filter(
        is_record("meeting__"), handled_on=None, meeting__state=MeetingState.HELD
    )
    return (
        unclosed(rows.alias(of_body=OF_BODY).filter(_work_of(bodies)), "meeting__")
        .select_related("meeting__locale")
        .order_by("meeting__starts_at", "pk")
    )


def _work_of(bodies: Iterable[BodyPage]) -> Q:
    """Of meetings that are published, or were taken down together with their body. Rows have `of_body`."""
    paths = {body.path: body.live for body in bodies}
    down = [path for path, is_live in paths.items() if not is_live]
    published = Q(of_body__in=list(paths), meeting__live=True)
    return published | Q(of_body__in=down, meeting__first_published_at__isnull=False) if down else published


def overdue_observations(bodies: Iterable[BodyPage], today: datetime.date) -> QuerySet[Observation]:
    """From the day after the last one on which they may be open."""
    return open_observations(bodies).filter(meeting__starts_at__lt=clock.start_of(today - _may_be_open()))


def observation_due(observation: Observation) -> datetime.date:
    """The last day on which it may be open."""
    return local_day(observation.meeting.starts_at) + _may_be_open()


def _may_be_open() -> datetime.timedelta:
    return datetime.timedelta(days=getattr(settings, "OBSERVATION_OPEN_DAYS", OBSERVATION_DAYS))


def open_follow_ups(user: Person) -> QuerySet[MeetingFollowUp]:
    """Those with a day, the earliest first. What a meeting decided is done once: its translation carries a copy that
    nobody keeps. What a meeting that was called off would have decided is not decided."""
    published = Q(meeting__live=True)
    if may_keep_body(user):
        down = kept_bodies(user).filter(live=False).values("path")
        published |= Q(of_body__in=down, meeting__first_published_at__isnull=False)
    return (
        MeetingFollowUp.objects.filter(is_record("meeting__"), done_on=None, due__isnull=False)
        .alias(of_body=OF_BODY)
        .filter(published, page_condition(user, "meeting__path", "meeting__depth"))
        .exclude(meeting__state=MeetingState.CANCELLED)
        .select_related("meeting__locale", "function")
        .order_by("due", "pk")
    )


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day of an earlier month, or that month's last: 29 February has no day in most years."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))
