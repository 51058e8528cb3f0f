"""The page of the forum names the functions that the coordinator put there (B-0.5)."""

import io
from typing import Any

import pytest
from django.core.management import call_command

from contacts.guidance.work_of_forum import ForumFunction
from handslag import clock
from tests.contacts.guidance.asking import START, signed_in
from tests.support.contacts import function
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "may"), [("coordinator", True), ("forum", True), ("editor", False)])
def test_functions__are_kept_in_the_admin_and_shown_above_the_form(role: str, may: bool) -> None:
    make_site()
    call_command("setup_roles", stdout=io.StringIO())
    place = function("Säkerhetssamordnare")
    keeper: Any = signed_in(UserFactory(roles=["staff", role]))
    data = {"function": place.pk, "knows_about": "hot mot personal", "order": 1}
    keeper.post("/admin/consultation-forum/new/", data)
    assert ForumFunction.objects.exists() is may
    reader = signed_in(UserFactory())
    assert ("Säkerhetssamordnare" in reader.get(START).content.decode()) is may
    place.abolished_on = clock.today()
    place.save()
    assert "Säkerhetssamordnare" not in reader.get(START).content.decode()
