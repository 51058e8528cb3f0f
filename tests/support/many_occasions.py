"""A catalogue after years: two thousand occasions, three hundred people, one full occasion that all of them are at."""

import datetime
import itertools
from typing import Any

from django.contrib.auth import get_user_model

from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.places.models import Unit
from training.catalogue.course_page import CoursePage
from training.catalogue.kinds import CourseKind
from training.experiences.experience import Experience
from training.experiences.kinds import ExperienceKind
from training.methods.method import Method
from training.needs.kinds import NeedUrgency
from training.needs.need import TrainingNeed
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration

OCCASIONS, PEOPLE, OTHERS = 2000, 300, 60
HOURS = datetime.timedelta(hours=3)


def fill(crowded: Occasion, *guests: Any) -> None:
    """`crowded` is where everybody is; `guests` are people of a test, who were at many of the others."""
    occasions = _occasions()
    units = list(Unit.objects.all())
    model = get_user_model()
    people = model._default_manager.bulk_create(
        model(email=f"manga{number}@kommun.test", name=f"Person {number}", unit=unit)
        for number, unit in zip(range(PEOPLE), itertools.cycle(units), strict=False)
    )
    rows = [_registration(crowded, person, RegistrationState.CONFIRMED) for person in people]
    Occasion.objects.filter(pk=crowded.pk).update(capacity=PEOPLE + 50, taken=crowded.taken + PEOPLE)
    for person, occasion in itertools.product([*guests, *people[:OTHERS]], occasions[-OTHERS:]):
        rows.append(_registration(occasion, person, RegistrationState.WAITING))
    for person, occasion in itertools.product([*guests, *people], occasions[:3]):
        rows.append(_registration(occasion, person, RegistrationState.ATTENDED))
    Registration.objects.bulk_create(rows)
    _records(units)


def _occasions() -> list[Occasion]:
    courses = list(CoursePage.objects.filter(locale__language_code="sv", live=True))
    begins = clock.now().replace(minute=0, second=0, microsecond=0) - datetime.timedelta(days=OCCASIONS // 4)
    made = Occasion.objects.bulk_create(
        Occasion(
            course=course,
            capacity=500,
            state=OccasionState.OPEN,
            place=f"Sal {number}",
            starts_at=begins + datetime.timedelta(hours=12 * number),
            ends_at=begins + datetime.timedelta(hours=12 * number) + HOURS,
        )
        for number, course in zip(range(OCCASIONS), itertools.cycle(courses), strict=False)
    )
    OccasionDay.objects.bulk_create(
        OccasionDay(occasion=one, starts_at=one.starts_at, ends_at=one.ends_at) for one in made
    )
    return made


def _registration(occasion: Occasion, person: Any, state: RegistrationState) -> Registration:
    return Registration(occasion=occasion, person=person, unit_id=person.unit_id, state=state)


def _records(units: list[Unit]) -> None:
    place = Organisation.objects.first()
    TrainingNeed.objects.bulk_create(
        TrainingNeed(unit=unit, kind=CourseKind.KNOWLEDGE, what=f"Behov {number}", urgency=NeedUrgency.LATER)
        for number, unit in zip(range(OTHERS), itertools.cycle(units), strict=False)
    )
    Method.objects.bulk_create(
        Method(name=f"Metod {number}", name_key=f"metod {number}", description="Samtal")
        for number in range(OTHERS)
    )
    Experience.objects.bulk_create(
        Experience(
            kind=ExperienceKind.STUDY_VISIT,
            held_on=clock.today(),
            subject=f"Besök {number}",
            organisation=place,
            place="Björkmark",
            participants=4,
            learned="Att lyssna.",
        )
        for number in range(OTHERS)
    )
