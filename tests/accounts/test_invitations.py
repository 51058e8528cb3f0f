"""Invitations through HTTP: what the mail opens, and that it opens once."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from wagtail.models import ModelLogEntry

from accounts.invitation import Invitation
from accounts.invitations.accepting import InvitationEndedError, accept
from accounts.invitations.inviting import Invitee, invite, resend, withdraw
from accounts.invitations.mailing import deliver
from accounts.todos import unsent_invitations
from accounts.user import User
from handslag import clock
from handslag.places.models import Unit
from tests.accounts.conftest import PASSWORD, MakePerson, SignIn
from tests.support.mail import DEAD_MAIL_SERVER, MailSink

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "ny@kommun.test"
INDEX, ADD = "/admin/invitations/", "/admin/invitations/new/"


def accept_link(sink: MailSink, number: int = -1) -> str:
    text = sink.messages[number].get_content()
    return next(word for word in text.split() if "/konto/inbjudan/" in word)


def answer(name: str = "Nils Ny", password: str = PASSWORD) -> dict[str, str]:
    return {"name": name, "password1": password, "password2": password}


@pytest.mark.both_databases
def test_invitation__from_the_form_to_the_account(
    coordinator: User, signed_in: SignIn, mail_server: MailSink, school: Unit
) -> None:
    response = signed_in(coordinator).post(
        ADD,
        {
            "email": "Ny@Kommun.test",
            "name": "Nils Ny",
            "unit": school.pk,
            "roles": ["editor"],
            "bundle": "secretary",
        },
        follow=True,
    )
    assert NEW in response.content.decode()
    message = mail_server.messages[0]
    assert message["To"] == NEW
    assert "Samordnare" in message.get_content()
    link = accept_link(mail_server)
    assert link.startswith("http://testserver/konto/inbjudan/")
    invitation = Invitation.objects.get()
    assert invitation.sent_at is not None
    assert link.rstrip("/").rpartition("/")[2] not in str(Invitation.objects.values().get())

    guest = Client()
    page = guest.get(link)
    assert page.status_code == 200
    assert 'value="Nils Ny"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    # Opening it changed nothing.
    assert not User.objects.filter(email=NEW).exists()
    response = guest.post(link, answer())
    assert response.status_code == 302
    assert guest.get("/konto/").status_code == 200
    user = User.objects.get(email=NEW)
    assert (user.name, user.unit, user.municipality, user.is_superuser) == (
        "Nils Ny",
        school,
        school.municipality,
        False,
    )
    wanted = {"staff", "editor", "reviewer", "board_secretary"}
    assert set(user.groups.values_list("name", flat=True)) == wanted
    assert user.emailaddress_set.get().verified
    signed_in(user)


@pytest.mark.parametrize(
    "wrong",
    [
        {"password1": "kort", "password2": "kort"},
        {"password2": "något-annat-helt-2026"},
        {"name": ""},
        {"name": "Nils 20991231-0019"},
        {"password1": "123456789012", "password2": "123456789012"},
        {"password1": "ny@kommun.test", "password2": "ny@kommun.test"},
    ],
)
def test_accept__says_what_is_wrong_and_can_be_tried_again(
    wrong: dict[str, str], coordinator: User, mail_server: MailSink
) -> None:
    invite(coordinator, Invitee(NEW))
    link = accept_link(mail_server)
    response = Client().post(link, {**answer(), **wrong})
    assert response.status_code == 200
    assert "error-summary" in response.content.decode()
    assert not User.objects.filter(email=NEW).exists()
    assert Client().post(link, answer()).status_code == 302


def ends_by_use(inviter: User, link: str) -> None:
    assert Client().post(link, answer()).status_code == 302


def ends_by_withdrawal(inviter: User, link: str) -> None:
    withdraw(inviter, Invitation.objects.get())


def ends_by_resending(inviter: User, link: str) -> None:
    resend(inviter, Invitation.objects.get())


def ends_by_age(inviter: User, link: str) -> None:
    Invitation.objects.update(expires_at=clock.now() - datetime.timedelta(seconds=1))


def ends_with_the_inviter(inviter: User, link: str) -> None:
    inviter.is_active = False
    inviter.save()


def ends_with_the_inviters_role(inviter: User, link: str) -> None:
    inviter.groups.clear()


def ends_by_another_account(inviter: User, link: str) -> None:
    User.objects.create_user(NEW, PASSWORD)


@pytest.mark.parametrize(
    "end",
    [
        ends_by_use,
        ends_by_withdrawal,
        ends_by_resending,
        ends_by_age,
        ends_with_the_inviter,
        ends_with_the_inviters_role,
        ends_by_another_account,
    ],
)
def test_accept__an_ended_link_answers_as_an_unknown_one(
    end: Any, coordinator: User, mail_server: MailSink
) -> None:
    invite(coordinator, Invitee(NEW))
    link = accept_link(mail_server)
    end(coordinator, link)
    before = User.objects.count()
    answers = set()
    for address in (link, "/konto/inbjudan/okand-nyckel/"):
        for response in (Client().get(address), Client().post(address, answer())):
            html = response.content.decode()
            assert NEW not in html
            answers.add((response.status_code, "error" in html))
    assert {status for status, _ in answers} == {404}
    assert len(answers) == 1
    assert User.objects.count() == before


def test_accept__is_limited(client: Client) -> None:
    answers = [client.get(f"/konto/inbjudan/gissning-{n}/").status_code for n in range(61)]
    assert answers == [404] * 60 + [429]


def test_accept__somebody_signed_in_is_asked_to_sign_out(
    coordinator: User, signed_in: SignIn, mail_server: MailSink
) -> None:
    invite(coordinator, Invitee(NEW))
    response = signed_in(coordinator).post(accept_link(mail_server), answer())
    assert response.status_code == 409
    assert not User.objects.filter(email=NEW).exists()


def test_address__with_an_account_is_refused(
    coordinator: User, person: MakePerson, signed_in: SignIn
) -> None:
    gone = person("borta")
    gone.is_active = False
    gone.save()
    client = signed_in(coordinator)
    for email in ("Samordnare@Kommun.test", "borta@kommun.test"):
        response = client.post(ADD, {"email": email})
        assert response.status_code == 200
        assert "error" in response.content.decode()
    assert not Invitation.objects.exists()


@pytest.mark.both_databases
def test_address__has_one_open_invitation(coordinator: User, mail_server: MailSink) -> None:
    invite(coordinator, Invitee(NEW))
    with pytest.raises(ValidationError):
        invite(coordinator, Invitee("Ny@Kommun.test"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(email="NY@kommun.test", key_digest="b" * 64)
    Invitation.objects.update(expires_at=clock.now())
    again = invite(coordinator, Invitee(NEW, roles=frozenset({"editor"})))
    assert Invitation.objects.get() == again
    assert len(mail_server.messages) == 2
    assert Client().post(accept_link(mail_server, 0), answer()).status_code == 404
    assert Client().post(accept_link(mail_server, 1), answer()).status_code == 302


def test_mail__is_not_sent_where_the_transaction_fails(coordinator: User, mail_server: MailSink) -> None:
    def fail_after_inviting() -> None:
        with transaction.atomic():
            invite(coordinator, Invitee(NEW))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_inviting()
    assert not mail_server.messages


def test_mail__goes_out_once_however_often_the_task_runs(coordinator: User, mail_server: MailSink) -> None:
    invitation = invite(coordinator, Invitee(NEW))
    assert deliver([invitation.pk]) == 0
    assert len(mail_server.messages) == 1


def test_mail__one_that_fails_is_told_and_can_be_resent(
    coordinator: User, signed_in: SignIn, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    client = signed_in(coordinator)
    settings.MAILERS = DEAD_MAIL_SERVER
    response = client.post(ADD, {"email": NEW}, follow=True)
    assert response.status_code == 200
    invitation = Invitation.objects.get()
    assert invitation.sent_at is None
    assert [todo.url for todo in unsent_invitations(coordinator)] == [INDEX]
    assert NEW not in caplog.text
    with MailSink() as sink:
        settings.MAILERS = sink.mailers
        client.post(f"/admin/invitations/resend/{invitation.pk}/")
        assert len(sink.messages) == 1
        assert Client().post(accept_link(sink), answer()).status_code == 302
    assert not list(unsent_invitations(coordinator))


def test_mail__one_refused_address_stops_no_other(coordinator: User, mail_server: MailSink) -> None:
    written = [invite(coordinator, Invitee(email)) for email in ("refused@kommun.test", NEW)]
    assert [message["To"] for message in mail_server.messages] == [NEW]
    assert [Invitation.objects.get(pk=row.pk).sent_at is None for row in written] == [True, False]


def test_resend__gives_no_role_that_the_person_may_not_give(
    coordinator: User, administrator: User, signed_in: SignIn
) -> None:
    invitation = invite(administrator, Invitee(NEW, roles=frozenset({"auditor"})))
    signed_in(coordinator).post(f"/admin/invitations/resend/{invitation.pk}/")
    assert Invitation.objects.get().invited_by == administrator


def test_inviting__what_was_done_is_in_the_log(coordinator: User, signed_in: SignIn) -> None:
    invite(coordinator, Invitee(NEW, roles=frozenset({"board"})))
    entry = Invitation.objects.get()
    found = ModelLogEntry.objects.get(action="accounts.invite")
    assert (found.user, found.data["roles"], found.object_id) == (
        coordinator,
        ["board", "staff"],
        str(entry.pk),
    )
    assert NEW not in found.label


@pytest.mark.both_databases
def test_accept__of_several_at_once_one_wins(coordinator: User, mail_server: MailSink) -> None:
    invite(coordinator, Invitee(NEW, roles=frozenset({"editor"})))
    key = accept_link(mail_server).rstrip("/").rpartition("/")[2]
    start = threading.Barrier(4)

    def attempt(number: int) -> bool:
        start.wait()
        try:
            accept(key, name=f"Nummer {number}", password=PASSWORD)
        except InvitationEndedError:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(4))) == 1
    assert User.objects.filter(email=NEW).count() == 1


@pytest.mark.both_databases
def test_inviting__the_same_address_at_once_gives_one_invitation(
    coordinator: User, mail_server: MailSink
) -> None:
    start = threading.Barrier(4)

    def attempt(number: int) -> bool:
        start.wait()
        try:
            invite(coordinator, Invitee(NEW))
        except ValidationError:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(4))) == 1
    assert Invitation.objects.count() == len(mail_server.messages) == 1
