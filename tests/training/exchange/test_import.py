"""A list of courses from a file: looked at first, saved as drafts, the whole of it or nothing."""

import datetime
import io
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext, override
from openpyxl import Workbook, load_workbook

from contacts.exchange.reading import FILE as DIRECTORY
from handslag.spreadsheets.files import TableFile
from tests.support.contacts import organisation
from tests.support.occasions import client_of
from tests.support.training import course, occasion
from training.catalogue.course_page import CoursePage
from training.exchange.columns import FILE
from training.occasions.occasion import Occasion

IMPORT, CATALOGUE, OCCASIONS = (
    "/utbildning/import/",
    "/utbildning/export/katalog.",
    "/utbildning/export/tillfallen.",
)
HEAD = "utbildning;slag;nivå;arrangör;målgrupp;mål;gäller månader;datum;från;till;plats;antal platser\n"
GOOD = HEAD + (
    "Grundkurs;knowledge;county;Länsstyrelsen;Alla;Känna igen;24;2026-04-07;09:00;12:00;Stadshuset;20\n"
    "Grundkurs;;;;;;;2026-05-07;9.00;12.00;Stadshuset;20\n"
    "Samtal;conversation method;;;Skolan;;;;;;;\n"
)


@pytest.fixture(autouse=True)
def organiser(today: None) -> None:
    organisation("Länsstyrelsen")


def choose(client: Client, content: str | bytes, name: str = "kurser.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, data)})


def save(client: Client, preview: Any, *skip: int) -> Any:
    return client.post(IMPORT, {"text": preview.context["text"], "skip": skip})


def counts() -> tuple[int, int]:
    return CoursePage.objects.count(), Occasion.objects.count()


def workbook(content: str) -> bytes:
    book, file = Workbook(), io.BytesIO()
    assert book.active is not None
    for line in content.splitlines():
        cells: list[Any] = line.split(";")
        cells = [
            datetime.datetime.fromisoformat(cell) if cell.startswith("2026-") else cell for cell in cells
        ]
        cells = [datetime.time(9) if cell == "09:00" else cell for cell in cells]
        book.active.append(cells)
    book.save(file)
    return file.getvalue()


@pytest.mark.both_databases
@pytest.mark.parametrize("content", [GOOD, workbook(GOOD)], ids=["csv", "xlsx"])
def test_a_file__is_shown_first_and_becomes_drafts(content: str | bytes) -> None:
    editor = client_of("staff", "editor")
    preview = choose(editor, content)
    assert not preview.context["plan"].errors and counts() == (0, 0)
    assert save(editor, preview).status_code == 302
    first, second = CoursePage.objects.order_by("path")
    assert not first.live and (first.title, first.kind, first.organiser_level, first.valid_months) == (
        "Grundkurs", "knowledge", "county", 24,
    )  # fmt: skip
    assert first.organiser is not None and first.aims == "<p>Känna igen</p>"
    assert (second.title, second.kind) == ("Samtal", "conversation_method")
    begins = [timezone.localtime(one.starts_at) for one in first.occasions.order_by("starts_at")]
    assert [f"{one:%m-%d %H:%M}" for one in begins] == ["04-07 09:00", "05-07 09:00"]
    assert {(one.state, one.capacity, one.days.count()) for one in Occasion.objects.all()} == {
        ("draft", 20, 1)
    }
    assert [str(one.title) for one in preview.context["plan"].rows[1].changes] == [
        "utbildning", "datum", "från", "till", "plats", "antal platser",
    ]  # fmt: skip
    again = choose(editor, content)
    outcomes = [row.outcome for row in again.context["plan"].rows]
    assert len(set(outcomes)) == 1
    save(editor, again)
    assert counts() == (2, 2)


def test_a_published_course__gets_a_draft_and_stays_as_it_is() -> None:
    page = course("Grundkurs", audience="Skolan")
    coordinator = client_of("staff", "coordinator")
    save(coordinator, choose(coordinator, "utbildning;målgrupp\nGRUNDKURS;Alla\n"))
    page.refresh_from_db()
    assert page.live and page.audience == "Skolan" and page.has_unpublished_changes
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.audience) == ("Grundkurs", "Alla")


RICH = '<p>Känna igen <b>symboler</b>, se <a href="https://exempel.test/">listan</a></p>'


def test_a_published_course__keeps_links_and_bold_words_where_the_file_says_the_same() -> None:
    course("Grundkurs", audience="Skolan", aims=RICH, method=RICH)
    editor = client_of("staff", "editor")
    text = "Känna igen symboler, se listan"
    save(editor, choose(editor, f"utbildning;målgrupp;mål;arbetssätt\nGrundkurs;Alla;{text};Samtal\n"))
    draft = CoursePage.objects.get().get_latest_revision_as_object()
    assert (draft.audience, draft.aims, draft.method) == ("Alla", RICH, "<p>Samtal</p>")


