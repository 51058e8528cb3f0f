"""What is mounted below /konto/ and /admin/, and what is not."""

import pytest
from django.test import Client

from accounts.user import User
from tests.accounts.conftest import PASSWORD, MakePerson, SignIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles_once")]

NOT_MOUNTED = [
    "/konto/signup/",
    "/konto/email/",
    "/konto/confirm-email/",
    "/konto/password/set/",
    "/konto/login/code/",
    "/konto/login/code/confirm/",
    "/konto/3rdparty/",
    "/konto/social/signup/",
    "/konto/2fa/webauthn/",
    "/admin/password_reset/",
    "/admin/password_reset/done/",
    "/admin/password_reset/confirm/MQ/abc-def/",
    "/admin/password_reset/complete/",
]


@pytest.mark.parametrize("address", NOT_MOUNTED)
def test_door__is_closed(address: str, administrator: User, signed_in: SignIn) -> None:
    """A stranger is sent to sign in, as for any address that does not exist; whoever is signed in gets 404."""
    stranger = Client().get(address)
    assert (stranger.status_code, stranger.headers.get("Location", "").split("?")[0]) in {
        (302, "/konto/login/"),
        (404, ""),
    }
    assert signed_in(administrator).get(address).status_code == 404
    assert signed_in(administrator).post(address).status_code == 404


def test_admin_login__leads_to_ours_with_the_way_on(client: Client, administrator: User) -> None:
    response = client.get("/admin/login/?next=/admin/pages/")
    assert response.status_code == 302
    assert response["Location"] == "/konto/login/?next=/admin/pages/"
    posted = client.post("/admin/login/", {"username": administrator.email, "password": PASSWORD})
    assert posted.status_code == 302
    assert client.get("/admin/").status_code == 302


def test_admin__leads_strangers_to_our_sign_in(client: Client, administrator: User) -> None:
    response = client.get("/admin/")
    assert response["Location"].startswith("/konto/login/?next=/admin/")
    posted = client.post(response["Location"], {"login": administrator.email, "password": PASSWORD})
    assert posted["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_admin_logout__goes_through_ours(administrator: User, signed_in: SignIn) -> None:
    client = signed_in(administrator)
    assert client.get("/admin/logout/").status_code == 200
    assert client.get("/admin/").status_code == 200
    response = client.post("/admin/logout/")
    assert response.status_code == 302
    assert response["Location"] == "/konto/login/"
    assert client.get("/admin/").status_code == 302


def test_admin_own_account__has_neither_password_nor_first_name(
    administrator: User, signed_in: SignIn
) -> None:
    client = signed_in(administrator)
    html = client.get("/admin/account/").content.decode()
    for name in ("first_name", "old_password", "email-email"):
        assert name not in html
    response = client.post("/admin/account/", {"locale-preferred_language": "en", "theme-theme": "system"})
    assert response.status_code in {200, 302}


@pytest.mark.parametrize(
    "address",
    [
        "/konto/",
        "/konto/password/change/",
        "/konto/2fa/",
        "/konto/sessions/",
        "/konto/reauthenticate/",
        "/konto/logout/",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_own_pages__answer_in_both_languages(
    person: MakePerson, signed_in: SignIn, address: str, prefix: str
) -> None:
    client = signed_in(person("medarbetare"))
    response = client.get(prefix + address)
    assert response.status_code == 200
    html = response.content.decode()
    assert html.count("<h1") == 1
    assert "style=" not in html
    assert "<script>" not in html


@pytest.mark.parametrize(
    "address", ["/konto/login/", "/konto/inactive/", "/konto/password/reset/", "/konto/password/reset/done/",
                "/konto/password/reset/key/done/", "/konto/password/reset/key/1-abc/", "/konto/logout/"],
)  # fmt: skip
def test_entrance__is_open_to_strangers(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == (302 if address == "/konto/logout/" else 200)
