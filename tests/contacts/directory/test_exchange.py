"""The directory into a file and out of one."""

import io
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from contacts.exchange.columns import TITLES, Column
from contacts.functions.function import Function
from contacts.organisations.organisation import FormerName, Organisation
from handslag.places.models import Municipality
from handslag.spreadsheets.cells import as_meant, harmless
from handslag.spreadsheets.lists import joined, names_in
from tests.contacts.directory.importing import HEAD, choose, made_coordinator, places, save
from tests.support.clients import client_of
from tests.support.contacts import function, held, organisation

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def coordinator() -> Client:
    return made_coordinator()


GOOD = HEAD + (
    "Region Norrmark;;region;indicated;Landstinget i Norrmark;;031-390 06 21;;\n"
    "Björkskolan;Björkmark;school;universal, selective;;Barn och utbildning;;Rektor;Skolans vardag\n"
    "Barn och utbildning;9901;municipal;;;;;;\n"
    "Björkskolan;Björkmark;;;;;;Kurator;\n"
)


def test_a_file__is_shown_and_saves_nothing_before_yes(coordinator: Client) -> None:
    preview = choose(coordinator, GOOD)
    assert places(preview) == []
    assert not Organisation.objects.exists()
    assert save(coordinator, preview).status_code == 302
    school = Organisation.objects.get(name="Björkskolan")
    assert (school.parent.name, school.municipality.code, len(school.levels)) == (
        "Barn och utbildning",
        "9901",
        2,
    )
    assert [one.name for one in school.functions.all()] == ["Kurator", "Rektor"]
    assert FormerName.objects.get().organisation.phone == "031-390 06 21"
    again = choose(coordinator, GOOD)
    assert len({row.outcome for row in again.context["plan"].rows}) == 1
    save(coordinator, again)
    assert (Organisation.objects.count(), Function.objects.count(), FormerName.objects.count()) == (3, 2, 1)


BAD = HEAD + (
    "Region Norrmark;;region;;;;;;\n"
    "Skolan;Ingenstans;school;;;;;;\n"
    "Polisen;;trummis;alla;;;;;\n"
    ";;school;;;;;;\n"
    "Okänd;;;;;;;Chef;\n"
    "Kyrkan;;faith_community;;;Ingenting;;;Något\n"
    "Region Norrmark;;police;;;;;;\n"
    "Fritid;;leisure;;Anna 19900101-0017;;;;\n"
    "Bad;;leisure;;;;19900101-0017;;\n"
)


def test_errors__name_row_and_column_and_stop_the_whole_file(coordinator: Client) -> None:
    preview = choose(coordinator, BAD)
    assert places(preview) == [
        (3, "municipality"), (4, "kind"), (4, "levels"), (5, "organisation"), (6, "kind"), (7, "parent"),
        (7, "function"), (8, "organisation"), (9, "former_names"), (10, "phone"),
    ]  # fmt: skip
    assert b"0017" not in preview.content.split(b'name="text"')[0]
    answer = save(coordinator, preview)
    assert answer.status_code == 422
    assert not Organisation.objects.exists()
    save(coordinator, answer, 3, 4, 5, 6, 7)
    assert not Organisation.objects.exists()
    assert save(coordinator, answer, 3, 4, 5, 6, 7, 8, 9, 10).status_code == 302
    assert [one.name for one in Organisation.objects.all()] == ["Region Norrmark"]


@pytest.mark.parametrize("column", Column)
def test_a_number__of_a_person_is_repeated_for_no_column(coordinator: Client, column: Column) -> None:
    cells = {Column.ORGANISATION: "Gården", Column.FUNCTION: "Värd", column: "19900101-0017"}
    lines = (";".join(str(TITLES[one]) for one in cells), ";".join(cells.values()))
    preview = choose(coordinator, "\n".join(lines))
    assert (2, str(column)) in places(preview)
    assert len([row for row, where in places(preview) if where == column]) == 1
    assert b"0017" not in preview.content.split(b'name="text"')[0]


def test_a_number__where_headings_belong_is_not_repeated(coordinator: Client) -> None:
    refused = choose(coordinator, "organisation;19900101-0017\nGården;x")
    assert refused.status_code == 422
    assert b"0017" not in refused.content


def test_rows__describe_an_organisation_together_and_in_the_same_words(coordinator: Client) -> None:
    """The kind may stand in a later row; what the second row says is remembered for the third."""
    content = HEAD + (
        "Skolan;;;;;;031-390 06 21;Rektor;\nSkolan;;school;;;;;;\nSkolan;;police;;;;;;\nSkolan;;;;;;031-390 06 22;;\n"
    )
    preview = choose(coordinator, content)
    assert places(preview) == [(4, "organisation"), (5, "organisation")]
    assert [str(error.text) for error in preview.context["plan"].errors] == [
        "rad 3 säger något annat om organisationen.", "rad 2 säger något annat om organisationen.",
    ]  # fmt: skip
    assert save(coordinator, preview, 4, 5).status_code == 302
    made = Organisation.objects.get()
    assert (made.kind, made.phone) == ("school", "031-390 06 21")