def test_rows__describe_a_course_together_and_in_the_same_words() -> None:
    """The kind may stand in a later row; what the second row says is remembered for the third."""
    editor = client_of("staff", "editor")
    lines = ("Ny;;Alla;", "Ny;knowledge;;", "Ny;conference;;", "Ny;;Skolan;")
    preview = choose(editor, "utbildning;slag;målgrupp;mål\n" + "".join(f"{line}\n" for line in lines))
    assert [(error.row, str(error.column), str(error.text)) for error in preview.context["plan"].errors] == [
        (4, "course", "rad 3 säger något annat om utbildningen."),
        (5, "course", "rad 2 säger något annat om utbildningen."),
    ]
    assert save(editor, preview, 4, 5).status_code == 302
    made = CoursePage.objects.get()
    assert (made.kind, made.audience) == ("knowledge", "Alla")


def test_an_occasion_that_is_there__is_not_changed_and_that_is_told() -> None:
    occasion(course("Grundkurs"), "2026-04-07 09:00", capacity=20, place="Stadshuset")
    editor, head = client_of("staff", "editor"), "utbildning;målgrupp;datum;från;till;plats;antal platser\n"
    told, changes = [], []
    for line in (
        "Grundkurs;;2026-04-07;09:00;12:00;Stadshuset;20",
        "Grundkurs;;2026-04-07;09:00;12:00;;20",
        "Grundkurs;;2026-04-07;09:00;12:00;Stadshuset;25",
        "Grundkurs;Alla;2026-04-07;09:00;15:00;Stadshuset;20",
    ):
        [row] = choose(editor, f"{head}{line}\n").context["plan"].rows
        told.append(row.outcome)
        changes.append([(str(one.title), one.before, one.after) for one in row.changes])
    there = gettext("the occasion is there already; change it on its own page")
    changed, same = gettext("changed, as a draft"), gettext("unchanged")
    assert told == [same, same, there, f"{changed}; {there}"]
    assert changes == [[], [], [], [("målgrupp", "", "Alla")]]


SEVERAL = "utbildning;slag;datum;från;till;antal platser\nSteg för steg;knowledge;{days};09:00;16:00;20\n"


def test_an_occasion_over_several_days__is_one_row() -> None:
    """The clocks change between the two days; the hours on the wall are the same."""
    editor = client_of("staff", "editor")
    save(editor, choose(editor, SEVERAL.format(days="2026-04-07, 2026-03-24")))
    days = [(timezone.localtime(day.starts_at), day.ends_at) for day in Occasion.objects.get().days.all()]
    assert [f"{begins:%m-%d %H:%M}, {ends - begins}" for begins, ends in days] == [
        "03-24 09:00, 7:00:00", "04-07 09:00, 7:00:00",
    ]  # fmt: skip
    told = [
        choose(editor, SEVERAL.format(days=days)).context["plan"].rows[0]
        for days in (
            '"2026-03-24; 2026-04-07"',
            "2026-03-24, 2026-04-08",
            "2026-03-24, 2026-03-24",
            "2026-03-24, i maj",
        )
    ]
    assert [row.outcome for row in told] == [
        gettext("unchanged"), gettext("the occasion is there already; change it on its own page"), "", "",
    ]  # fmt: skip
    assert [[str(error.column) for error in row.errors] for row in told] == [[], [], ["date"], ["date"]]


@pytest.mark.parametrize("file", [FILE, DIRECTORY], ids=["courses", "directory"])
def test_headings__that_the_page_tells_are_understood(file: TableFile[Any]) -> None:
    for language, _title in settings.LANGUAGES:
        with override(language):
            told = {str(title).casefold(): column for column, title in file.headings.titles.items()}
        assert told.items() <= file.headings.names.items(), language


