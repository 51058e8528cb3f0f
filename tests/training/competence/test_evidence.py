"""What training can show for a commitment."""

import datetime
from typing import Any

import pytest

from handslag import clock
from handslag.evidence import Evidence, sources
from handslag.places.models import Municipality, Unit
from tests.support.factories import UserFactory, restrict
from tests.support.training import course, occasion, registration
from training.catalogue.kinds import CourseKind, OrganiserLevel
from training.occasions.kinds import OccasionState

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
DAY = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def october() -> Any:
    with clock.set_to(datetime.datetime(2026, 10, 1, 15, tzinfo=datetime.UTC)):
        yield


def measured(name: str, **parameters: Any) -> Evidence:
    return sources.get(name).measure(parameters, DAY)


def test_trainings_held__nothing_from_below_a_closed_start_page() -> None:
    knowing = course("Grundkurs")
    occasion(knowing, "2026-05-05 09:00")
    assert measured("trainings_held").value == 1
    restrict(knowing.get_parent().get_parent(), "forum")
    assert not measured("trainings_held").value


def test_trainings_held__this_year_whose_days_are_over() -> None:
    knowing, talking = course("Grundkurs"), course("Samtal", CourseKind.CONVERSATION_METHOD)
    hidden = course("Hemlig")
    restrict(hidden, "forum")
    for of, at, state in (
        (knowing, "2025-12-31 09:00", OccasionState.OPEN),
        (knowing, "2025-12-31 22:00", OccasionState.OPEN),
        (knowing, "2026-10-01 09:00", OccasionState.OPEN),
        (knowing, "2026-10-01 15:30", OccasionState.OPEN),
        (knowing, "2026-05-05 09:00", OccasionState.CANCELLED),
        (knowing, "2026-05-06 09:00", OccasionState.DRAFT),
        (hidden, "2026-05-07 09:00", OccasionState.OPEN),
        (talking, "2026-02-02 09:00", OccasionState.OPEN),
    ):
        occasion(of, at, state=state)
    found = measured("trainings_held")
    assert (found.value, found.as_of, len(found.links)) == (3, DAY, 3)
    assert all(link.url.startswith("/utbildning/tillfalle/") for link in found.links)
    assert measured("trainings_held", kind="knowledge").value == 2
    assert measured("trainings_held", kind="conference").value == 0
    assert measured("trainings_held", kind="okänt").value is None


def test_units_trained__in_percent_of_the_units_that_may_be_shown() -> None:
    place = Municipality.objects.create(name="Björkmark", code="9901")
    assert measured("units_trained").value is None
    knowing = course("Grundkurs", valid_months=24)
    talking = course("Samtal", CourseKind.CONVERSATION_METHOD)
    for number, (size, kinds) in enumerate(
        [(5, (knowing, talking)), (6, (knowing,)), (5, ()), (4, (knowing,))]
    ):
        unit = Unit.objects.create(municipality=place, name=f"Enhet {number}")
        people = [UserFactory(unit=unit) for _one in range(size)]
        for one in kinds:
            registration(occasion(one, "2026-02-02 09:00"), people[0])
    found = {kind: measured("units_trained", kind=kind).value for kind in ("", "both", "knowledge")}
    # The unit of four people is in no figure.
    assert found == {"": 33, "both": 33, "knowledge": 67}
    assert measured("units_trained", kind="conference").value is None
    # Courses, and no page that most readers of the plan may not open.
    assert [link.title for link in measured("units_trained").links] == ["Grundkurs", "Samtal"]


def test_units_trained__counts_the_innermost_units_that_are_shown() -> None:
    """Of a department, a school in it and a class in that, the class; what is above holds its people once more."""
    place = Municipality.objects.create(name="Björkmark", code="9901")
    units: dict[str, Unit] = {}
    for name, above, size in (
        ("Barn", "", 6), ("Norra", "Barn", 6), ("Klassen", "Norra", 6), ("Södra", "Barn", 6), ("Lilla", "Barn", 3),
        ("Fritid", "", 6),
    ):  # fmt: skip
        units[name] = Unit.objects.create(municipality=place, name=name, parent=units.get(above))
        people = [UserFactory(unit=units[name]) for _one in range(size)]
        if name == "Klassen":
            registration(occasion(course("Grundkurs"), "2026-02-02 09:00"), people[0])
    assert measured("units_trained", kind="knowledge").value == 33


def test_county_training__counts_people_or_units_and_never_a_handful() -> None:
    place = Municipality.objects.create(name="Björkmark", code="9901")
    units = [Unit.objects.create(municipality=place, name=f"Enhet {number}") for number in range(2)]
    wide = occasion(course("Länskurs", organiser_level=OrganiserLevel.COUNTY), "2026-02-02 09:00")
    own = occasion(course("Egen"), "2026-02-02 09:00")
    assert measured("county_training").value == 0
    people = [UserFactory(unit=units[number % 2]) for number in range(5)]
    for person in people[:4]:
        registration(wide, person)
        registration(own, person)
    assert measured("county_training").value is None
    assert measured("county_training", counted="units").value is None
    registration(wide, people[4], state="absent")
    assert measured("county_training").value is None
    registration(wide, UserFactory(unit=units[0]))
    found = measured("county_training")
    assert (found.value, [link.title for link in found.links]) == (5, ["Länskurs, 2 februari 2026"])
    assert measured("county_training", counted="units").value == 2
