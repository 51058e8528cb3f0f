"""The decision and the other fields of the front page, in the forms that municipalities print them."""

import datetime

import pytest

from plan_pages.importing.decision import find_decision, names_revision
from plan_pages.importing.details import Validity, find_owner, find_responsible, find_validity
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
        (
            ["Beslutad i kommunfullmäktige 2020-06-15 § 88 Dnr KS 2020/00123"],
            ("kommunfullmäktige", "2020-06-15", "88", "KS 2020/00123"),
        ),
        (["Antagen av KF § 12/2019, 2019-02-25"], ("kommunfullmäktige", "2019-02-25", "12", None)),
        (["Kommunstyrelsen 2017-05-03, paragraf 95"], ("kommunstyrelsen", "2017-05-03", "95", None)),
        (["KF 180226 § 34"], ("kommunfullmäktige", "2018-02-26", "34", None)),
        (["Antagen av KS 18-02-26 § 34"], ("kommunstyrelsen", "2018-02-26", "34", None)),
        (
            ["Antagen: Kommunfullmäktige 24 april 2017 (§ 61)"],
            ("kommunfullmäktige", "2017-04-24", "61", None),
        ),
        (["Godkänd av socialnämnden 2019-11-20 § 145"], ("socialnämnden", "2019-11-20", "145", None)),
        (
            ["Beslutat av barn- och utbildningsnämnden 25/4 2016 § 7"],
            ("barn- och utbildningsnämnden", "2016-04-25", "7", None),
        ),
        (
            ["Kommunfullmäktige antog planen den 25:e april 2016, § 74 a"],
            ("kommunfullmäktige", "2016-04-25", "74a", None),
        ),
        (["Diarienummer: 2017/123-KS"], (None, None, None, "2017/123-KS")),
        (["Dnr. KSN-2017-0123"], (None, None, None, "KSN-2017-0123")),
        (
            ["Antagen av | Datum | Paragraf | Dnr", "Kommunfullmäktige | 25.4.2016 | 74 | KS 2016/12"],
            ("kommunfullmäktige", "2016-04-25", "74", "KS 2016/12"),
        ),
        (
            ["Antagen av | Kommunfullmäktige | Beslutsdatum | 2016-04-25 § 74"],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            ["Beredd av kommunstyrelsen 2016-04-05 § 50. Antagen av kommunfullmäktige 2016-04-25 § 74"],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            [
                "Antagen av kommunfullmäktige 2016-04-25 § 74 efter beredning i kommunstyrelsen 2016-04-05 § 50"
            ],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            ["Godkänd av kommunstyrelsen 2016-04-05 § 50", "Antagen av kommunfullmäktige 2016-04-25 § 74"],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            ["Framtagen av säkerhetsenheten 2016-01-15", "Antagen av kommunfullmäktige 2016-04-25 § 74"],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            [
                "Antagen av kommunfullmäktige 2016-04-25 § 74. Gäller till 2020-12-31. Reviderad 2018-01-01 § 3"
            ],
            ("kommunfullmäktige", "2016-04-25", "74", None),
        ),
        (
            ["Antagen av KF i Norra 2016-04-25 § 74 och av KF i Södra 2016-05-02 § 33"],
            ("kommunfullmäktige", None, None, None),
        ),
        (["KF 2016-04-25 § 74", "KF 2016-04-25 § 12"], ("kommunfullmäktige", "2016-04-25", None, None)),
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
    ],
)
def test_decision__is_read_in_its_usual_forms(lines: list[str], expected: tuple[str | None, ...]) -> None:
    found = find_decision(lines, fields_in(lines))
    date = found.date.isoformat() if found.date else None
    assert (found.body, date, found.paragraph, found.registry_number) == expected


