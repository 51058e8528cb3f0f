"""Signing in over HTTP: what opens, what does not, and what a stranger can learn."""

import re
from typing import Any
from unittest import mock

import pytest
from django.test import Client

from accounts.user import User
from tests.accounts.conftest import PASSWORD, MakePerson, SignIn
from tests.support.mail import DEAD_MAIL_SERVER, MailSink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles_once")]
LOGIN = "/konto/login/"
RESET = "/konto/password/reset/"
WRONG = "fel"


def attempt(client: Client, email: str, password: str = WRONG, **extra: str) -> tuple[int, str]:
    response = client.post(LOGIN, {"login": email, "password": password}, **extra)  # type: ignore[arg-type]
    return response.status_code, without_tokens(response.content.decode())


def without_tokens(html: str) -> str:
    html = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", html)
    return re.sub(r'value="[^"]*@kommun.test"', "", html)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_sign_in__opens_with_the_right_password(client: Client, person: MakePerson, prefix: str) -> None:
    person("medarbetare")
    assert client.get(f"{prefix}{LOGIN}").status_code == 200
    response = client.post(
        f"{prefix}{LOGIN}?next=/konto/sessions/", {"login": "Medarbetare@Kommun.test", "password": PASSWORD}
    )
    assert response.status_code == 302
    assert response["Location"] == "/konto/sessions/"
    assert client.get("/konto/").status_code == 200


def test_sign_in__never_leads_to_another_host(client: Client, person: MakePerson) -> None:
    person("medarbetare")
    response = client.post(
        f"{LOGIN}?next=https://annan.test/", {"login": "medarbetare@kommun.test", "password": PASSWORD}
    )
    assert response["Location"] == "/"


def test_sign_in__same_answer_for_unknown_addresses_and_wrong_passwords(
    client: Client, person: MakePerson
) -> None:
    person("medarbetare")
    known = attempt(client, "medarbetare@kommun.test")
    unknown = attempt(client, "ingen@kommun.test")
    assert known == unknown
    assert known[0] == 200


def test_sign_in__hashes_once_for_known_and_unknown_addresses(client: Client, person: MakePerson) -> None:
    person("medarbetare")
    counts = []
    for email in ("medarbetare@kommun.test", "ingen@kommun.test"):
        with mock.patch(
            "django.contrib.auth.hashers.MD5PasswordHasher.encode",
            autospec=True,
            return_value="md5$salt$0",
        ) as encode:
            attempt(client, email)
        counts.append(encode.call_count)
    assert counts[0] == counts[1] == 1


def test_sign_in__an_account_is_closed_for_a_while_after_five_failures(
    client: Client, person: MakePerson
) -> None:
    person("medarbetare")
    answers = [attempt(client, "medarbetare@kommun.test", REMOTE_ADDR=f"192.0.2.{n}")[0] for n in range(6)]
    assert answers == [200] * 5 + [429]
    # Also the right password, also from elsewhere: otherwise the sixth guess could be tried.
    status, html = attempt(client, "medarbetare@kommun.test", PASSWORD, REMOTE_ADDR="198.51.100.7")
    assert status == 429
    assert "error-summary" in html
    # A stranger's address is closed alike.
    assert [attempt(client, "ingen@kommun.test")[0] for _ in range(6)] == [200] * 5 + [429]


@pytest.mark.slow
def test_sign_in__an_address_is_closed_whatever_accounts_it_tries(client: Client, person: MakePerson) -> None:
    answers = [attempt(client, f"nr{n}@kommun.test")[0] for n in range(31)]
    assert answers == [200] * 30 + [429]
    person("medarbetare")
    assert attempt(client, "medarbetare@kommun.test", PASSWORD, REMOTE_ADDR="198.51.100.7")[0] == 302


@pytest.mark.slow
def test_sign_in__a_forwarded_address_counts_only_behind_a_trusted_proxy(
    client: Client, settings: Any
) -> None:
    spoofed = [
        attempt(client, f"a{n}@kommun.test", HTTP_X_FORWARDED_FOR=f"192.0.2.{n}")[0] for n in range(31)
    ]
    assert spoofed[-1] == 429
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    told = [attempt(client, f"b{n}@kommun.test", HTTP_X_FORWARDED_FOR=f"192.0.2.{n}")[0] for n in range(31)]
    assert told == [200] * 31


def test_limit__the_page_is_in_the_look_of_the_site(client: Client) -> None:
    for _ in range(20):
        client.post(RESET, {"email": "ingen@kommun.test"})
    response = client.post(RESET, {"email": "ingen@kommun.test"})
    assert response.status_code == 429
    assert "site-header" in response.content.decode()


