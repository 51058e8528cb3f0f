"""Two people carry a draft to an edition, whatever roles they combine; one cannot, by any road."""

import pytest

from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import ParticipantRole
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Ending, Stage
from plan_pages.road.moving import NotAllowedError
from plan_pages.workflow import doors
from tests.support import plans, roads
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db

EVERYTHING = ("editor", "reviewer", "board_secretary", "coordinator")


@pytest.fixture
def page() -> ActionPlanPage:
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


@pytest.mark.parametrize("recorder", ["writer", "reader"])
def test_two_people__are_enough(page: ActionPlanPage, recorder: str) -> None:
    people = {"writer": roads.person(*EVERYTHING), "reader": roads.person(*EVERYTHING)}
    matter = roads.at_board(page, people["writer"], people["reader"])
    assert matter.stage == Stage.BOARD
    matter = roads.recorded(matter, people[recorder])
    assert (matter.stage, matter.ending) == (Stage.CLOSED, Ending.ADOPTED)
    edition = Edition.objects.get(pk=matter.edition_id)
    assert str(edition.number) == "2"
    took_part = set(edition.participants.values_list("user_id", "role"))
    assert took_part == {
        (people["writer"].pk, ParticipantRole.AUTHOR),
        (people["reader"].pk, ParticipantRole.REVIEWER),
        (people[recorder].pk, ParticipantRole.RECORDER),
    }
    assert matter.workflow_state.status == "approved"


@pytest.mark.parametrize("superuser", [False, True])
def test_one_person__cannot_approve_what_they_wrote(page: ActionPlanPage, superuser: bool) -> None:
    alone = roads.person(*EVERYTHING, is_superuser=superuser)
    other = roads.person("reviewer", name="Rut Granskare")
    matter = roads.submitted(page, alone)
    with pytest.raises(NotAllowedError, match="Rut Granskare"):
        doors.act(matter, alone, "approve")
    doors.act(matter, other, "approve")


def test_one_person__is_an_author_also_when_somebody_else_submits(page: ActionPlanPage) -> None:
    writer, other = roads.person(*EVERYTHING), roads.person(*EVERYTHING)
    matter = roads.drafted(page, writer)
    matter = doors.submit(matter, other)
    for barred in (writer, other):
        with pytest.raises(NotAllowedError):
            doors.act(matter, barred, "approve")
