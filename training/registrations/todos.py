"""What waits for a person: a place to accept, an evaluation to answer."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import Person
from handslag.start.todos import Todo, TodoSource
from training.occasions.kinds import OccasionState
from training.occasions.reading import in_readers_language
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration
from training.registrations.rules import has_taken_part, own

# What one has forgotten, one need not be asked about.
ASKED_FOR = datetime.timedelta(days=30)


def waiting_for(user: Person) -> Iterator[Todo]:
    rows = list(own(user).filter(_offered() | _to_evaluate()))
    in_readers_language([row.occasion for row in rows], user)
    for row in rows:
        course = {"course": row.occasion.read_course.title}
        if row.state == RegistrationState.OFFERED:
            until = row.offer_until or clock.now()
            yield Todo(
                _("A place is offered to you: %(course)s") % course,
                reverse("registrations:mine"),
                due=timezone.localtime(until).date(),
                key=f"{row.pk} offer",
                page_id=row.occasion.course_id,
            )
        else:
            yield Todo(
                _("Say what you thought of %(course)s") % course,
                reverse("registrations:evaluate", args=[row.occasion_id]),
                key=f"{row.pk} evaluation",
                page_id=row.occasion.course_id,
            )


def whom_it_waits_for() -> QuerySet[Any]:
    rows = Registration.objects.filter(_offered() | _to_evaluate(), person__isnull=False).order_by()
    return get_user_model()._default_manager.filter(pk__in=rows.values("person"))


def _offered() -> Q:
    return Q(
        state=RegistrationState.OFFERED,
        offer_until__gt=clock.now(),
        occasion__state=OccasionState.OPEN,
        occasion__starts_at__gt=clock.now(),
    )


def _to_evaluate() -> Q:
    return has_taken_part() & Q(has_evaluated=False, occasion__ends_at__gt=clock.now() - ASKED_FOR)


own_registrations = TodoSource("own registrations", waiting_for, order=60, people=whom_it_waits_for)
