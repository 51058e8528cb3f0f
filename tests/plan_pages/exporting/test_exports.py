"""Editions as files: the same bytes twice, and a proof that needs nothing of ours."""

import json
import re
from pathlib import Path

import pypdfium2
import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.pages.action_plan import ActionPlanPage
from tests.plan_pages.reading.test_reading import reader
from tests.support import plans
from tests.support.factories import make_site
from tests.support.locations import ROOT
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

PROOF = re.search(r"```python\n(.*?)```", (ROOT / "docs/developers/seal.md").read_text(), re.DOTALL)


def two_editions() -> ActionPlanPage:
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    plans.adopt(page, plans.document(4))
    return page


decided = once(two_editions)


@pytest.fixture(autouse=True)
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


def export(tmp_path: Path, number: str, form: str) -> bytes:
    file = tmp_path / f"{number}.{form}"
    call_command("export_edition", number, format=form, output=file, verbosity=0)
    return file.read_bytes()


def prove(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PROOF is not None
    monkeypatch.chdir(folder)
    exec(PROOF[1], {})  # noqa: S102 - the lines of our own documentation


def test_json__is_proved_by_the_lines_in_the_documentation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(tmp_path, "2", "json")
    prove(tmp_path, monkeypatch)


@pytest.mark.parametrize("part", ["document", "head", "leaves"])
def test_json__that_was_changed_is_not_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    content = json.loads(export(tmp_path, "2", "json"))
    changes = {
        "document": lambda: content["document"]["sections"][2].update(heading="Förfalskad"),
        "head": lambda: content["head"]["decisions"][0].update(paragraph="42"),
        "leaves": content["leaves"].pop,
    }
    changes[part]()
    (tmp_path / "2.json").write_text(json.dumps(content))
    with pytest.raises((AssertionError, ValueError)):
        prove(tmp_path, monkeypatch)


def test_site_and_command__give_the_same_files(tmp_path: Path) -> None:
    client = reader()
    assert client.get("/handlingsplan/utgavor/2.json").content == export(tmp_path, "2", "json")
    answer = client.get("/handlingsplan/utgavor/2.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content == client.get("/handlingsplan/utgavor/2/.pdf").content


def test_pdf__holds_text_decision_and_digest(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(export(tmp_path, "2", "pdf"))
    text = re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in document))
    for wanted in (
        "Omavsnitt4",
        "hållalöfte2iavsnitt3",
        "§41",
        "KS2023/112",
        Edition.objects.get(main=2).digest,
    ):
        assert wanted in text, wanted


def test_html__is_whole_in_itself(tmp_path: Path) -> None:
    html = export(tmp_path, "1", "html").decode()
    assert html.startswith("<!DOCTYPE html>") and "Kommunen ska hålla löfte 1 i avsnitt 3." in html
    assert not re.search("<link|<script|<svg|/static/", html) and "§ 41" in html


def test_repeal__has_files_without_a_text(page: ActionPlanPage, tmp_path: Path) -> None:
    plans.adopt(page, kind=EditionKind.REPEAL, revision=None, reason="Ersatt.")
    assert export(tmp_path, "3", "pdf").startswith(b"%PDF")
    assert json.loads(export(tmp_path, "3", "json"))["document"] is None
    assert "Ersatt." in export(tmp_path, "3", "html").decode()
    assert reader().get("/handlingsplan/utgavor/3.pdf").status_code == 200


@pytest.mark.parametrize("number", ["9", "1.1", "x", "0"])
def test_command__says_that_there_is_no_such_edition(tmp_path: Path, number: str) -> None:
    with pytest.raises(CommandError, match=f"There is no edition {number}."):
        export(tmp_path, number, "pdf")


def test_command__says_that_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_edition", "1", output=tmp_path / "finns" / "inte.pdf", verbosity=0)


def test_command__takes_an_id_too(tmp_path: Path) -> None:
    edition = Edition.objects.get(main=1)
    call_command("export_edition", str(edition.pk), format="json", output=tmp_path / "a.json", verbosity=0)
    assert json.loads((tmp_path / "a.json").read_text())["head"]["number"] == "1"
    assert Client().get("/handlingsplan/utgavor/1.json").status_code == 302
