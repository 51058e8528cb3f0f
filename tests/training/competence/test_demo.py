"""The demo shows what the pages are for."""

import pytest

from accounts.demo import load_accounts
from accounts.user import User
from handslag import clock
from handslag.places.models import Municipality
from handslag.start.todos import todos_for
from tests.support.training import catalogue
from training.competence import todos
from training.competence.covering import all_units
from training.competence.kinds import Coverage
from training.demo.records import load_records
from training.experiences.listing import per_year
from training.methods.rules import standings
from training.needs.rules import without_course


@pytest.mark.django_db
def test_demo__has_a_half_covered_unit_a_need_without_course_and_a_method_to_review() -> None:
    catalogue()
    Municipality.objects.create(name="Björkmarks kommun", code="9901")
    load_accounts()
    told = []
    for _twice in range(2):
        load_records()
        figures = {row.unit.name: row.figures for row in all_units(clock.today()) if row.unit is not None}
        told.append(
            (
                figures,
                without_course().count(),
                [one.method.name for one in standings() if one.is_due],
                sum(sum(counts.values()) for _year, counts in per_year()),
            )
        )
    assert told[0] == told[1]
    figures, needs, methods, experiences = told[0]
    office = figures["Kommunledningskontoret"]
    assert office is not None and (office.people, office.knowledge, office.coverage) == (7, 3, Coverage.HALF)
    assert figures["Norra skolan"] is None
    assert (needs, methods, experiences, len(per_year())) == (1, ["Skolvandring"], 4, 2)
    employee = User.objects.get(email="medarbetare@handslag.test")
    assert len(todos_for(employee, [todos.refreshing])) == 1
