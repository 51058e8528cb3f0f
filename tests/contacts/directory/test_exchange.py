"""The directory into a file and out of one."""

import datetime
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils.translation import gettext
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from wagtail.models import PageLogEntry

from contacts.exchange.columns import TITLES, Column
from contacts.functions.function import Function
from contacts.organisations.organisation import FormerName, Organisation
from handslag import clock
from handslag.places.models import Municipality
from handslag.spreadsheets.cells import as_meant, harmless
from handslag.spreadsheets.lists import joined, names_in
from tests.support.contacts import function, held, organisation
from tests.support.factories import make_site
from tests.support.occasions import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
ADDRESS = "/kontakter/importera/"
HEAD = "organisation;kommun;slag;nivåer;tidigare namn;del av;telefon;funktion;ansvarar för\n"


@pytest.fixture
def coordinator() -> Client:
    make_site()
    call_command("setup_roles")
    Municipality.objects.create(name="Björkmarks kommun", code="9901")
    return client_of("coordinator", "staff")


def choose(client: Client, content: str | bytes, name: str = "kontakter.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data)})


def save(client: Client, preview: Any, *skip: int) -> Any:
    return client.post(ADDRESS, {"text": preview.context["text"], "skip": skip})


def places(preview: Any) -> list[tuple[int, str]]:
    return [(error.row, str(error.column)) for error in preview.context["plan"].errors]


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


def outcomes(preview: Any) -> list[str]:
    return [row.outcome for row in preview.context["plan"].rows]


def test_what_is_archived_or_abolished__is_told_and_left_as_it_is(coordinator: Client) -> None:
    gone = organisation("Gamla skolan", "school", archived_on=clock.today())
    ends = organisation("Skolan", "school", archived_on=clock.today() + datetime.timedelta(days=1))
    function("Rektor", ends, abolished_on=clock.today())
    content = HEAD + (
        "Gamla skolan;;school;;;Skolan;031-390 06 21;Rektor;Allt\nSkolan;;;;;;031-390 06 22;;\n"
        "Skolan;;;;;;;Rektor;Allt\n"
    )
    preview = choose(coordinator, content)
    archived, changed, abolished = outcomes(preview)
    assert (archived, abolished) == (
        gettext("is archived; nothing is changed"),
        gettext("the function is abolished; nothing is changed in it"),
    )
    assert places(preview) == [] and changed == gettext("changed")
    assert save(coordinator, preview).status_code == 302
    gone.refresh_from_db()
    assert (gone.phone, gone.parent, gone.functions.count()) == ("", None, 0)
    ends.refresh_from_db()
    assert (ends.phone, ends.functions.get().tasks) == ("031-390 06 22", "")


def test_a_function__is_found_by_what_it_was_called(coordinator: Client) -> None:
    """A file from before the rename."""
    made = function("Landstingsdirektör", organisation("Regionen", "region"))
    made.name = "Regiondirektör"
    made.save()
    content = HEAD + "Regionen;;;;;;;Landstingsdirektör;Leder\n"
    save(coordinator, choose(coordinator, content))
    made.refresh_from_db()
    assert (Function.objects.count(), made.name, made.tasks) == (1, "Regiondirektör", "Leder")
    assert outcomes(choose(coordinator, content)) == outcomes(
        choose(coordinator, HEAD + "Regionen;;;;;;;;\n")
    )
    twice = choose(coordinator, content + "Regionen;;;;;;;Regiondirektör;\n")
    assert places(twice) == [(3, "function")]


@pytest.mark.parametrize(
    ("known", "lines", "wrong"),
    [
        ({}, "A;;school;;;B;;;\nB;;school;;;A;;;\n", [2, 3]),
        ({}, "A;;school;;;B;;;\nB;;school;;;C;;;\nC;;school;;;A;;;\nD;;school;;;A;;;\n", [2, 3, 4]),
        ({"B": "A"}, "A;;;;;B;;;\n", [2]),
        ({"C": "B", "B": "A"}, "A;;;;;C;;;\n", [2]),
        ({"B": "A"}, "A;;;;;B;;;\nB;;;;;C;;;\nC;;school;;;;;;\n", []),
        ({}, "A;9901;school;;;B;;;\nB;;school;;;A;;;\nA;;school;;;;;;\n", []),
    ],
)
def test_parts__of_one_another_are_named_by_row_and_column(
    coordinator: Client, known: dict[str, str], lines: str, wrong: list[int]
) -> None:
    made = {name: organisation(name, "school") for name in sorted({*known, *known.values()})}
    for name, above in known.items():
        made[name].parent = made[above]
        made[name].save()
    preview = choose(coordinator, HEAD + lines)
    assert places(preview) == [(row, "parent") for row in wrong]
    assert save(coordinator, preview).status_code == (422 if wrong else 302)


@pytest.mark.parametrize(
    ("known", "content", "expected"),
    [
        (["9901"], "organisation;telefon\nSkolan;112\n", ["9901"]),
        (["9901"], "organisation;kommun;telefon\nSKOLAN;;112\nSkolan;;\n", ["9901"]),
        (["9901"], "organisation;telefon\nGamla skolan;112\n", ["9901"]),
        (["", "9901"], "organisation;kommun;telefon\nSkolan;;112\n", [""]),
        (["", "9901"], "organisation;telefon\nSkolan;112\n", "Björkmarks kommun, utan kommun"),
        (["9901", "9902"], "organisation;kommun;telefon\nSkolan;;112\n", "Björkmarks kommun, Granby kommun"),
        (["9901"], "organisation;kommun;slag;telefon\nSkolan;9901;;112\nSkolan;;school;112\n", ["", "9901"]),
    ],
)
def test_a_row_without_municipality__means_the_only_one_of_the_name(
    coordinator: Client, known: list[str], content: str, expected: list[str] | str
) -> None:
    Municipality.objects.create(name="Granby kommun", code="9902")
    for code in known:
        made = organisation("Skolan", "school", municipality=Municipality.objects.filter(code=code).first())
        FormerName.objects.create(organisation=made, name="Gamla skolan")
    preview = choose(coordinator, content)
    if isinstance(expected, str):
        [error] = preview.context["plan"].errors
        told = sorted(expected.split(", "))
        assert (error.row, error.column) == (2, "municipality")
        assert all(place in str(error) for place in told)
        return
    assert places(preview) == [] and save(coordinator, preview).status_code == 302
    changed = Organisation.objects.filter(phone="112")
    assert sorted(one.municipality.code if one.municipality else "" for one in changed) == expected
    assert Organisation.objects.count() == max(len(known), len(expected))


BROKEN = [
    "#REF!",
    "#SAKNAS!",
    "#DIV/0!",
    "#N/A",
    "4,67E+10",
    "4.67e10",
    "2026-03-02 00:00:00",
    "2026-03-02",
    "31-mar",
]


@pytest.mark.parametrize("column", [Column.ORGANISATION, Column.PHONE, Column.FORMER_NAMES, Column.FUNCTION])
def test_what_a_spreadsheet_made_of_a_cell__is_refused_by_row_and_column(
    coordinator: Client, column: Column
) -> None:
    cells = {Column.ORGANISATION: "Gården", Column.KIND: "leisure", Column.PHONE: "", Column.FUNCTION: ""}
    rows = [{**cells, Column.ORGANISATION: f"Gården {n}", column: cell} for n, cell in enumerate(BROKEN)]
    columns = list(cells | {column: ""})
    lines = [";".join(str(TITLES[one]) for one in columns)]
    lines += [";".join(f"{row[one]}" for one in columns) for row in rows]
    preview = choose(coordinator, "\n".join(lines))
    assert set(places(preview)) == {(number, str(column)) for number in range(2, len(BROKEN) + 2)}
    assert save(coordinator, preview).status_code == 422 and not Organisation.objects.exists()
    good = "Rum #3 & 4E+10-gården", "031-390 06 21", "Hus 2026-03-02"
    assert (
        places(choose(coordinator, "organisation;slag\n" + "".join(f"{cell};leisure\n" for cell in good)))
        == []
    )


def test_values__are_shown_before_anything_is_saved(coordinator: Client) -> None:
    at = organisation("Skolan", "school", phone="031-1", municipality=Municipality.objects.get())
    function("Rektor", at, tasks="Allt")
    content = HEAD + (
        "Skolan;9901;;universal;Gamla skolan;Nämnden;031-2;Rektor;Skolans vardag\n"
        "Nämnden;;municipal;;;;<b>031</b>;Ordförande;\nskolan;9901;;;;;031-2;;\n"
    )
    preview = choose(coordinator, content)
    told = [
        [(str(one.title), one.before, one.after) for one in row.changes]
        for row in preview.context["plan"].rows
    ]
    assert told == [
        [
            ("del av", "", "Nämnden"),
            ("tidigare namn", "", "Gamla skolan"),
            ("nivåer", "", "universell"),
            ("telefon", "031-1", "031-2"),
            ("ansvarar för", "Allt", "Skolans vardag"),
        ],
        [
            ("organisation", "", "Nämnden"),
            ("slag", "", "annan kommunal verksamhet"),
            ("telefon", "", "<b>031</b>"),
            ("funktion", "", "Ordförande"),
        ],
        [("telefon", "031-1", "031-2")],
    ]
    page = preview.content.decode()
    assert "telefon: ”031-1” blir ”031-2”" in page and "&lt;b&gt;031&lt;/b&gt;" in page


def test_a_file_that_was_read_in__stands_in_the_history_with_figures_only(coordinator: Client) -> None:
    organisation("Skolan", "school", phone="031-1")
    save(coordinator, choose(coordinator, HEAD + "Skolan;;;;;;031-2;Rektor;\nKyrkan;;trummis;;;;;;\n"), 3)
    [entry] = PageLogEntry.objects.filter(action="handslag.read_in_file")
    assert entry.data == {"new": 1, "changed": 1, "left_out": 1}
    assert str(entry.user_id) == coordinator.session["_auth_user_id"]
    assert entry.message == "Läste in en fil: 1 nya, 1 ändrade, 1 rader utelämnade"
