"""Who may invite, and with which roles; the table is the rule of docs/decisions/0003-sign-in.md."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from accounts.invitation import Invitation
from accounts.invitations.granting import grantable_roles
from accounts.invitations.inviting import Invitee, invite, resend, withdraw
from accounts.user import User
from handslag.access.roles import roles
from handslag.places.models import Unit
from tests.accounts.conftest import MakePerson, SignIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles_once")]

NEW = "ny@kommun.test"
INDEX, ADD, FILE = "/admin/invitations/", "/admin/invitations/new/", "/admin/invitations/file/"
EVERY_ROLE = {role.name for role in roles}
OPEN_ROLES = EVERY_ROLE - {"dialogue", "auditor"}
# Who may invite, and with which roles: every demo account's role, an administrator, a stranger.
TABLE: dict[str, set[str]] = {
    "staff": set(),
    "editor": set(),
    "reviewer": set(),
    "steering_group": set(),
    "board": set(),
    "board_secretary": set(),
    "forum": set(),
    "dialogue": set(),
    "auditor": set(),
    "coordinator": OPEN_ROLES,
    "coordinator+dialogue": OPEN_ROLES | {"dialogue"},
    "coordinator+auditor": OPEN_ROLES,
    "superuser": EVERY_ROLE,
}


def who(person: MakePerson, line: str) -> User:
    if line == "superuser":
        return person("nagon", superuser=True)
    return person("nagon", *line.split("+"))


@pytest.mark.parametrize("line", TABLE)
def test_table__who_gives_which_roles(line: str, person: MakePerson) -> None:
    inviter = who(person, line)
    assert {role.name for role in grantable_roles(inviter)} == TABLE[line]
    for role in EVERY_ROLE:
        invitee = Invitee(f"{role}@kommun.test", roles=frozenset({role}))
        if role in TABLE[line]:
            assert set(invite(inviter, invitee).roles.values_list("name", flat=True)) == {role, "staff"}
        else:
            with pytest.raises((PermissionDenied, ValidationError)):
                invite(inviter, invitee)
    assert Invitation.objects.count() == len(TABLE[line])


@pytest.mark.parametrize("line", TABLE)
def test_table__who_reaches_the_pages(line: str, person: MakePerson, signed_in: SignIn) -> None:
    client = signed_in(who(person, line))
    may = bool(TABLE[line])
    for address in (ADD, FILE):
        assert (client.get(address).status_code == 200) is may, address
    assert (client.get(INDEX).status_code == 200) is (may or line == "auditor")
    client.post(ADD, {"email": NEW})
    assert Invitation.objects.exists() is may


@pytest.mark.parametrize("line", [line for line in TABLE if not TABLE[line]])
def test_table__nobody_else_resends_or_withdraws(
    line: str, person: MakePerson, coordinator: User, signed_in: SignIn
) -> None:
    invitation = invite(coordinator, Invitee(NEW))
    digest = Invitation.objects.get().key_digest
    client = signed_in(who(person, line))
    for action in ("resend", "withdraw"):
        client.post(f"/admin/invitations/{action}/{invitation.pk}/")
        with pytest.raises(PermissionDenied):
            {"resend": resend, "withdraw": withdraw}[action](who_again(client), invitation)
    assert Invitation.objects.get().key_digest == digest


def who_again(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def test_page__a_forged_role_is_refused_and_what_was_typed_stays(
    coordinator: User, signed_in: SignIn
) -> None:
    client = signed_in(coordinator)
    response = client.post(ADD, {"email": NEW, "name": "Nils Ny", "roles": ["auditor"]})
    assert response.status_code == 200
    assert 'value="Nils Ny"' in response.content.decode()
    response = client.post(ADD, {"email": NEW, "bundle": "coordinator"})
    assert response.status_code == 200
    assert not Invitation.objects.exists()


def test_inviting__a_unit_of_another_municipality_is_refused(coordinator: User, school: Unit) -> None:
    with pytest.raises(ValidationError):
        invite(coordinator, Invitee(NEW, unit=school))


def test_group__outside_the_table_of_roles_is_never_given(administrator: User) -> None:
    Group.objects.create(name="hemlig")
    with pytest.raises(ValidationError):
        invite(administrator, Invitee(NEW, roles=frozenset({"hemlig"})))