def test_deactivated__is_out_at_the_next_request_and_its_session_never_returns(
    person: MakePerson, signed_in: SignIn
) -> None:
    user = person("medarbetare")
    client = signed_in(user)
    assert client.get("/konto/").status_code == 200
    user.is_active = False
    user.save()
    assert client.get("/konto/").status_code == 302
    user.is_active = True
    user.save()
    assert client.get("/konto/").status_code == 302


def test_deactivated__the_right_password_gets_a_sentence_and_no_session(
    client: Client, person: MakePerson
) -> None:
    user = person("medarbetare")
    User.objects.filter(pk=user.pk).update(is_active=False)
    response = client.post(LOGIN, {"login": user.email, "password": PASSWORD}, follow=True)
    assert response.status_code == 200
    assert client.get("/konto/").status_code == 302
    # Who does not know the password learns nothing.
    assert attempt(client, user.email) == attempt(client, "ingen@kommun.test")


def test_reset__one_mail_and_the_same_answer_for_known_and_unknown(
    client: Client, person: MakePerson, mail_server: MailSink
) -> None:
    person("medarbetare")
    answers = []
    for email in ("medarbetare@kommun.test", "ingen@kommun.test"):
        response = client.post(RESET, {"email": email}, follow=True)
        answers.append((response.redirect_chain, without_tokens(response.content.decode())))
    assert answers[0] == answers[1]
    assert [message["To"] for message in mail_server.messages] == [
        "medarbetare@kommun.test",
        "ingen@kommun.test",
    ]
    known, unknown = (message.get_content() for message in mail_server.messages)
    assert "/konto/password/reset/key/" in known
    assert "http" not in unknown


def test_reset__the_link_works_once_and_signs_out_everywhere(
    client: Client, person: MakePerson, mail_server: MailSink, signed_in: SignIn
) -> None:
    user = person("medarbetare")
    elsewhere = signed_in(user)
    client.post(RESET, {"email": user.email}, HTTP_HOST="localhost")
    link = link_in(mail_server, "/konto/password/reset/key/")
    # BASE_URL, whatever host the request named.
    assert link.startswith("http://testserver/")
    page = client.get(link, follow=True)
    form_address = page.redirect_chain[-1][0]
    new = "fyra-nya-ord-i-rad"
    too_short = client.post(form_address, {"password1": "kort", "password2": "kort"})
    assert "12" in too_short.content.decode()
    done = client.post(form_address, {"password1": new, "password2": new})
    assert done.status_code == 302
    assert attempt(client, user.email, new)[0] == 302
    assert elsewhere.get("/konto/").status_code == 302
    again = Client().get(link, follow=True)
    assert (
        "Länken fungerar inte" in again.content.decode() or "The link does not work" in again.content.decode()
    )
    assert mail_server.messages[-1]["To"] == user.email
    assert len(mail_server.messages) == 2


def test_reset__a_dead_mail_server_is_told_alike_for_everybody(
    client: Client, person: MakePerson, settings: Any
) -> None:

    settings.MAILERS = DEAD_MAIL_SERVER
    person("medarbetare")
    answers = []
    for email in ("medarbetare@kommun.test", "ingen@kommun.test"):
        response = client.post(RESET, {"email": email})
        answers.append((response.status_code, without_tokens(response.content.decode())))
    assert answers[0] == answers[1]
    assert answers[0][0] == 503


def test_password_change__keeps_this_device_and_signs_out_the_others(
    person: MakePerson, signed_in: SignIn, mail_server: MailSink
) -> None:
    user = person("medarbetare")
    here, there = signed_in(user), signed_in(user)
    new = "fyra-nya-ord-i-rad"
    response = here.post(
        "/konto/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert response.status_code == 302
    assert here.get("/konto/").status_code == 200
    assert there.get("/konto/").status_code == 302
    assert mail_server.messages[0]["To"] == user.email


def test_address__one_that_an_administrator_changed_opens_nothing_any_more(
    client: Client, person: MakePerson, mail_server: MailSink
) -> None:
    user = person("medarbetare")
    user.email = "ny@kommun.test"
    user.save()
    assert attempt(client, "medarbetare@kommun.test", PASSWORD)[0] == 200
    client.post(RESET, {"email": "medarbetare@kommun.test"})
    assert "reset/key" not in mail_server.messages[0].get_content()
    assert attempt(client, "ny@kommun.test", PASSWORD)[0] == 302


def link_in(sink: MailSink, part: str) -> str:
    text = sink.messages[-1].get_content()
    return next(word for word in text.split() if part in word)
