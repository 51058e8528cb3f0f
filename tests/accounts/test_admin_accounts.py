"""Accounts in the admin: superusers change them, coordinators deactivate, nobody adds or deletes."""

import pytest
from django.contrib.auth.models import Group, Permission

from accounts.user import User
from handslag.places.models import Unit
from tests.accounts.conftest import MakePerson, SignIn

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("roles_once")]

LIST = "/admin/users/"
SEES_THE_LIST = {"coordinator", "auditor", "superuser"}
LINES = ["staff", "editor", "reviewer", "forum", "dialogue", "board", "coordinator", "auditor", "superuser"]


def form(user: User, **changed: object) -> dict[str, object]:
    groups = [group.pk for group in user.groups.all()]
    data = {"email": user.email, "name": user.name, "is_active": "on", "groups": groups, **changed}
    return {key: value for key, value in data.items() if value is not None}


@pytest.mark.parametrize("line", LINES)
def test_table__who_sees_changes_adds_deletes(line: str, person: MakePerson, signed_in: SignIn) -> None:
    actor = person("nagon", superuser=True) if line == "superuser" else person("nagon", line)
    other = person("annan")
    client = signed_in(actor)
    assert (client.get(LIST).status_code == 200) is (line in SEES_THE_LIST)
    assert (client.get(f"{LIST}edit/{other.pk}/").status_code == 200) is (line == "superuser")
    raised = form(other, is_superuser="on", email="tagen@kommun.test")
    client.post(f"{LIST}edit/{other.pk}/", raised)
    other.refresh_from_db()
    assert other.is_superuser is (line == "superuser")
    client.post(f"{LIST}new/", form(other, email="extra@kommun.test"))
    client.post(f"{LIST}delete/{other.pk}/")
    client.post(f"/admin/bulk/accounts/user/delete/?id={other.pk}")
    assert User.objects.count() == 2
    editor = Group.objects.get(name="editor")
    client.post(f"/admin/bulk/accounts/user/assign_role/?id={actor.pk}", {"role": editor.pk})
    assert actor.groups.filter(name="editor").exists() is (line == "editor")


@pytest.mark.parametrize("line", LINES)
def test_table__who_deactivates(line: str, person: MakePerson, signed_in: SignIn) -> None:
    actor = person("nagon", superuser=True) if line == "superuser" else person("nagon", line)
    other, boss = person("annan"), person("chef", superuser=True)
    client, theirs = signed_in(actor), signed_in(other)
    for target in (other, boss, actor):
        client.post(f"{LIST}deactivate/{target.pk}/")
    active = {user.pk: user.is_active for user in User.objects.all()}
    assert active[actor.pk]
    assert active[other.pk] is (line not in {"coordinator", "superuser"})
    assert active[boss.pk] is (line != "superuser")
    assert theirs.get("/konto/").status_code == (200 if active[other.pk] else 302)


def test_change__a_permission_given_to_a_group_raises_nobody(person: MakePerson, signed_in: SignIn) -> None:
    """Somebody ticks “can change account” for a role in the admin: the rule does not follow."""
    editor = person("redaktor", "editor")
    permissions = Permission.objects.filter(content_type__app_label="accounts", content_type__model="user")
    Group.objects.get(name="editor").permissions.add(*permissions)
    client = signed_in(editor)
    other = person("annan")
    coordinator = Group.objects.get(name="coordinator")
    for user in (editor, other):
        address = f"{LIST}edit/{user.pk}/"
        assert client.get(address).status_code != 200
        client.post(address, form(user, is_superuser="on", groups=[coordinator.pk]))
    client.post(f"/admin/bulk/accounts/user/set_active_state/?id={editor.pk}", {"mark_as_active": "False"})
    client.post(f"/admin/bulk/accounts/user/assign_role/?id={editor.pk}", {"role": coordinator.pk})
    editor.refresh_from_db()
    assert not editor.is_superuser
    assert editor.is_active
    assert not User.objects.filter(groups=coordinator).exists()
    assert not User.objects.filter(is_superuser=True).exists()


def test_form__saves_what_it_shows(
    administrator: User, person: MakePerson, school: Unit, signed_in: SignIn
) -> None:
    user = person("medarbetare")
    client = signed_in(administrator)
    html = client.get(f"{LIST}edit/{user.pk}/").content.decode()
    for absent in ("password", "first_name", "username"):
        assert f'name="{absent}' not in html
    roles = Group.objects.filter(name__in=["staff", "editor"])
    data = form(user, name="Mona Sjö", unit=school.pk, email="Mona@Kommun.test", groups=[g.pk for g in roles])
    assert client.post(f"{LIST}edit/{user.pk}/", data).status_code == 302
    user.refresh_from_db()
    assert (user.name, user.email, user.unit, user.municipality) == (
        "Mona Sjö",
        "mona@kommun.test",
        school,
        school.municipality,
    )
    assert set(user.groups.all()) == set(roles)
    for wrong in ({"name": ""}, {"email": administrator.email}, {"name": "Mona 20991231-0019"}):
        response = client.post(f"{LIST}edit/{user.pk}/", form(user, **wrong))
        assert response.status_code == 200, wrong
    assert client.get(f"{LIST}history/{user.pk}/").status_code == 200


def test_form__an_administrator_does_not_shut_out_themselves(administrator: User, signed_in: SignIn) -> None:
    client = signed_in(administrator)
    response = client.post(f"{LIST}edit/{administrator.pk}/", form(administrator, is_active=None))
    assert response.status_code == 302
    administrator.refresh_from_db()
    assert (administrator.is_active, administrator.is_superuser) == (True, True)


@pytest.mark.parametrize(
    "query", ["?q=anna", "?is_active=true", "?ordering=-name", "?group=1", "?is_superuser=false"]
)
def test_list__searches_filters_and_sorts(
    query: str, administrator: User, person: MakePerson, signed_in: SignIn
) -> None:
    person("anna", "editor")
    client = signed_in(administrator)
    assert client.get(LIST + query).status_code == 200
    assert client.get(f"{LIST}results/{query}").status_code == 200


def test_menu__offers_what_one_may_open(coordinator: User, person: MakePerson, signed_in: SignIn) -> None:
    shown = signed_in(coordinator).get("/admin/").content.decode()
    hidden = signed_in(person("redaktor", "editor")).get("/admin/").content.decode()
    for address in ("/admin/invitations/", "/admin/users/"):
        assert address in shown
        assert address not in hidden
