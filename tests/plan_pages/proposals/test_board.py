"""What the board sees beside the text: which proposals were taken up, which were not and why, which wait; no names."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.proposals.of_matter import MatterProposals, proposals_of
from plan_pages.road.matter import Matter
from plan_pages.road.moving import open_matter
from tests.plan_pages.proposals import proposing
from tests.plan_pages.proposals.proposing import answered, raised, series
from tests.support import roads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page")]

decided, page = proposing.decided, proposing.page


def answer_some() -> Matter:
    reader, editor = roads.person(name="Rakel Läsare"), roads.person("editor", name="Edda Redaktör")
    answered(raised(reader, "Det som togs upp."), editor, "taken_up")
    answered(raised(reader, "Det som avböjdes.", why="Det behövs."), editor, "declined", "Redan gjort.")
    raised(reader, "Det som väntar.", section="")
    return Matter.objects.get()


def texts(proposals: MatterProposals) -> list[list[str]]:
    return [
        [line.text for line in lines] for lines in (proposals.taken_up, proposals.declined, proposals.waiting)
    ]


def test_open_matter__has_all_three() -> None:
    proposals = proposals_of(answer_some())
    assert texts(proposals) == [["Det som togs upp."], ["Det som avböjdes."], ["Det som väntar."]]
    assert proposals.declined[0].answer == "Redan gjort."
    assert proposals.taken_up[0].section == "1 Om avsnitt 1"


def test_closed_matter__keeps_its_own(page: ActionPlanPage) -> None:
    answer_some()
    matter = roads.at_board(page, roads.person("editor"), roads.person("reviewer"))
    matter = roads.recorded(matter, roads.person("board_secretary"))
    assert texts(proposals_of(matter)) == [["Det som togs upp."], ["Det som avböjdes."], []]
    assert texts(proposals_of(open_matter(series()))) == [[], [], ["Det som väntar."]]


def test_part_of_the_page__says_it_in_words_and_names_nobody() -> None:
    shown = render_to_string(
        "plan_pages/deciding/parts/proposals.html", {"proposals": proposals_of(answer_some())}
    )
    assert shown.count("<h3") == 3
    for words in ("Det som togs upp.", "Redan gjort.", "Det behövs.", "Det som väntar."):
        assert words in shown
    assert "Rakel" not in shown and "Edda" not in shown


def test_nothing_proposed__is_said() -> None:
    proposals = proposals_of(open_matter(series()))
    assert not proposals
    assert "<h3" not in render_to_string("plan_pages/deciding/parts/proposals.html", {"proposals": proposals})


@pytest.mark.both_databases
def test_questions__are_two_however_many_there_are() -> None:
    answer_some()
    editor = roads.person("editor")
    for count in range(5):
        answered(raised(text=f"Förslag {count}."), editor, "taken_up")
        raised(text=f"Väntande {count}.")
    matter = Matter.objects.select_related("series").get()
    with CaptureQueriesContext(connection) as queries:
        proposals = proposals_of(matter)
    assert len(queries) == 2 and len(proposals.taken_up) == 6
