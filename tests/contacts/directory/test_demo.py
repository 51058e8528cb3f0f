"""The demo's directory: one of every kind, gaps and vacancies to be seen, nobody's real number."""

import re

import pytest

from contacts.directory.coverage import matrix
from contacts.directory.demo import load_rows
from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.functions.named import functions_named
from contacts.functions.person import ContactPerson
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import FormerName, Organisation
from handslag import clock
from handslag.places.models import Municipality
from plan_pages.demo.editions import second_edition
from tests.support.factories import UserFactory

pytestmark = pytest.mark.django_db
FICTIONAL = re.compile(r"08-465 004 \d\d|031-390 06 \d\d|114 14|")
MODELS = (Organisation, FormerName, Function, ContactPerson, Holding)


@pytest.fixture(autouse=True)
def loaded() -> None:
    Municipality.objects.create(name="Björkmarks kommun", code="9901")
    load_rows()


def test_loads_twice_without_a_change() -> None:
    before = [list(model.objects.values()) for model in MODELS]
    load_rows()
    assert [list(model.objects.values()) for model in MODELS] == before


def test_rows__show_every_kind_a_gap_a_vacancy_and_a_former_name() -> None:
    assert set(Organisation.objects.values_list("kind", flat=True)) == set(OrganisationKind.values)
    assert any(cell.is_gap for line in matrix("9901") for cell in line.cells)
    vacant = Function.objects.current().vacant(clock.today())
    assert vacant.filter(organisation__kind="police").exists()
    assert FormerName.objects.get(name_key__startswith="landstinget").organisation.kind == "region"


def test_numbers__belong_to_nobody() -> None:
    for model in (Organisation, Function, ContactPerson):
        assert all(FICTIONAL.fullmatch(row.phone) for row in model.objects.all())


def test_functions__of_the_plan_in_force_are_in_the_directory() -> None:
    plan = second_edition()
    named = {one.accountable_function for section in plan.sections for one in section.commitments}
    found = functions_named(named, clock.today(), UserFactory())
    assert {name for name in named if name.casefold() not in found} == set()
