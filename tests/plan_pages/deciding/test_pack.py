"""The decision pack: one file with all that a member needs who never signs in, and no account's name in it."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest

from handslag import clock
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.preparation import Fate, PromiseMatch, SectionReason
from tests.plan_pages.deciding import board
from tests.plan_pages.pdf.reading import is_tagged, opened, pages_of, unspaced, words_of
from tests.support import plans, roads

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with clock.set_to(board.TODAY):
        yield


def text() -> EditionDocument:
    """One section changed, one gone with its promises, one new."""
    first, *_rest = plans.numbered_sections(3)
    changed = plans.section("avsnitt 2", number="2", words="Texten är en helt annan nu.", promises=1)
    new = plans.section("avsnitt 9", number="3", words="Något alldeles nytt.", promises=1)
    return plans.document(
        (first, changed, new), introduction=(plans.paragraph("Alla får singla slant om det."),)
    )


@pytest.fixture
def matter() -> Matter:
    found = board.before_board(text=text())
    Matter.objects.filter(pk=found.pk).update(registry_number="KS 2026/12")
    SectionReason.objects.filter(matter=found, section=plans.key("avsnitt 2")).update(
        text="Skolan bad om det."
    )
    PromiseMatch.objects.filter(matter=found, vanished=plans.key("avsnitt 2/löfte-2")).update(
        fate=Fate.REPLACED, successor=plans.key("avsnitt 9/löfte-1")
    )
    found.refresh_from_db()
    return found


def address(matter: Matter) -> str:
    return f"/beslut/{matter.pk}/beslutsunderlag.pdf"


def pack(matter: Matter, role: str = "board") -> bytes:
    answer = board.recorder(role).get(address(matter))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    return bytes(answer.content)


def test_cover__says_what_is_decided_and_that_nothing_is(matter: Matter) -> None:
    pages = pages_of(pack(matter))
    mark = board.sv("Material for a decision, not decided")
    assert all(mark in page for page in pages)
    said = (
        board.sv("The text is put forward to become edition %(number)s.", number="2"),
        board.sv("It would take the place of edition %(number)s.", number="1"),
        board.sv("Registry number: %(number)s", number="KS 2026/12"),
        board.sv("The text stands still since %(day)s.", day="2 februari 2026 09:30"),
        f"http://testserver/beslut/{matter.pk}/",
    )
    assert all(words in pages[0] for words in said), pages[0]
    assert matter.digest in unspaced(pages[0])


def test_parts__stand_in_order_with_reasons_and_differences(matter: Matter) -> None:
    content = pack(matter)
    titles = [item.get_title() for item in opened(content).get_toc() if item.level == 0]
    assert titles == [
        board.sv(title)
        for title in (
            "What is to be decided",
            "To notice",
            "Changes since the edition that was decided last",
            "Commitments that are no longer there",
            "What the text could do to people, and the law",
            "Referral",
            "The text that is put forward",
        )
    ]
    words = words_of(content)
    for said in (
        "Skolan bad om det.",
        "Så beslutade styrgruppen.",
        "Texten är ny.",
        "Texten är en helt annan nu.",
        "Kommunen ska hålla löfte 2 i avsnitt 2.",
        board.sv("Replaced by another promise:") + " Kommunen ska hålla löfte 1 i avsnitt 9.",
        "Kommunen ska hålla löfte 2 i avsnitt 3. " + board.sv("It ends."),
        "Kommunjuristen",
        board.sv("The text was not sent out on referral: %(reason)s", reason="Ändringarna är små."),
        "Något alldeles nytt.",
    ):
        assert said in words, (said, words)


def test_names_of_accounts__are_not_in_it(matter: Matter) -> None:
    assert "Vera Test" not in words_of(pack(matter))


def test_file__is_tagged_lasting_and_in_its_language(matter: Matter) -> None:
    content = pack(matter)
    assert is_tagged(content) and b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>A<", content)
    assert re.search(rb"<dc:language>\s*<rdf:Bag>\s*<rdf:li>sv</rdf:li>", content)
    about = opened(content).get_metadata_dict()
    title = "Handlingsplan mot våldsbejakande extremism"
    assert about["Title"] == board.sv("Material for a decision: %(title)s", title=title)
    assert about["CreationDate"] == "D:20260202083000Z"


def test_bytes__are_the_same_the_next_day_and_for_another_reader(matter: Matter) -> None:
    first = pack(matter)
    with clock.set_to(board.TODAY + datetime.timedelta(days=1)):
        assert pack(matter, "auditor") == first


def test_draft_saved_meanwhile__is_not_in_it(matter: Matter) -> None:
    first = pack(matter)
    plans.draft(matter.series.page.specific, plans.document(9, title="Smygtext"), roads.person("editor"))
    assert pack(matter) == first


@pytest.mark.parametrize(
    ("role", "status"),
    [("board", 200), ("board_secretary", 200), ("editor", 200), ("steering_group", 200), ("auditor", 200),
     ("staff", 404), ("forum", 404), ("dialogue", 404)],
)  # fmt: skip
def test_pack__by_role(matter: Matter, role: str, status: int) -> None:
    assert board.recorder(role).get(address(matter)).status_code == status
    answer = board.recorder("board").get(address(matter))
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]


def test_stages__from_review_until_the_board_has_decided() -> None:
    page = board.decided_plan()
    editor, reviewer = roads.person("editor"), roads.person("reviewer")
    found, client = roads.drafted(page, editor), board.recorder("board")
    assert client.get(address(found)).status_code == 404
    found = roads.doors.submit(found, editor)
    assert client.get(address(found)).status_code == 200
    found = roads.doors.act(found, reviewer, "approve")
    assert found.stage == Stage.BOARD and client.get(address(found)).status_code == 200
    roads.recorded(found, roads.person("board"))
    assert client.get(address(found)).status_code == 404 and Edition.objects.count() == 2


def test_missing_and_wording__are_told_while_the_text_is_in_review() -> None:
    page = board.decided_plan()
    editor = roads.person("editor")
    sections = (*plans.numbered_sections(3), plans.section("x", words="Alla muslimer ska kartläggas."))
    found = roads.drafted(page, editor, plans.document(sections))
    found.law_checked_by = ""
    found.save(update_fields=["law_checked_by"])
    words = words_of(pack(roads.doors.submit(found, editor)))
    assert "kartläggas" in words
    assert board.sv("Nothing is missing, and no wording needs a second look.") not in words
    assert board.sv("Say who checked the text against the law, and when.") in words


def test_first_edition__says_that_everything_is_new() -> None:
    board.make_site()
    found = roads.at_board(plans.plan_page(), roads.person("editor"), roads.person("reviewer"))
    assert board.sv("There is no earlier edition; everything is new.") in words_of(pack(found))


def test_tabled_meeting__stands_in_it(matter: Matter) -> None:
    client = board.recorder()
    board.send(client, matter, outcome="tabled", in_effect_from="", reason="Tiden räckte inte.")
    words = words_of(pack(matter))
    assert board.sv("Decided already") in words and "Tiden räckte inte." in words


def test_revision_that_is_gone__is_told_on_the_matters_page(matter: Matter) -> None:
    Matter.objects.filter(pk=matter.pk).update(revision=None)
    answer = board.recorder().get(address(matter))
    assert answer.url == f"/beslut/{matter.pk}/" and board.said(answer)


def test_first_person__is_told_to_sign_in(matter: Matter) -> None:
    assert board.Client().get(address(matter)).status_code == 302


def test_made_text__never_is_markup(matter: Any) -> None:
    SectionReason.objects.filter(matter=matter, section=plans.key("avsnitt 2")).update(
        text='#eval("1+1") $x^2$ *fet* = Rubrik'
    )
    assert '#eval("1+1") $x^2$ *fet* = Rubrik' in words_of(pack(matter))
