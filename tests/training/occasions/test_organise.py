"""Organisers' pages and the admin: who gets there, what they can do, and what is said when it cannot be."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.http import HttpRequest
from django.test import Client
from django.utils.translation import gettext_lazy, override

from handslag import clock
from tests.support.factories import restrict
from tests.support.occasions import again, client_of, english_of, local
from tests.support.training import course, occasion
from training.occasions.actions import OccasionAction, occasion_actions
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.saving import spans_of

pytestmark = pytest.mark.django_db
# The clocks go forward at two in the night to the 29th.
GAP = "2026-03-29T02:30"
ONE_HOUR = gettext_lazy(
    "The clocks change that night, so this time does not exist or comes twice; choose a time before or after the hour "
    "that changes."
)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.set_to(datetime.date(2026, 3, 2)):
        yield


def move(row: Occasion, seen: int = 0, **changed: str) -> dict[str, Any]:
    fields = {
        "begins_1": "2026-03-21T09:00",
        "ends_1": "2026-03-21T12:00",
        "place": "Biblioteket",
        "link": "",
    }
    return {"step": "move", "seen": seen, **fields, **changed}


def test_pages__are_organisers_only() -> None:
    row = occasion(state=OccasionState.DRAFT, place="Kommunhuset")
    paths = ["/utbildning/ordna/", f"/utbildning/ordna/{row.pk}/"]
    for role, status in (
        ("coordinator", 200),
        ("editor", 200),
        ("staff", 404),
        ("forum", 404),
        ("auditor", 404),
    ):
        client = client_of(role)
        assert {client.get(path).status_code for path in paths} == {status}, role
        assert client.post(paths[1], {"step": "announce", "seen": 0}).status_code in {302, 404}
        assert (again(row).state == OccasionState.OPEN) == (status == 200)
        Occasion.objects.update(state=OccasionState.DRAFT)
    assert {Client().get(path).status_code for path in paths} == {302}
    seen = f"/utbildning/tillfalle/{row.pk}/"
    assert [client_of(role).get(seen).status_code for role in ("staff", "editor")] == [404, 200]
    # What was announced can be called off also when the course's page is taken away.
    row.course.unpublish()
    assert [client_of("editor").get(path).status_code for path in (*paths, seen)] == [200, 200, 404]
    restrict(row.course, "dialogue")
    assert client_of("editor").get(paths[1]).status_code == 404


def told(answer: Any) -> list[tuple[str, str]]:
    return [(one.level_tag, one.message) for one in answer.context["messages"]]


def test_one__is_announced_moved_and_cancelled() -> None:
    row = occasion(at="2026-03-20 09:00", state=OccasionState.DRAFT, link="https://mote.example/")
    client, path = client_of("coordinator"), f"/utbildning/ordna/{row.pk}/"
    assert client.post(path, {"step": "announce", "seen": 0}).status_code == 302
    unchanged = {"begins_1": "2026-03-20T09:00", "ends_1": "2026-03-20T12:00"}
    unchanged |= {"place": "", "link": "https://mote.example/"}
    assert told(client.post(f"/en{path}", move(row, **unchanged), follow=True))[-1:] == [
        ("info", "Nothing was changed: days, place and link are as they were.")
    ]
    assert (again(row).sequence, again(row).link) == (0, "https://mote.example/")
    assert [level for level, _text in told(client.post(path, move(row), follow=True))] == ["success"]
    assert spans_of(again(row)) == [(local("2026-03-21 09:00"), local("2026-03-21 12:00"))]
    assert (again(row).place, again(row).sequence) == ("Biblioteket", 1)
    # Another tab that still shows how it was before.
    late = client.post(path, move(row, place="Gymnastiksalen"), follow=True).content.decode()
    assert "messages" in late or "notification" in late
    assert again(row).place == "Biblioteket"
    # That tab cannot cancel what it does not show either.
    cancel = {"step": "cancel", "reason": "Sjukdom", "is_sure": "on"}
    assert client.post(path, {**cancel, "seen": 0}).status_code == 302
    assert again(row).state == OccasionState.OPEN
    unsure = client.post(path, {"step": "cancel", "reason": "Sjukdom"})
    assert (unsure.status_code, again(row).state) == (422, OccasionState.OPEN)
    assert "Sjukdom" in unsure.content.decode()
    assert client.post(path, {**cancel, "seen": 1}).status_code == 302
    assert again(row).cancelled_because == "Sjukdom"
    assert client.post(path, {**cancel, "reason": "Igen", "seen": 2}).status_code == 302
    assert again(row).cancelled_because == "Sjukdom"
    assert "Sjukdom" in client_of("staff").get(f"/utbildning/tillfalle/{row.pk}/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"begins_1": GAP, "ends_1": "2026-03-29T06:00"},
        {"begins_1": "2026-10-25T02:30", "ends_1": "2026-10-25T06:00"},
        {"begins_1": "2026-03-21T12:00", "ends_1": "2026-03-21T09:00"},
        {"begins_1": "i morgon"},
        {"ends_1": ""},
        {"place": "Ring 19121212-1212"},
        {"place": ""},
    ],
    ids=["no such time", "twice", "ends before", "no date", "empty", "a person's number", "nowhere"],
)
def test_move__what_cannot_be_is_said_and_kept_on_the_page(wrong: dict[str, str]) -> None:
    row = occasion(at="2026-03-20 09:00")
    before = spans_of(row)
    answer = client_of("editor").post(f"/utbildning/ordna/{row.pk}/", move(row, **wrong))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "error-summary" in text
    assert next(iter(wrong.values())) in text
    assert (spans_of(again(row)), again(row).place) == (before, "Kommunhuset")
    if wrong.get("begins_1", "").endswith("02:30"):
        with override("sv"):
            assert str(ONE_HOUR) in text


def admin_fields(row: Occasion | None, page: Any, *days: tuple[str, str], **changed: Any) -> dict[str, Any]:
    stored = list(row.days.all()) if row is not None else []
    fields: dict[str, Any] = {
        "course": page.pk, "place": "Kommunhuset", "link": "", "capacity": 12, "language": "sv", "opens_at": "",
        "deadline": "", "contact_function": "", "days-TOTAL_FORMS": len(days), "days-INITIAL_FORMS": len(stored),
        "days-MIN_NUM_FORMS": 0, "days-MAX_NUM_FORMS": 1000,
    }  # fmt: skip
    for number, (begins, ends) in enumerate(days):
        fields |= {
            f"days-{number}-id": stored[number].pk if number < len(stored) else "",
            f"days-{number}-starts_at": begins,
            f"days-{number}-ends_at": ends,
            f"days-{number}-DELETE": "",
        }
    return {**fields, **changed}


@pytest.mark.slow
def test_admin__keeps_occasions_by_the_same_rules() -> None:
    page, hidden = course(), course("Hemlig kurs", slug="hemlig")
    english = english_of(page)
    restrict(hidden, "dialogue")
    call_command("setup_roles")
    client, add = client_of("editor"), "/admin/utbildning/tillfallen/new/"
    shown = client.get(add).content.decode()
    assert page.title in shown
    assert "Hemlig kurs" not in shown
    for of in (hidden, english):
        assert client.post(add, admin_fields(None, of)).status_code == 200
    night = client.post(add, admin_fields(None, page, ("2026-03-29 02:30", "2026-03-29 06:00")))
    assert night.status_code == 200
    assert "2026-03-29 02:30" in night.content.decode()
    assert not Occasion.objects.exists()
    days = ("2026-03-28 22:00", "2026-03-29 06:00"), ("2026-04-02 09:00", "2026-04-02 12:00")
    assert client.post(add, admin_fields(None, page, *days)).status_code == 302
    row = Occasion.objects.get()
    assert (row.state, row.starts_at, row.ends_at) == ("draft", local(days[0][0]), local(days[1][1]))

    edit = f"/admin/utbildning/tillfallen/edit/{row.pk}/"
    client.get(edit)
    Occasion.objects.update(state=OccasionState.OPEN, taken=5)
    later = ("2026-04-02 09:00", "2026-04-02 12:00"), ("2026-04-09 09:00", "2026-04-09 12:00")
    assert client.post(edit, admin_fields(again(row), page, *later)).status_code == 302
    assert (again(row).taken, again(row).sequence, again(row).ends_at) == (5, 1, local("2026-04-09 12:00"))
    # A form that was opened before somebody else changed the place does not put the old one back.
    seen = re.search(r'name="seen" value="(\w+)"', client.get(edit).content.decode())
    assert seen
    Occasion.objects.update(place="Biblioteket")
    late = client.post(edit, admin_fields(again(row), page, *later, seen=seen[1], capacity=20))
    assert (late.status_code, again(row).place, again(row).capacity) == (200, "Biblioteket", 12)
    Occasion.objects.update(place="Kommunhuset")
    refused = client.post(edit, admin_fields(again(row), page, *later, capacity=4, place="Nytt rum"))
    assert (refused.status_code, again(row).capacity, again(row).place) == (200, 12, "Kommunhuset")
    assert "Nytt rum" in refused.content.decode()
    assert client.post(f"/admin/utbildning/tillfallen/delete/{row.pk}/").status_code == 302
    assert again(row)
    other = occasion(hidden, place="Hemlig plats")
    assert client.get(f"/admin/utbildning/tillfallen/edit/{other.pk}/").status_code == 404
    assert "Hemlig plats" not in client.get("/admin/utbildning/tillfallen/").content.decode()
    for role in ("forum", "reviewer", "staff"):
        assert client_of(role).get(add).status_code in {302, 403}, role


def test_page__shows_what_others_bring() -> None:
    row = occasion()

    def context(request: HttpRequest, one: Occasion) -> dict[str, Any] | None:
        return {"empty": f"nr {one.pk}"} if request.user.groups.filter(name="staff").exists() else None  # type: ignore[union-attr]  # an account

    occasion_actions.register(OccasionAction("test", context, "training/occasions/parts/of_course.html"))
    try:
        with_it = client_of("staff").get(f"/utbildning/tillfalle/{row.pk}/").content.decode()
        without = client_of("forum").get(f"/utbildning/tillfalle/{row.pk}/").content.decode()
    finally:
        occasion_actions.unregister("test")
    assert with_it.count("<h2") == without.count("<h2") + 1
