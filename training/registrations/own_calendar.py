"""One's own trainings as a calendar: those in which one has a place."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from handslag.access.people import Person
from training.occasions.feeds import FeedContent
from training.occasions.joining import Places
from training.occasions.occasion import Occasion
from training.registrations.kinds import HAS_A_PLACE, HOLDS_A_PLACE
from training.registrations.rules import own


def occasions_with_a_place(person: Person) -> QuerySet[Occasion]:
    """Whoever has cancelled finds it in the calendar no more; what is called off stays and says so."""
    held = own(person).filter(state__in=HOLDS_A_PLACE).order_by()
    return Occasion.objects.filter(pk__in=held.values("occasion"))


def occasions_with_a_place_taken(person: Person) -> QuerySet[Occasion]:
    """An offer is kept for the person, and has to be accepted first."""
    return Occasion.objects.filter(registrations__person=person.pk, registrations__state__in=HAS_A_PLACE)


content = FeedContent("mina", _("My trainings"), occasions_with_a_place, order=10, is_own=True)
places = Places("registrations", occasions_with_a_place_taken)
