"""What waits for a person: a place to accept, an evaluation to answer."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import Person
from handslag.start.todos import Todo, TodoSource
from training.occasions.kinds import OccasionState
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration
from training.registrations.rules import own

# What one has forgotten, one need not be asked about.
ASKED_FOR = datetime.timedelta(days=30)


def offers(user: Person) -> Iterator[Todo]:
    for row in own(user).filter(pk__in=_offered()):
        title = _("A place is offered to you: %(course)s") % {"course": row.occasion.course.title}
        until = row.offer_until or clock.now()
        yield Todo(
            title,
            reverse("registrations:mine"),
            due=timezone.localtime(until).date(),
            key=f"{row.pk} offer",
        )


def evaluations(user: Person) -> Iterator[Todo]:
    for row in own(user).filter(pk__in=_to_evaluate()):
        title = _("Say what you thought of %(course)s") % {"course": row.occasion.course.title}
        yield Todo(
            title, reverse("registrations:evaluate", args=[row.occasion_id]), key=f"{row.pk} evaluation"
        )


def who_has_offers() -> QuerySet[Any]:
    return get_user_model()._default_manager.filter(pk__in=_offered().values("person"))


def who_may_evaluate() -> QuerySet[Any]:
    return get_user_model()._default_manager.filter(pk__in=_to_evaluate().values("person"))


def _offered() -> QuerySet[Registration]:
    return Registration.objects.filter(
        state=RegistrationState.OFFERED,
        offer_until__gt=clock.now(),
        occasion__state=OccasionState.OPEN,
        occasion__starts_at__gt=clock.now(),
    )


def _to_evaluate() -> QuerySet[Registration]:
    return Registration.objects.filter(
        state=RegistrationState.ATTENDED,
        has_evaluated=False,
        occasion__ends_at__lte=clock.now(),
        occasion__ends_at__gt=clock.now() - ASKED_FOR,
    )


offer = TodoSource("training offered", offers, order=60, people=who_has_offers)
evaluation = TodoSource("training to evaluate", evaluations, order=61, people=who_may_evaluate)