ABSENT = [
    "Regeringen antog en strategi 2011-12-08.",
    "Strategin är antagen av riksdagen 2016-05-01.",
    "Barn har rätt att bli hörda.",
    "Planen utgår från lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete.",
    "Se prop. 2016/17:132 och SOU 2016:92.",
    "SFS 2023:196",
    "Publicerad 2017-05-03",
    "Version 2, 2019-01-10",
    "Datum: 2019-01-10",
    "Framtagen av säkerhetsenheten 2016-01-15",
    "Reviderad av KF 2021-09-27 § 101",
    "Ersätter plan antagen av kommunfullmäktige 2012-01-30 § 5",
    "Planen bygger på trygghetspolicyn, antagen av KF 2012-01-30 § 5.",
    "Kommunstyrelsen beslutade 2015-01-12 § 4 att ta fram en handlingsplan.",
    "Kommunstyrelsen fick 2015-01-12 § 4 i uppdrag att samverka med länets övriga kommuner och polisen om detta.",
    "Remissbehandlad av socialnämnden 2015-03-01 § 9",
    "5 kap. 11 § socialtjänstlagen (2001:453)",
    "Telefon 0555-12 34 56, organisationsnummer 212000-0000",
]


@pytest.mark.parametrize("line", ABSENT)
def test_decision__is_not_made_of_what_belongs_to_something_else(line: str) -> None:
    assert find_decision([line], fields_in([line]), [line]).is_empty
    assert find_validity(fields_in([line]), [line], text=line) == Validity()
    assert (find_owner(fields_in([line]), line), find_responsible(fields_in([line]))) == (None, None)


def test_decision__is_read_from_a_sentence_about_this_plan_only() -> None:
    stated = "Denna handlingsplan antogs av kommunfullmäktige den 3 mars 2018 (§ 41)."
    other = "Trygghetsplanen antogs av kommunfullmäktige den 3 mars 2018 (§ 41)."
    assert find_decision([], [], [stated]).date == DAY
    assert find_decision([], [], [other]).is_empty


@pytest.mark.parametrize(
    ("lines", "revised"),
    [
        (["Reviderad av KF 2021-09-27 § 101"], True),
        (["Senast ändrad 210927"], True),
        (["Planen ska revideras vart fjärde år."], False),
    ],
)
def test_revision__is_named_and_not_taken_for_the_decision(lines: list[str], revised: bool) -> None:
    assert names_revision(lines) is revised


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (["Giltighetstid: 2019–2022"], "2019-01-01", "2022-12-31"),
        (["Gäller 2018-04-01 – 2020-12-31"], "2018-04-01", "2020-12-31"),
        (["Gäller till och med: 2022-12-31"], None, "2022-12-31"),
        (["Giltig från: 2019-01-01", "Giltig till: 2021-06-30"], "2019-01-01", "2021-06-30"),
        (["Planen gäller från 1 januari 2019 till 31 december 2021"], "2019-01-01", "2021-12-31"),
        (["Gäller 2020–2023"], "2020-01-01", "2023-12-31"),
        (["Giltighetstid: 2017-01-01 – tills vidare"], "2017-01-01", None),
        (
            ["Planen gäller från och med den 1 januari 2019 till och med den 31 december 2022"],
            "2019-01-01",
            "2022-12-31",
        ),
        (["Mandatperioden 2019-2022"], "2019-01-01", "2022-12-31"),
        (["Planen gäller mandatperioden 2019–2022."], "2019-01-01", "2022-12-31"),
        (["Gäller från 2019"], "2019-01-01", None),
        (["Planen gäller i fyra år."], None, None),
        (["Planen gäller alla nämnder och bolag."], None, None),
        (["Planperiod 2019-22"], "2019-01-01", "2022-12-31"),
        (["Planen gäller tills vidare."], None, None),
    ],
)
def test_validity__is_read_where_it_is_stated(lines: list[str], first: str | None, last: str | None) -> None:
    found = find_validity(fields_in(lines), lines)
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("title", "first"),
    [("Handlingsplan 2019–2022", 2019), ("Handlingsplan 2019-05-01", None), ("Handlingsplan 2019", None)],
)
def test_validity__is_read_from_the_years_of_a_title(title: str, first: int | None) -> None:
    found = find_validity([], [], title=title).first
    assert (found.year if found else None) == first


def test_owner_and_responsible__are_read_from_labels_and_sentences() -> None:
    fields = fields_in(["Dokumentansvarig: Säkerhetschef", "Förvaltare: Kommunstyrelsen"])
    assert find_responsible(fields) == "Säkerhetschef"
    assert find_owner(fields, "") == "Kommunstyrelsen"
    assert find_owner([], "Kommunstyrelsen är förvaltare av planen.") == "Kommunstyrelsen"
    assert find_owner([], "Planen följs upp varje år.") is None
