"""The plan's story: what it tells, to whom, in which order, and how much work that is."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Revision

from plan_pages import seal
from plan_pages.documents.canonical import canonical_json
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.road.event import EventKind, RoadEvent, tell
from plan_pages.road.matter import Ending
from plan_pages.seal.redacting import redact_leaf
from tests.plan_pages.chronicle import stories
from tests.plan_pages.chronicle.stories import JSON, NAMES, PAGE, PDF, World, client_of, entries_of, kinds_of
from tests.plan_pages.pdf.reading import words_of
from tests.support import plans, roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

MOST_QUERIES = 20
WORK = ("editor", "reviewer", "steering_group", "board", "board_secretary", "coordinator", "auditor")
# What every reader of the plan knows of its story; all the rest is for those who work with it.
READERS_KNOW = {"sealed", "currency_reviewed", "registration_confirmed"}


FORGED = canonical_json(
    plans.section("avsnitt 2", number="2").model_copy(update={"heading": "Smygtext"}).model_dump(mode="json")
)


told = once(stories.whole_story)


@pytest.fixture
def world(told: World) -> World:
    return anew(told)


def test_story__is_told_from_the_import_to_the_decision(world: World) -> None:
    assert kinds_of(client_of("editor")) == [
        "drafts_saved",
        "registration_imported",
        "registration_confirmed",
        "sealed",
        "sealed",
        "drafts_saved",
        "submitted",
        "returned",
        "reviewer_invited",
        "drafts_saved",
        "submitted",
        "commented",
        "approved",
        "no_referral",
        "at_board",
        "decided",
        "sealed",
        "currency_reviewed",
        "drafts_saved",
    ]


def test_chapters__follow_the_editions(world: World) -> None:
    chapters = client_of("editor").get(JSON).json()["chapters"]
    found = [(one["part"], one["edition"], one["matter"]) for one in chapters]
    assert found == [
        ("road", "1", None),
        ("after", "1", None),
        ("road", "2", world.matter.pk),
        ("after", "2", None),
        ("under_way", "", None),
    ]
    assert [entry["edition"] for entry in chapters[1]["entries"]] == ["1.1"]


def test_page__is_newest_first_and_leads_on(world: World) -> None:
    page = client_of("editor").get(PAGE).content.decode()
    ids = ("under_way", "after-2", "road-2", "after-1", "road-1")
    places = [page.index(f'id="{name}"') for name in ids]
    assert places == sorted(places)
    for address in (
        "/handlingsplan/utgavor/2/",
        "/handlingsplan/jamfor/1.1/2/",
        "/handlingsplan/utgavor/1.1/",
        f"/beslut/{world.matter.pk}/",
        "/handlingsplan/registrera/",
        JSON,
        PDF,
    ):
        assert f'href="{address}' in page, address
    assert page.count("<time ") == 19 and page.count("<h1") == 1
    assert "Skriv tydligare om skolan." in page and "2 Om avsnitt 2" in page
    assert "Ägaren hade bytt namn." in page


@pytest.mark.parametrize("address", ["/handlingsplan/", "/handlingsplan/utgavor/"])
def test_plan_and_its_editions__lead_to_the_story(world: World, address: str) -> None:
    assert f'href="{PAGE}"' in client_of("staff").get(address).content.decode()


def test_readers__get_what_was_decided_and_no_link_to_the_work(world: World) -> None:
    client = client_of("staff")
    assert set(kinds_of(client)) == READERS_KNOW
    content = client.get(JSON).json()
    assert content["knowledge"] == "readers" and content["matters"] == []
    page = client.get(PAGE).content.decode()
    assert "/beslut/" not in page and "/registrera/" not in page
    assert "Ägaren hade bytt namn." in page and "Telefonlistan är läst." not in page
    for hidden in ("Skriv tydligare om skolan.", "Bra avsnitt.", "Om avsnitt 2"):
        assert hidden not in page and hidden not in client.get(JSON).content.decode()


def test_registrations__are_linked_for_those_who_may_open_them(world: World) -> None:
    assert b"/registrera/" not in client_of("auditor").get(PAGE).content


@pytest.mark.parametrize("roles", [(role,) for role in (*WORK, "staff") if role != "auditor"])
def test_names__are_for_nobody_else(world: World, roles: tuple[str, ...]) -> None:
    client = client_of("staff", *roles, name="Läsaren Själv")
    pdf = client.get(PDF).content
    seen = client.get(PAGE).content.decode() + client.get(JSON).content.decode() + words_of(pdf)
    assert [name for name in NAMES if name in seen or name.encode() in pdf] == []
    content = client.get(JSON).json()
    assert "participants" not in content
    assert all("people" not in entry and "invited" not in entry["data"] for entry in entries_of(client))
    assert '"account":' not in seen


@pytest.mark.parametrize("fields", [{"roles": ["auditor"]}, {"is_superuser": True}])
def test_names__are_there_for_auditors(world: World, fields: dict[str, Any], caplog: Any) -> None:
    client = client_of(*fields.pop("roles", []), **fields)
    caplog.set_level("INFO", logger="plan_pages.chronicle.views")
    for seen in (
        client.get(PAGE).content.decode(),
        client.get(JSON).content.decode(),
        words_of(client.get(PDF).content),
    ):
        assert [name for name in NAMES if name not in seen] == []
    took_part = {
        (one["edition"], one["role"], one["name"]) for one in client.get(JSON).json()["participants"]
    }
    assert ("2", "author", stories.WRITER) in took_part and ("2", "reviewer", stories.REVIEWER) in took_part
    assert ("1", "registrar", stories.IMPORTER) in took_part
    assert caplog.records and not any(name in caplog.text for name in NAMES)


def test_two_of_one_name__are_told_apart(world: World) -> None:
    world.reviewer.name = stories.WRITER
    world.reviewer.save()
    took_part = client_of("auditor").get(JSON).json()["participants"]
    second = {(one["role"], one["account"]) for one in took_part if one["edition"] == "2"}
    assert ("author", world.writer.pk) in second and ("reviewer", world.reviewer.pk) in second


@pytest.mark.both_databases
def test_queries__are_as_few_for_five_hundred_events(world: World) -> None:
    client = client_of("auditor")
    few, many = {}, {}
    for address in (PAGE, JSON, PDF):
        few[address] = _queries(client, address)
    sections = [plans.key(f"avsnitt {count}") for count in range(1, 6)]
    for count in range(500):
        tell(
            world.matter, EventKind.COMMENTED, world.writer, text=f"Nr {count}.", section=sections[count % 5]
        )
    for address in (PAGE, JSON, PDF):
        many[address] = _queries(client, address)
    assert few == many and max(many.values()) <= MOST_QUERIES


def _queries(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_many_entries__come_on_several_pages(world: World) -> None:
    for count in range(210):
        tell(world.matter, EventKind.COMMENTED, world.writer, text=f"Kommentar {count}.")
    client = client_of("editor")
    pages = [client.get(PAGE, {"page": number}).content.decode() for number in (1, 2)]
    assert [page.count("<time ") for page in pages] == [200, 29]
    assert all('id="road-2"' in page for page in pages)
    assert "Kommentar 209." in pages[0] and "Kommentar 0." in pages[1]
    assert client.get(PAGE, {"page": "inte ett tal"}).status_code == 200


def test_drafts__are_a_summary_of_days(world: World) -> None:
    plans.draft(world.page, plans.document(7), world.writer)
    plans.draft(world.page, plans.document(8), world.reviewer)
    last = Edition.objects.get(main=2).sealed_at
    newest = Revision.page_revisions.filter(object_id=str(world.page.pk)).order_by("-pk")[:3]
    for days, revision in zip((9, 4, 3), newest, strict=True):
        Revision.objects.filter(pk=revision.pk).update(created_at=last + datetime.timedelta(days=days))
    client = client_of("auditor")
    told = entries_of(client)[-1]
    first_day, last_day = (timezone.localtime(last + datetime.timedelta(days=days)).date() for days in (3, 9))
    assert told["data"] == {"count": 3, "first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
    assert told["at"] is None and told["on"] == last_day.isoformat()
    assert [one["name"] for one in told["people"]] == [stories.WRITER, stories.REVIEWER]


def test_draft_that_was_rejected__has_a_chapter_of_its_own(world: World) -> None:
    matter = roads.at_board(world.page, world.writer, world.reviewer, plans.document(7))
    matter = roads.recorded(matter, world.reviewer, outcome="rejected", reason="Nej.", in_effect_from=None)
    assert matter.ending == Ending.REJECTED
    plans.draft(world.page, plans.document(8), world.writer)
    chapters = client_of("editor").get(JSON).json()["chapters"]
    given_up, under_way = chapters[-2:]
    assert (given_up["part"], given_up["matter"]) == ("given_up", matter.pk)
    kinds = [entry["kind"] for entry in given_up["entries"]]
    assert kinds[0] == "drafts_saved" and kinds[-2:] == ["decided", "rejected"]
    assert under_way["part"] == "under_way"
    assert [entry["kind"] for entry in under_way["entries"]] == ["drafts_saved"]


def test_repeal__is_told_to_everybody_with_its_reason(world: World) -> None:
    plans.adopt(world.page, kind=EditionKind.REPEAL, revision=None, reason="En ny plan gäller länet.")
    client = client_of("staff")
    last = client.get(JSON).json()["chapters"][-1]
    assert (last["part"], last["edition"], last["entries"][-1]["text"]) == (
        "road",
        "3",
        "En ny plan gäller länet.",
    )
    assert "En ny plan gäller länet." in client.get(PAGE).content.decode()
    assert client.get(PDF).status_code == 200


def test_section__is_named_as_the_draft_has_it_while_it_is_one(world: World) -> None:
    matter = roads.submitted(world.page, world.writer, plans.document(7))
    tell(matter, EventKind.COMMENTED, world.writer, text="Nytt.", section=plans.key("avsnitt 7"))
    tell(matter, EventKind.COMMENTED, world.writer, text="Okänt.", section=plans.key("finns inte"))
    page = client_of("editor").get(PAGE).content.decode()
    assert "7 Om avsnitt 7" in page and "Okänt." in page


def test_section_that_was_redacted__is_named_as_it_is_now(world: World) -> None:
    client = client_of("editor")
    assert b"2 Om avsnitt 2" in client.get(PAGE).content
    leaf = EditionLeaf.objects.get(edition__main=2, section=plans.key("avsnitt 2"))
    kept = plans.section("avsnitt 2", number="2").model_copy(update={"heading": "▇▇▇"})
    redact_leaf(leaf, canonical_json(kept.model_dump(mode="json")), "Ett namn", world.writer)
    for address in (PAGE, JSON):
        content = client.get(address).content.decode()
        assert "2 ▇▇▇" in content and "Om avsnitt 2" not in content
    assert "Om avsnitt 2" not in words_of(client.get(PDF).content)


def test_event_that_was_redacted__is_gone_at_once(world: World) -> None:
    client = client_of("editor")
    assert b"Bra avsnitt." in client.get(PAGE).content
    RoadEvent.objects.filter(text="Bra avsnitt.").update(text="")
    for address in (PAGE, JSON):
        assert b"Bra avsnitt." not in client.get(address).content
    assert "Bra avsnitt." not in words_of(client.get(PDF).content)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Edition, {"reason": "Smygtext"}),
        (Decision, {"paragraph": "999"}),
        (EditionLeaf, {"body": '{"smyg":1}'}),
        (EditionLeaf, {"body": FORGED}),
        (EditionLeaf, {"digest": "0" * 64}),
    ],
)
def test_forged_row__is_not_told(world: World, model: Any, values: dict[str, str]) -> None:
    chosen: Any = {
        Edition: {"main": 2},
        Decision: {"edition__main": 2},
        EditionLeaf: {"edition__main": 2, "section": plans.key("avsnitt 2")},
    }[model]
    [column] = values
    row = model.objects.get(**chosen)
    client = client_of("editor")
    assert client.get(PAGE).status_code == 200
    seal.remove()
    with connection.cursor() as cursor:
        key = row.pk.hex if model is Edition else row.pk
        table = model._meta.db_table
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [values[column], key])  # noqa: S608 - ours
        assert cursor.rowcount == 1
    seal.install()
    for address in (PAGE, JSON, PDF):
        answer = client.get(address)
        assert answer.status_code == 503, address
        assert b"Smygtext" not in answer.content and b"999" not in answer.content


def test_answers__are_private_and_asked_each_time(world: World) -> None:
    for address in (PAGE, JSON, PDF):
        control = client_of("staff").get(address).headers["Cache-Control"]
        assert "no-cache" in control and "private" in control
