"""The decision and the other fields of the front page, in the forms that municipalities print them."""

import datetime

import pytest

from plan_pages.importing.decision import find_decision
from plan_pages.importing.details import find_owner, find_responsible, find_validity
from plan_pages.importing.labels import fields_in

DAY = datetime.date(2018, 3, 3)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Antagen av kommunfullmäktige (KF) 2016-04-25, § 74."],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            ["Fastställd av kommunstyrelsen den 3 mars 2018 § 41, dnr KS/2018:112"],
            ("kommunstyrelsen", "2018-03-03", "41", "KS/2018:112"),
        ),
        (["Antagen av KF 25 april 2016 §74"], ("kommunfullmäktige", "2016-04-25", "74", None)),
        (["Beslutad av Kommunstyrelsen 2018-03-03"], ("kommunstyrelsen", "2018-03-03", None, None)),
        (
            ["Antagen av Kommunfullmäktige", "2016-04-25 § 74"],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            ["Fastställd av: Kommunstyrelsen", "Beslutsdatum: 2018-03-03, § 41", "Diarienummer: KS 2018/112"],
            ("kommunstyrelsen", "2018-03-03", "41", "KS 2018/112"),
        ),
        (
            ["Beslutsinstans", "Socialnämnden", "Beslutsdatum", "2018-03-03"],
            ("socialnämnden", "2018-03-03", None, None),
        ),
        (
            ["Antagen av KF 2016-04-25 § 74, reviderad 2019-05-27 § 60"],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (["Dnr: KS-2018/00112"], (None, None, None, "KS-2018/00112")),
        (["Antagen 2018-02-31 av kommunstyrelsen"], ("kommunstyrelsen", None, None, None)),
        (["Regeringen antog en strategi 2011-12-08."], (None, None, None, None)),
        (["Barn har rätt att bli hörda."], (None, None, None, None)),
    ],
)
def test_decision__is_read_in_its_usual_forms(lines: list[str], expected: tuple[str | None, ...]) -> None:
    found = find_decision(lines, fields_in(lines))
    date = found.date.isoformat() if found.date else None
    assert (found.body, date, found.paragraph, found.registry_number) == expected


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (["Giltighetstid: 2019–2022"], "2019-01-01", "2022-12-31"),
        (["Gäller 2018-04-01 – 2020-12-31"], "2018-04-01", "2020-12-31"),
        (["Gäller till och med: 2022-12-31"], None, "2022-12-31"),
        (["Giltig från: 2019-01-01", "Giltig till: 2021-06-30"], "2019-01-01", "2021-06-30"),
        (["Planen gäller från 1 januari 2019 till 31 december 2021"], "2019-01-01", "2021-12-31"),
        (["Planperiod 2019-22"], "2019-01-01", "2022-12-31"),
        (["Planen gäller tills vidare."], None, None),
    ],
)
def test_validity__is_read_where_it_is_stated(lines: list[str], first: str | None, last: str | None) -> None:
    found = find_validity(fields_in(lines), lines)
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


def test_owner_and_responsible__are_read_from_labels_and_sentences() -> None:
    fields = fields_in(["Dokumentansvarig: Säkerhetschef", "Förvaltare: Kommunstyrelsen"])
    assert find_responsible(fields) == "Säkerhetschef"
    assert find_owner(fields, "") == "Kommunstyrelsen"
    assert find_owner([], "Kommunstyrelsen är förvaltare av planen.") == "Kommunstyrelsen"
    assert find_owner([], "Planen följs upp varje år.") is None
