"""The units in numbers: who counts, what holds, and that no handful of people can be found out."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from handslag import clock
from handslag.places.models import Municipality, Unit
from tests.support.factories import UserFactory
from tests.support.occasions import client_of
from tests.support.training import DAY, catalogue, course, occasion, registration
from training.catalogue.kinds import CourseKind
from training.competence.covering import UnitFigures, all_units
from training.competence.earlier import EarlierTraining
from training.competence.kinds import Coverage, EarlierState
from training.managers.manager import UnitManager
from training.managers.unit_tree import ALL, shown_units, sums, tree_of
from training.occasions.kinds import OccasionState
from training.registrations.kinds import RegistrationState

PAGE, FILE = "/utbildning/kompetens/enheter/", "/utbildning/export/kompetens.csv"


def unit(name: str, parent: Unit | None = None) -> Unit:
    place = Municipality.objects.get_or_create(name="Björkmark", code="9901")[0]
    return Unit.objects.create(municipality=place, name=name, parent=parent)


def people(number: int, of: Unit, **fields: Any) -> list[Any]:
    return [UserFactory(unit=of, **fields) for _one in range(number)]


def told(name: str, day: datetime.date = DAY) -> UnitFigures:
    return next(row for row in all_units(day) if row.unit is not None and row.unit.name == name)


@pytest.fixture
def school() -> Unit:
    catalogue()
    return unit("Norra skolan")


@pytest.mark.django_db
@pytest.mark.both_databases
def test_unit__counts_open_accounts_in_it_now_whose_training_still_holds(school: Unit) -> None:
    elsewhere = unit("Södra skolan")
    knowing = course("Grundkurs", CourseKind.KNOWLEDGE, valid_months=24)
    talking = course("Samtal", CourseKind.CONVERSATION_METHOD, valid_months=None)
    first, second, third, fourth, gone, moved = people(6, school)
    people(1, school, is_active=False)
    people(6, elsewhere)
    on_the_edge, too_old = occasion(knowing, "2024-03-02 09:00"), occasion(knowing, "2024-03-01 09:00")
    registration(on_the_edge, first)
    registration(too_old, second)
    registration(on_the_edge, third, RegistrationState.ABSENT)
    registration(occasion(knowing, "2025-01-01 09:00", state=OccasionState.CANCELLED), fourth)
    registration(on_the_edge, gone)
    registration(occasion(talking, "2010-01-01 09:00"), first)
    registration(occasion(talking, "2026-03-03 09:00"), second)
    registration(on_the_edge, moved)
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    type(moved).objects.filter(pk=moved.pk).update(unit=elsewhere)
    people(1, school)
    figures = told("Norra skolan").figures
    assert figures is not None
    assert (figures.people, figures.knowledge, figures.method, figures.both) == (5, 1, 1, 1)
    assert figures.coverage == Coverage.COVERED and figures.share(figures.knowledge) == 20
    other = told("Södra skolan").figures
    assert other is not None and (other.knowledge, other.coverage) == (1, Coverage.HALF)
    nothing_holds = told("Norra skolan", datetime.date(2026, 3, 3)).figures
    assert nothing_holds is not None and nothing_holds.knowledge == 0


@pytest.mark.django_db
def test_unit__counts_what_was_had_elsewhere_when_it_is_confirmed(school: Unit) -> None:
    persons = people(5, school)
    for person, state, month in (
        (persons[0], EarlierState.CONFIRMED, "2024-04-01"),
        (persons[1], EarlierState.WAITING, "2026-01-01"),
        (persons[2], EarlierState.DECLINED, "2026-01-01"),
        (persons[3], EarlierState.CONFIRMED, "2024-02-01"),
    ):
        EarlierTraining.objects.create(
            person=person, kind="knowledge", title="Länets kurs", held_in=month, state=state,
            decided_on=None if state == EarlierState.WAITING else DAY,
        )  # fmt: skip
    figures = told("Norra skolan").figures
    assert figures is not None and (figures.knowledge, figures.coverage) == (1, Coverage.HALF)


# The unit above, the people directly in it, and whether something is told of it whoever is in it now.
TREES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 8), st.booleans()), max_size=12)


@given(TREES)
def test_shown_units__leave_nobody_who_could_be_found_by_subtraction(
    rows: list[tuple[int, int, bool]],
) -> None:
    """Also where units stand in a ring. What is left of a unit without any set of shown units in it is five people or
    nobody, of whom nothing is told."""
    parents = {number: parent or None for number, (parent, _own, _told) in enumerate(rows, start=1)}
    own = {number: people for number, (_parent, people, _told) in enumerate(rows, start=1)}
    told = {number for number, (_parent, _own, is_told) in enumerate(rows, start=1) if is_told}
    tree = tree_of(parents)
    assert sorted(tree.order) == [ALL, *parents]
    whole, shown = sums(tree, own), shown_units(tree, own, told=told)
    assert all(whole[one] >= 5 for one in shown)

    def left_over(one: int, without: frozenset[int] | set[int]) -> bool:
        below, rest, is_told = list(tree.children[one]), own.get(one, 0), one in told
        while below:
            child = below.pop()
            if child not in without:
                rest += own.get(child, 0)
                is_told |= child in told
                below += tree.children[child]
        return rest >= 5 or (rest == 0 and not is_told)

    # Knowing all shown sums is knowing each remainder: what a shown unit holds beside the shown ones in it.
    assert all(left_over(one, shown) for one in shown)
    # Nothing is hidden that need not be: a unit on its own, and the sum where nobody is left over.
    tops = {one for one in tree.children[ALL] if whole[one] >= 5}
    assert tops <= shown
    inner = shown - {ALL}
    assert (ALL in shown) == (whole[ALL] >= 5 and left_over(ALL, inner))


@pytest.fixture
def tree_of_units(school: Unit) -> dict[str, Any]:
    """A department of 12: seven in one school, three in another, two directly; and a unit on its own."""
    department = unit("Barn och utbildning")
    Unit.objects.filter(pk=school.pk).update(parent=department)
    small = unit("Lilla skolan", department)
    alone = unit("Fritid")
    return {
        "manager": people(7, school)[0],
        "small": people(3, small)[0],
        "head": people(2, department)[0],
        "other": people(6, alone)[0],
        "department": department,
    }


READERS: list[tuple[str, Callable[[dict[str, Any]], Any], int, list[str]]] = [
    ("coordinator", lambda made: UserFactory(roles=["staff", "coordinator"]), 200,
     ["Alla verksamheter 18", "Barn och utbildning 12", "Norra skolan 7", "Lilla skolan –", "Fritid 6"]),
    ("auditor", lambda made: UserFactory(roles=["staff", "auditor"]), 200,
     ["Alla verksamheter 18", "Barn och utbildning 12", "Norra skolan 7", "Lilla skolan –", "Fritid 6"]),
    ("head", lambda made: made["head"], 200, ["Barn och utbildning 12", "Norra skolan 7", "Lilla skolan –"]),
    ("employee", lambda made: made["other"], 404, []),
    ("editor", lambda made: UserFactory(roles=["staff", "editor"]), 404, []),
]  # fmt: skip


@pytest.mark.django_db
def test_units_page__each_sees_their_own_in_numbers_and_the_file_says_the_same(
    tree_of_units: dict[str, Any],
) -> None:
    UnitManager.objects.create(unit=tree_of_units["department"], person=tree_of_units["head"])
    for name, person, status, expected in READERS:
        client = client_of(person=person(tree_of_units))
        page, file = client.get(PAGE), client.get(FILE)
        assert (page.status_code, file.status_code) == (status, status), name
        if status == 200:
            rows = page.context["table"]["rows"]
            shown = sorted(f"{row[0].lstrip('– ')} {row[2]['text']}" for row in rows)
            in_file = [line.split(";") for line in file.content.decode("utf-8-sig").splitlines()[1:]]
            assert [line[0] for line in in_file] == [row[0].lstrip("– ") for row in rows]
            assert [line[2] for line in in_file] == [row[2]["text"] for row in rows]
            assert shown == sorted(expected) or shown == sorted(
                line.replace("Alla verksamheter", "All units") for line in expected
            ), name
            hidden = next(line for line in in_file if line[0] == "Lilla skolan")
            assert set(hidden[2:8]) == {"–"}


@pytest.mark.django_db
def test_units_page__asks_as_much_for_three_hundred_units_as_for_ten(school: Unit) -> None:
    coordinator = client_of(person=UserFactory(roles=["staff", "coordinator"]))
    held = occasion(course("Grundkurs", valid_months=24), "2026-01-12 09:00", capacity=9999)

    def fill(units: int) -> int:
        place = Municipality.objects.get(code="9901")
        start = Unit.objects.count()
        Unit.objects.bulk_create(
            Unit(municipality=place, name=f"Enhet {number}", parent=school if number % 3 else None)
            for number in range(start, start + units)
        )
        model = type(UserFactory.build())
        persons = model.objects.bulk_create(
            model(email=f"p{start}-{number}-{one.pk}@kommun.test", unit=one)
            for one in Unit.objects.filter(name__startswith="Enhet")
            for number in range(6)
        )
        for person in persons[:5]:
            registration(held, person)
        coordinator.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            assert coordinator.get(PAGE).status_code == 200
        return len(queries)

    with clock.set_to(DAY):
        few, many = fill(10), fill(290)
    assert few == many <= 15


@pytest.mark.django_db
def test_units_page__where_accounts_have_no_unit(school: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("covering", "views", "rules"):
        monkeypatch.setattr(f"training.competence.{module}.accounts_have_units", lambda: False)
    page = client_of(person=UserFactory(roles=["staff", "coordinator"])).get(PAGE)
    assert page.status_code == 200 and "empty-state" in page.content.decode()
