"""What the coordinator does: edits, calls, verifies, and is told what waits."""

import datetime
import io
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from contacts.demo import load_directory
from contacts.helplines import evidence, search
from contacts.helplines.demo import load_helplines
from contacts.helplines.dissemination import Dissemination
from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.rules import Standing, is_shown_to_public, standing
from contacts.helplines.todos import waiting_for
from contacts.helplines.verifying import VERIFIED
from handslag import clock
from handslag.search.models import SearchDocument
from handslag.search.query import parse
from handslag.search.results import Results
from tests.support.factories import UserFactory, make_site, translated_home
from tests.support.helplines import helpline, verified
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)


def set_up_roles() -> None:
    call_command("setup_roles", verbosity=0, stdout=io.StringIO())


roles_once = once(set_up_roles)


@pytest.fixture(autouse=True)
def roles(roles_once: None) -> None:
    anew(roles_once)


def signed_in(*names: str) -> tuple[Client, Any]:
    user = UserFactory(roles=["staff", *names])
    client = Client()
    client.force_login(user)
    return client, user


def fields_of(line: Helpline, **changed: Any) -> dict[str, Any]:
    names = (
        "name",
        "number",
        "operator",
        "audience",
        "hours",
        "languages",
        "anonymity",
        "cost",
        "url",
        "sort_order",
    )
    return {**{name: getattr(line, name) for name in names}, "organisation": "", "ended_on": "", **changed}


def verify_address(line: Helpline) -> str:
    return f"/admin/stodlinjer/verify/{line.pk}/"


def test_verifying__in_the_admin_restates_the_number_and_is_logged() -> None:
    line = helpline()
    client, user = signed_in("coordinator")
    page = client.get(verify_address(line))
    assert line.number in page.content.decode()
    client.post(verify_address(line), {"seen": fingerprint(line), "called": "on"})
    line.refresh_from_db()
    assert (line.verified_by, line.verified_on) == (user, clock.today())
    assert is_shown_to_public(line, clock.today())
    assert ModelLogEntry.objects.filter(action=VERIFIED, user=user, object_id=str(line.pk)).count() == 1


@pytest.mark.parametrize("sent", [{"called": ""}, {"seen": "something else", "called": "on"}])
def test_verifying__needs_the_call_and_what_was_seen(sent: dict[str, str]) -> None:
    line = helpline()
    client, _user = signed_in("coordinator")
    client.post(verify_address(line), {"seen": fingerprint(line), **sent})
    line.refresh_from_db()
    assert line.verified_on is None


def test_editing__withdraws_the_verification_and_does_not_verify() -> None:
    line = verified()
    client, _user = signed_in("coordinator")
    sent = fields_of(line, number="08-465 004 62", verified_on="2026-03-02", verified_as="x")
    answer = client.post(f"/admin/stodlinjer/edit/{line.pk}/", sent)
    assert answer.status_code == 302
    line.refresh_from_db()
    assert line.number == "08-465 004 62"
    assert line.verified_on is None and line.verified_by is None


@pytest.mark.parametrize("number", ["0846500461", "640823-3234"])
def test_editing__refuses_a_bad_number_and_keeps_what_was_typed(number: str) -> None:
    line = verified()
    client, _user = signed_in("coordinator")
    answer = client.post(
        f"/admin/stodlinjer/edit/{line.pk}/", fields_of(line, number=number, hours="Dygnet runt")
    )
    assert answer.status_code == 200
    assert "Dygnet runt" in answer.content.decode()
    line.refresh_from_db()
    assert line.number == "08-465 004 61" and line.verified_on is not None


@pytest.mark.parametrize(("role", "reads"), [("coordinator", True), ("editor", True), ("forum", False)])
def test_admin__only_the_coordinator_changes_lines(role: str, reads: bool) -> None:
    line = helpline()
    client, _user = signed_in(role)
    for address in ("/admin/stodlinjer/", "/admin/stodlinjer/?q=Provlinjen"):
        answer = client.get(address)
        assert (answer.status_code == 200) is reads
        assert ("Provlinjen" in answer.content.decode()) is reads
    if role != "coordinator":
        client.post(verify_address(line), {"seen": fingerprint(line), "called": "on"})
        client.post(f"/admin/stodlinjer/edit/{line.pk}/", fields_of(line, hours="Aldrig"))
        line.refresh_from_db()
        assert line.verified_on is None and line.hours == "Vardagar 9–16"