BAD = [
    (";knowledge;;;;;;;;;;", ["course"]),
    ("Utan slag;;;;;;;;;;;", ["kind"]),
    ("Ny;trolleri;;;;;;;;;;", ["kind"]),
    ("Ny;knowledge;rymden;;;;;;;;;", ["level"]),
    ("Ny;knowledge;;Finns inte;;;;;;;;", ["organiser"]),
    ("#REF!;knowledge;;;#SAKNAS!;;;;;;;", ["course", "audience"]),
    ("Ny;knowledge;;;;;;2026-04-08;09:00;10:00;4,67E+10;5", ["place"]),
    ("Ny;knowledge;;;19811218-9876;;;;;;;", ["audience"]),
    ("Ny;knowledge;;;;;0;;;;;", ["valid_months"]),
    ("Ny;knowledge;;;;;121;;;;;", ["valid_months"]),
    ("Ny;knowledge;;;;;två år;;;;;", ["valid_months"]),
    ("Ny;knowledge;;;;;;2026-04-07;;;;", ["from", "to", "capacity"]),
    ("Ny;knowledge;;;;;;2026-02-30;09:00;10:00;;5", ["date"]),
    ("Ny;knowledge;;;;;;2026-04-07;9;10:00;;5", ["from"]),
    ("Ny;knowledge;;;;;;2026-04-07;10:00;09:00;;5", ["to"]),
    ("Ny;knowledge;;;;;;2026-03-29;02:30;09:00;;5", ["from"]),
    ("Ny;knowledge;;;;;;2026-04-07;09:00;10:00;;noll", ["capacity"]),
    (f"{'L' * 300};knowledge;;;;;;;;;;", ["course"]),
    ("Bra;conference;;;;;;;;;;", ["course"]),
    ("Bra;;;;;;;2026-04-07;09:00;10:00;;5", ["date"]),
]


def test_bad_rows__are_named_by_row_and_column_and_nothing_is_half_saved() -> None:
    client = client_of("staff", "editor")
    good = "Bra;knowledge;;;;;;2026-04-07;09:00;12:00;;20\n"
    content = HEAD + good + "".join(f"{line}\n" for line, _columns in BAD)
    preview = choose(client, content)
    found: dict[int, list[str]] = {}
    for error in preview.context["plan"].errors:
        found.setdefault(error.row, []).append(str(error.column))
    assert found == {number: columns for number, (_line, columns) in enumerate(BAD, start=3)}
    refused = save(client, preview, *[number for number in found if number != 5])
    assert refused.status_code == 422 and "<title>Fel:" in refused.content.decode() and counts() == (0, 0)
    assert save(client, preview, *found).status_code == 302
    assert counts() == (1, 1)


def test_files__are_linked_as_spreadsheet_and_csv_where_the_lists_stand() -> None:
    files = [
        f"/utbildning/export/{name}.{ending}"
        for name in ("katalog", "tillfallen")
        for ending in ("xlsx", "csv")
    ]
    for role, paths in {"staff": ["/utbildning/"], "editor": ["/utbildning/ordna/", IMPORT]}.items():
        client = client_of(role)
        for path in paths:
            page = client.get(path).content.decode()
            assert [file for file in files if f'href="{file}"' not in page] == [], path
        assert {client.get(file).status_code for file in files} == {200}


def test_import__is_for_those_who_organise() -> None:
    for role in ("staff", "forum", "auditor"):
        client = client_of("staff", role)
        assert (client.get(IMPORT).status_code, choose(client, GOOD).status_code) == (404, 404)
    assert counts() == (0, 0)


def test_a_title__whose_address_is_taken_gets_another() -> None:
    client = client_of("staff", "editor")
    course("Bra!", slug="bra")
    save(client, choose(client, "utbildning;slag\nBra;knowledge\n"))
    assert CoursePage.objects.count() == 2


def test_export__of_the_catalogue_can_be_read_in_again_and_runs_no_formula() -> None:
    course("=1+1", audience="@alla", aims="<p>Ett &amp; två</p><ul><li>Tre</li></ul>", valid_months=12)
    course("Utkast").unpublish()
    editor = client_of("staff", "editor")
    text = client_of("staff").get(f"{CATALOGUE}csv").content.decode("utf-8-sig")
    assert "'=1+1" in text and "'@alla" in text and "Utkast" not in text
    sheet = load_workbook(io.BytesIO(client_of("staff").get(f"{CATALOGUE}xlsx").content)).active
    assert sheet is not None and sheet["A2"].data_type == "s"
    for content in (text, client_of("staff").get(f"{CATALOGUE}xlsx").content):
        preview = choose(editor, content)
        assert not preview.context["plan"].errors
        save(editor, preview)
    assert not CoursePage.objects.get(
        slug=CoursePage.objects.filter(live=True).first().slug
    ).has_unpublished_changes  # type: ignore[union-attr]  # made above


def test_export__of_occasions_shows_drafts_to_those_who_organise_only() -> None:
    page = course()
    occasion(page, "2026-04-07 09:00")
    occasion(page, "2026-05-07 09:00", state="draft")
    lengths = {}
    for role in ("staff", "editor"):
        lines = client_of("staff", role).get(f"{OCCASIONS}csv").content.decode("utf-8-sig").splitlines()
        lengths[role] = len(lines)
    assert lengths == {"staff": 2, "editor": 3}
    client = client_of("staff")
    assert {
        client.get(f"/utbildning/export/{name}").status_code for name in ("annat.csv", "katalog.pdf")
    } == {404}
