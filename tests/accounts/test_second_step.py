"""The second step: switched on by its owner, and then no way past it."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.http import HttpResponse
from django.test import Client

from accounts.todos import second_step
from accounts.user import User
from tests.accounts.conftest import PASSWORD, MakePerson, SignIn
from tests.support.mail import MailSink

pytestmark = pytest.mark.django_db
ACTIVATE = "/konto/2fa/totp/activate/"
MOMENT = 59_000_000


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code holds for half a minute, which may end between its reading and its sending."""
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter([MOMENT]))


def code_for(secret: str) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret, MOMENT))


def open_activation(client: Client) -> HttpResponse:
    """Whatever touches the second step asks for the password first, also just after signing in."""
    asked = client.get(ACTIVATE)
    assert asked["Location"].startswith("/konto/reauthenticate/")
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == ACTIVATE
    return client.get(ACTIVATE)


def turn_on(client: Client) -> str:
    page = open_activation(client)
    assert page.status_code == 200, page
    secret = re.search(r'<code class="ltr">([A-Z2-7]+)</code>', page.content.decode())
    assert secret
    response = client.post(ACTIVATE, {"code": code_for(secret[1])})
    assert response.status_code == 302, response.content.decode()
    return secret[1]


@pytest.fixture
def editor(person: MakePerson) -> User:
    return person("redaktor", "editor")


def test_second_step__the_picture_is_an_element_of_the_page(editor: User, signed_in: SignIn) -> None:
    html = open_activation(signed_in(editor)).content.decode()
    assert '<svg role="img"' in html
    assert "data:image" not in html
    assert "style=" not in html


def test_second_step__a_wrong_code_turns_nothing_on(editor: User, signed_in: SignIn) -> None:
    client = signed_in(editor)
    open_activation(client)
    response = client.post(ACTIVATE, {"code": "000000"})
    assert "error-summary" in response.content.decode()
    assert not Authenticator.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_second_step__the_password_alone_stays_outside(
    editor: User, signed_in: SignIn, mail_server: MailSink
) -> None:
    secret = turn_on(signed_in(editor))
    assert mail_server.messages[0]["To"] == editor.email
    client = Client()
    response = client.post("/konto/login/?next=/admin/", {"login": editor.email, "password": PASSWORD})
    assert response["Location"].startswith("/konto/2fa/authenticate/")
    for address in ("/admin/", "/konto/", "/konto/sessions/", "/konto/2fa/"):
        assert client.get(address).status_code == 302, address
    assert client.post("/konto/2fa/authenticate/", {"code": code_for(secret)}).status_code == 302
    assert client.get("/admin/").status_code == 200
    # Whoever looked over the shoulder cannot use the code again.
    thief = Client()
    thief.post("/konto/login/", {"login": editor.email, "password": PASSWORD})
    assert thief.post("/konto/2fa/authenticate/", {"code": code_for(secret)}).status_code == 200
    assert thief.get("/konto/").status_code == 302


def test_second_step__guessing_is_closed(editor: User, signed_in: SignIn) -> None:
    turn_on(signed_in(editor))
    client = Client()
    client.post("/konto/login/", {"login": editor.email, "password": PASSWORD})
    answers = [client.post("/konto/2fa/authenticate/", {"code": "000000"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_recovery_codes__each_opens_once(editor: User, signed_in: SignIn) -> None:
    owner = signed_in(editor)
    turn_on(owner)
    html = owner.get("/konto/2fa/recovery-codes/").content.decode()
    codes = re.findall(r'<code class="ltr">(\w+)</code>', html)
    assert len(codes) == 10
    assert owner.get("/konto/2fa/recovery-codes/download/").content.decode().split() == codes
    for expected in (302, 200):
        client = Client()
        client.post("/konto/login/", {"login": editor.email, "password": PASSWORD})
        assert client.post("/konto/2fa/authenticate/", {"code": codes[0]}).status_code == expected


def test_second_step__is_turned_off_by_its_owner(editor: User, signed_in: SignIn) -> None:
    owner = signed_in(editor)
    turn_on(owner)
    assert owner.get("/konto/2fa/").status_code == 200
    assert owner.post("/konto/2fa/totp/deactivate/").status_code == 302
    assert not Authenticator.objects.exists()
    signed_in(editor)


def test_second_step__asks_for_the_password_again_after_five_minutes(editor: User, signed_in: SignIn) -> None:
    client = signed_in(editor)
    open_activation(client)
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 301} for record in session["account_authentication_methods"]
    ]
    session.save()
    response = client.get(ACTIVATE)
    assert response["Location"].startswith("/konto/reauthenticate/")
    wrong = client.post(response["Location"], {"password": "fel"})
    assert wrong.status_code == 200
    assert "error-summary" in wrong.content.decode()


def test_second_step__is_a_thing_to_do_for_those_who_work_in_the_admin(
    editor: User, person: MakePerson, signed_in: SignIn
) -> None:
    assert [todo.url for todo in second_step(editor)] == ["/konto/2fa/"]
    assert [todo.due for todo in second_step(editor)] == [None]
    assert not list(second_step(person("medarbetare")))
    turn_on(signed_in(editor))
    assert not list(second_step(User.objects.get(pk=editor.pk)))


def test_sessions__others_are_seen_and_ended(editor: User, signed_in: SignIn) -> None:
    here, there, third = (signed_in(editor) for _ in range(3))
    html = here.get("/konto/sessions/").content.decode()
    numbers = re.findall(r'name="session" value="(\d+)"', html)
    assert len(numbers) == 2
    here.post("/konto/sessions/", {"session": numbers[0]})
    assert [client.get("/konto/").status_code for client in (here, there, third)] == [200, 302, 200]
    here.post("/konto/sessions/")
    assert [client.get("/konto/").status_code for client in (here, there, third)] == [200, 302, 302]


def test_sessions__nobody_ends_another_persons(editor: User, person: MakePerson, signed_in: SignIn) -> None:
    own, other = signed_in(editor), signed_in(person("medarbetare"))
    number = editor.usersession_set.get().pk
    assert other.post("/konto/sessions/", {"session": str(number)}).status_code == 404
    assert own.get("/konto/").status_code == 200
    for forged in ("²", "9" * 25, "9" * 5000):
        assert other.post("/konto/sessions/", {"session": forged}).status_code == 404
