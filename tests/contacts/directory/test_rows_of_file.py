"""What the rows of a file mean for what the directory holds already."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext
from wagtail.models import PageLogEntry

from contacts.exchange.columns import TITLES, Column
from contacts.functions.function import Function
from contacts.organisations.organisation import FormerName, Organisation
from handslag import clock
from handslag.places.models import Municipality
from tests.contacts.directory.importing import HEAD, choose, made_coordinator, places, save
from tests.support.contacts import function, organisation

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def coordinator() -> Client:
    return made_coordinator()


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
