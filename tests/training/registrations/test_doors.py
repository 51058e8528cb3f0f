"""Who comes to the page on which one registers: whoever may read the occasion, and nobody else."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from handslag.access.models import ReadLogEntry
from tests.support import training
from tests.support.factories import UserFactory, restrict
from tests.training.registrations.people import page_of, signed_in
from training.models import Occasion, Registration

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

# What became of the pages above the occasion; whether a member of staff, and one of the role, may register then.
ABOVE: list[tuple[str, Callable[[Occasion], Any], bool, bool]] = [
    ("nothing", lambda row: None, True, True),
    ("course kept to a role", lambda row: restrict(row.course, "dialogue"), False, True),
    ("catalogue kept to a role", lambda row: restrict(row.course.get_parent(), "dialogue"), False, True),
    ("course taken away", lambda row: row.course.unpublish(), False, False),
    ("catalogue taken away", lambda row: row.course.get_parent().specific.unpublish(), False, False),
]


@pytest.mark.parametrize(
    ("change", "staff", "dialogue"), [row[1:] for row in ABOVE], ids=[row[0] for row in ABOVE]
)
def test_register__is_there_for_whoever_may_read_the_occasion(
    change: Callable[[Occasion], Any], staff: bool, dialogue: bool
) -> None:
    occasion = training.occasion()
    change(occasion)
    for role, may in (("staff", staff), ("dialogue", dialogue)):
        client = signed_in(UserFactory(roles=["staff", role]))
        form = {"token": str(uuid.uuid4())}
        answers = (
            client.get(f"/utbildning/tillfalle/{occasion.pk}/").status_code,
            client.get(page_of(occasion)).status_code,
            client.post(page_of(occasion), form).status_code,
        )
        assert answers == ((200, 200, 302) if may else (404, 404, 404)), role
    assert Registration.objects.count() == staff + dialogue


def test_register__a_reading_of_what_is_kept_to_a_role_is_written_down() -> None:
    occasion = training.occasion()
    client = signed_in(UserFactory(roles=["staff", "dialogue"]))
    client.get(page_of(occasion))
    assert not ReadLogEntry.objects.exists()
    restrict(occasion.course.get_parent(), "dialogue")
    client.get(page_of(occasion))
    assert list(ReadLogEntry.objects.values_list("kind", "object_id")) == [
        (ReadLogEntry.Kind.PAGE, occasion.course_id)
    ]
