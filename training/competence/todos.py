"""To each person: refresh what soon holds no longer; to managers and the coordinator: what waits to be confirmed."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag import clock
from handslag.access.people import Person, has_role, is_signed_in
from handslag.start.todos import Todo, TodoSource
from training.catalogue.kinds import COUNTED_PER_UNIT, CourseKind
from training.competence.earlier import EarlierTraining
from training.competence.kinds import EarlierState
from training.competence.learned import attended_registrations, learned_by, to_refresh
from training.competence.rules import to_confirm
from training.managers.manager import UnitManager
from training.managers.rules import manages


def waiting_to_refresh(user: Person) -> Iterator[Todo]:
    if not is_signed_in(user):
        return
    for one in to_refresh(learned_by(user), clock.today()):
        title = _("Refresh your training: %(kind)s") % {"kind": CourseKind(one.kind).label}
        # Once refreshed and run out again it is a new thing to do.
        yield Todo(title, reverse("competence:own"), due=one.until, key=f"{one.kind} {one.until}")


def who_has_learned() -> QuerySet[Any]:
    counted = attended_registrations().filter(
        occasion__course__kind__in=COUNTED_PER_UNIT,
        occasion__course__valid_months__isnull=False,
        person__isnull=False,
    )
    earlier = EarlierTraining.objects.filter(state=EarlierState.CONFIRMED).order_by()
    learned = Q(pk__in=counted.values("person")) | Q(pk__in=earlier.values("person"))
    return get_user_model()._default_manager.filter(learned)


def waiting_to_confirm(user: Person) -> Iterator[Todo]:
    """Not to a superuser, who confirms in an emergency only."""
    if not (has_role(user, "coordinator") or manages(user)) or not (number := to_confirm(user).count()):
        return
    title = ngettext(
        "Confirm training that one person had elsewhere",
        "Confirm training had elsewhere: %(number)d waiting",
        number,
    )
    yield Todo(title % {"number": number}, reverse("competence:confirm"))


def who_confirms() -> QuerySet[Any]:
    managers = UnitManager.objects.order_by().values("person")
    confirms = Q(pk__in=managers) | Q(groups__name="coordinator")
    return get_user_model()._default_manager.filter(confirms).distinct()


refreshing = TodoSource("training to refresh", waiting_to_refresh, order=42, people=who_has_learned)
confirming = TodoSource("training to confirm", waiting_to_confirm, order=43, people=who_confirms)