def filled(rows: int, blank: int = 0, far: int = 0) -> bytes:
    """`blank`: rows between the headings and the others; `far`: the column of one more cell."""
    book = Workbook()
    for number in range(rows + 1):
        place = 1 if number == 0 else number + 1 + blank
        book.active.cell(place, 1, "organisation" if number == 0 else f"Skolan {number}")
        book.active.cell(place, 2, "slag" if number == 0 else "school")
    if far:
        book.active.cell(2, far, "x")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (lambda: filled(2000, blank=50), ""),
        (lambda: filled(2001), "2000"),
        (lambda: filled(2, blank=2500), ""),
        (lambda: filled(1, far=400), "2"),
    ],
)
def test_a_workbook__is_never_cut_silently(coordinator: Client, content: Any, refused: str) -> None:
    answer = choose(coordinator, content(), "fil.xlsx")
    if not refused:
        assert len(answer.context["plan"].rows) in (2, 2000) and not places(answer)
        return
    [sentence] = answer.context["form"].errors["file"]
    assert refused in sentence


def test_a_row_left_out__is_told_where_others_lean_on_it(coordinator: Client) -> None:
    content = HEAD + "Skolan;;school;alla;;;;;\nSkolan;;;;;;;Rektor;\n"
    preview = choose(coordinator, content)
    answer = save(coordinator, preview, 2)
    [sentence] = answer.context["leaning"]
    assert str(TITLES[Column.KIND]) in sentence and "3" in sentence and answer.status_code == 422
    assert not Organisation.objects.exists()


FORMER = ["Landstinget", "Barn, unga och skola", '"Norr"; söder', "Vård | omsorg"]


@given(st.lists(st.text('a ,;|"\n').map(str.strip).filter(bool)))
def test_names_in_one_cell__come_back_whatever_they_hold(names: list[str]) -> None:
    assert names_in(joined(names)) == names


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_export__reads_in_again_unchanged(coordinator: Client, ending: str) -> None:
    place = Municipality.objects.get()
    region = organisation("Region; Norr", "region", works_indicated=True, what_for="=SUMMA(A1)\nrad två")
    for name in FORMER:
        FormerName.objects.create(organisation=region, name=name)
    organisation("Enheten", "municipal", municipality=place, parent=region, phone="+46 31 390 06 21")
    held(function("Chef", region, phone="031-390 06 22"), "Kim Unikman")
    content = coordinator.get(f"/kontakter/exportera.{ending}").content
    rows = sheet(content) if ending == "xlsx" else [[content.decode()]]
    assert "Unikman" not in str(rows)
    before = list(Organisation.objects.values()), list(Function.objects.values())
    preview = choose(coordinator, content, f"fil.{ending}")
    assert places(preview) == []
    outcomes = {row.outcome for row in preview.context["plan"].rows}
    assert len(outcomes) == 1
    save(coordinator, preview)
    assert (list(Organisation.objects.values()), list(Function.objects.values())) == before
    Function.objects.all().delete()
    Organisation.objects.exclude(pk=region.pk).delete()
    FormerName.objects.all().delete()
    Organisation.objects.all().delete()
    save(coordinator, choose(coordinator, content, f"fil.{ending}"))
    made = Organisation.objects.get(name="Region; Norr")
    assert (made.what_for, made.children.get().phone) == ("=SUMMA(A1)\nrad två", "+46 31 390 06 21")
    assert made.functions.get().phone == "031-390 06 22"
    assert {one.name for one in made.former_names.all()} == set(FORMER)


def sheet(content: bytes) -> list[Any]:
    return list(load_workbook(io.BytesIO(content)).active.values)


def test_a_workbook__keeps_row_numbers_and_whole_numbers(coordinator: Client) -> None:
    book = Workbook()
    for line in (["organisation", "kommun", "slag"], ["Skolan", 9901.0, "school"], [], ["X", "", "inget"]):
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)
    preview = choose(coordinator, out.getvalue(), "fil.xlsx")
    assert places(preview) == [(4, "kind")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tom.csv", b"\n"),
        ("fil.csv", b"hund;katt\n1;2\n"),
        ("fil.pdf", b"%PDF-1.7"),
        ("fil.xlsx", b"PK\x03\x04 not a workbook"),
        ("fil.csv", b'organisation\n"whole'),
        ("fil.csv", b"organisation;organisation\na;b\n"),
    ],
)
def test_files_that_cannot_be_read__get_one_sentence(coordinator: Client, name: str, content: bytes) -> None:
    answer = choose(coordinator, content, name)
    assert answer.status_code == 422 and "<title>Fel:" in answer.content.decode()
    assert len(answer.context["form"].errors["file"]) == 1


def test_others__find_no_such_address(coordinator: Client) -> None:
    client = client_of("editor", "staff")
    for address in ("importera/", "exportera.csv", "exportera.xlsx"):
        assert client.get(f"/kontakter/{address}").status_code == 404
        assert coordinator.get(f"/kontakter/{address}").status_code == 200
    assert choose(client, GOOD).status_code == 404


@pytest.mark.parametrize("text", ["=1+1", "+46 31", "-x", "@cmd", "vanlig", "'citat"])
def test_formulas__are_made_harmless_and_come_back(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@"))
    assert as_meant(harmless(text)) == text
