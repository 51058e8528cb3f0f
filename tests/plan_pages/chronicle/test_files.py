"""The story as files: the same bytes twice, from the site and from the command; each proves the other."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from plan_pages import seal
from plan_pages.chronicle.shape import HistoryFile
from plan_pages.editions.edition import Edition
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from tests.plan_pages.chronicle import stories
from tests.plan_pages.chronicle.stories import JSON, NAMES, PDF, World, client_of
from tests.plan_pages.pdf.reading import is_tagged, opened, pages_of, unspaced, words_of
from tests.support import plans
from tests.support.factories import UserFactory
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db


told = once(stories.whole_story)


@pytest.fixture
def world(told: World) -> World:
    return anew(told)


def export(folder: Path, form: str, **options: Any) -> bytes:
    file = folder / f"historia.{form}"
    call_command("export_history", "handlingsplan", format=form, output=file, verbosity=0, **options)
    return file.read_bytes()


def test_json__says_what_the_archive_asks_for(world: World) -> None:
    Matter.objects.filter(pk=world.matter.pk).update(registry_number="KS 2025/300")
    content = client_of("editor").get(JSON).json()
    assert content["format"] == "handslag-history" and content["version"] == 1
    assert content["series"] == {
        "key": str(world.series.key),
        "kind": "action_plan",
        "address": "handlingsplan",
    }
    assert content["registry_numbers"] == ["KS 2019/7", "KS 2026/12", "KS 2025/300"]
    newest = Edition.objects.order_by("sequence").last()
    assert newest is not None and content["last_digest"] == newest.digest
    digests = [one["digest"] for one in content["editions"]]
    assert ["", *digests[:-1]] == [one["previous_digest"] for one in content["editions"]]
    assert content["matters"][0]["edition"] == "2" and content["matters"][0]["id"] == world.matter.pk
    decided = next(
        entry for chapter in content["chapters"] for entry in chapter["entries"] if entry["kind"] == "decided"
    )
    assert decided["data"]["paragraph"] == "17" and decided["matter"] == world.matter.pk


@pytest.mark.parametrize("role", ["staff", "editor", "auditor"])
def test_json__is_of_the_published_form(world: World, role: str) -> None:
    content = client_of(role).get(JSON).content
    HistoryFile.model_validate_json(content)
    schema = Client().get("/handlingsplan/historia/schema/1.json").json()
    assert schema["title"] == "HistoryFile" and set(json.loads(content)) <= set(schema["properties"])
    assert Client().get("/handlingsplan/historia/schema/2.json").status_code == 404


@pytest.mark.parametrize("role", ["staff", "editor", "auditor"])
def test_files__are_the_same_twice_and_in_any_language(world: World, role: str) -> None:
    client = client_of(role)
    for address in (JSON, PDF):
        first = client.get(address).content
        assert first == client.get(address).content == client.get(f"/en{address}").content


def test_files__are_others_after_something_happened(world: World) -> None:
    client = client_of("editor")
    before = [client.get(address).content for address in (JSON, PDF)]
    tell(world.series, EventKind.PROPOSED, text="Förtydliga skolans roll.")
    assert all(client.get(address).content != old for address, old in zip((JSON, PDF), before, strict=True))


@pytest.mark.parametrize("with_names", [False, True])
def test_site_and_command__give_the_same(
    world: World, tmp_path: Path, settings: Any, with_names: bool
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "http://testserver"
    client = client_of("auditor" if with_names else "editor")
    for address, form in ((JSON, "json"), (PDF, "pdf")):
        assert export(tmp_path, form, with_names=with_names) == client.get(address).content


def test_command__names_nobody_unless_asked(world: World, tmp_path: Path) -> None:
    for with_names in (False, True):
        content = export(tmp_path, "json", with_names=with_names).decode()
        pdf = words_of(export(tmp_path, "pdf", with_names=with_names))
        for name in NAMES:
            assert (name in content) is (name in pdf) is with_names


def test_pdf__has_a_cover_with_the_digest_of_the_json_and_numbers_its_pages(world: World) -> None:
    client = client_of("editor")
    content = client.get(PDF).content
    pages = pages_of(content)
    digest = hashlib.sha256(client.get(JSON).content).hexdigest()
    assert digest in unspaced(pages[0])
    for wanted in (
        "KS 2019/7",
        "KS 2026/12",
        "Handlingsplan mot våldsbejakande extremism",
        "Björkmarks kommun",
    ):
        assert wanted in pages[0]
    assert Edition.objects.get(main=2).digest in unspaced(pages[0])
    assert f"sida 2 av {len(pages)}" in pages[1]
    assert "Skriv tydligare om skolan." in words_of(content) and "2 Om avsnitt 2" in words_of(content)


def test_pdf__keeps_the_standards_of_a_lasting_file(world: World) -> None:
    for role in ("staff", "auditor"):
        content = client_of(role).get(PDF).content
        assert b"<pdfuaid:part>1</pdfuaid:part>" in content and b"<pdfaid:part>2</pdfaid:part>" in content
        assert is_tagged(content)
        assert opened(content).get_metadata_dict()["CreationDate"].endswith("000000Z")


def test_pdf__prints_what_was_written_and_runs_nothing(world: World) -> None:
    written = '#panic("x") *fet* $x$ <etikett> @hänvisning \\ "citat"'
    tell(world.matter, EventKind.COMMENTED, world.writer, text=written)
    assert unspaced(written) in unspaced(words_of(client_of("editor").get(PDF).content))


def test_pdf__of_signs_that_no_font_has_is_made_all_the_same(world: World) -> None:
    tell(world.matter, EventKind.COMMENTED, world.writer, text="Bra jobbat 🎉")
    content = client_of("editor").get(PDF).content
    assert is_tagged(content) and b"pdfuaid:part" not in content


def test_command__says_that_there_is_no_such_plan(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"There is no plan at the address finns-inte\."):
        call_command("export_history", "finns-inte", output=tmp_path / "a.pdf")


def test_command__says_that_it_cannot_write(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_history", "handlingsplan", output=tmp_path / "finns" / "inte.pdf")


def test_command__exports_nothing_forged(world: World, tmp_path: Path) -> None:
    seal.remove()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE plan_pages_decision SET paragraph = '999'")
    seal.install()
    with pytest.raises(CommandError, match="verify_editions"):
        export(tmp_path, "pdf")
    assert not (tmp_path / "historia.pdf").exists()


def test_shared_plan__names_the_municipality_of_each_decision(world: World) -> None:
    other = plans.municipality("9902", "Skogsmarks kommun")
    user = UserFactory()
    for place in ("9901", other.code):
        tell(
            world.series,
            EventKind.DECIDED,
            user,
            outcome="tabled",
            place=place,
            body="Kommunstyrelsen",
            meeting_date="2026-03-01",
            paragraph="4",
        )
    content = client_of("editor").get(JSON).content.decode()
    assert "Skogsmarks kommun: Kommunstyrelsen 2026-03-01, § 4" in content
    assert "Björkmarks kommun: Kommunstyrelsen 2026-03-01, § 4" in content