@pytest.mark.parametrize(("days", "waits"), [(75, False), (76, True), (90, True), (91, True)])
def test_todo__comes_two_weeks_before_the_line_runs_out(days: int, waits: bool) -> None:
    verified(DAY)
    _client, keeper = signed_in("coordinator")
    with clock.set_to(DAY + datetime.timedelta(days=days)):
        todos = list(waiting_for(keeper))
        assert bool(todos) is waits
        if todos:
            assert todos[0].due == DAY + datetime.timedelta(days=90)
            assert todos[0].is_overdue is (days > 90)


def test_todo__unverified_lines_wait_for_keepers_only() -> None:
    helpline()
    helpline(name="Den gamla", ended_on=clock.today())
    _client, keeper = signed_in("coordinator")
    _client, editor = signed_in("editor")
    assert [todo.due for todo in waiting_for(keeper)] == [None]
    assert not list(waiting_for(editor))


def test_dissemination__is_written_down_with_who_did_it() -> None:
    client, user = signed_in("coordinator")
    # "There are no … to display" needs many, in Swedish too.
    assert (
        str(Dissemination._meta.verbose_name_plural)
        in client.get("/admin/stodlinjer-spridning/").content.decode()
    )
    assert Dissemination._meta.verbose_name_plural != Dissemination._meta.verbose_name
    sent = {"place": "Biblioteket", "day": "2026-03-02", "sheets": "12", "note": "Vid entrén"}
    assert client.post("/admin/stodlinjer-spridning/new/", sent).status_code == 302
    entry = Dissemination.objects.get()
    assert (entry.place, entry.day, entry.sheets, entry.entered_by) == ("Biblioteket", DAY, 12, user)
    assert "Biblioteket" in client.get("/admin/stodlinjer-spridning/").content.decode()


def test_dissemination__is_taken_out_after_a_question_and_that_is_logged() -> None:
    entry = Dissemination.objects.create(place="Biblioteket", day=DAY)
    address = f"/admin/stodlinjer-spridning/delete/{entry.pk}/"
    editor, _user = signed_in("editor")
    editor.post(address)
    client, user = signed_in("coordinator")
    assert address in client.get(f"/admin/stodlinjer-spridning/edit/{entry.pk}/").content.decode()
    assert "Biblioteket" in client.get(address).content.decode()
    assert Dissemination.objects.exists()
    assert client.post(address).status_code == 302
    assert not Dissemination.objects.exists()
    assert (
        ModelLogEntry.objects.filter(action="wagtail.delete", user=user, object_id=str(entry.pk)).count() == 1
    )
    assert client.post(address).status_code == 404


def lines_found(day: datetime.date) -> int:
    with clock.set_to(day):
        return sum(Results(AnonymousUser(), parse("provlinjen"), ("sv", "en")).counts.values())


def test_search__finds_verified_lines_until_midnight_and_forgets_them_at_night(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with clock.set_to(DAY), django_capture_on_commit_callbacks(execute=True):
        line = verified(DAY, name="Provlinjen")
        helpline(name="Gömdalinjen")
    last, end = DAY + datetime.timedelta(days=90), DAY + datetime.timedelta(days=5)
    assert (lines_found(last), lines_found(last + datetime.timedelta(days=1))) == (2, 0)
    with clock.set_to(DAY), django_capture_on_commit_callbacks(execute=True):
        line.ended_on = end
        line.save()
    assert (lines_found(end - datetime.timedelta(days=1)), lines_found(end)) == (2, 0)
    with clock.set_to(DAY), django_capture_on_commit_callbacks(execute=True):
        line.ended_on = None
        line.save()
    with clock.set_to(DAY):
        search.refresh_all()
        found = SearchDocument.objects.filter(kind=search.NAME)
        assert {row.audience for row in found} == {"public"}
        assert {row.url.split("#")[0] for row in found} == {
            "/information/stodlinjer/",
            "/en/information/helplines/",
        }
    with clock.set_to(DAY + datetime.timedelta(days=91)):
        assert search.refresh_all() == 2
    assert not SearchDocument.objects.filter(kind=search.NAME).exists()


def test_evidence__counts_verified_lines_of_those_that_go_on() -> None:
    assert evidence.measure({}, DAY).value is None
    verified(DAY)
    helpline(name="Gömdalinjen")
    helpline(name="Den gamla", ended_on=DAY)
    assert evidence.measure({}, DAY).value == 50
    assert evidence.measure({"figure": "number"}, DAY).value == 1
    assert len(evidence.measure({}, DAY).links) == 2


def test_demo__has_one_line_of_each_standing_and_is_loaded_once() -> None:
    translated_home(make_site(), "en")
    load_directory()
    load_helplines()
    load_helplines()
    found = sorted(standing(line, clock.today()) for line in Helpline.objects.all())
    assert found == sorted([Standing.SHOWN, Standing.EXPIRED, Standing.UNVERIFIED])
