"""Which edition is in force, for a day and a municipality: a question to the rows (domain.md §0.2, tensions)."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History, only_edition
from plan_pages.editions.kinds import DecisionRole, EditionKind, Outcome
from plan_pages.editions.series import EditionSeries

A, B = "9901", "9902"
NAMES = {A: "Björkmarks kommun", B: "Skogsmarks kommun"}
SERIES = EditionSeries(pk=1, address="handlingsplan")
ADOPTED, REPEAL, REGISTERED = EditionKind.ADOPTED, EditionKind.REPEAL, EditionKind.REGISTERED


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@dataclass(frozen=True)
class Given:
    """An edition in short. `begins` says from when per municipality, None where nothing is stated; a correction has
    none and is sealed on `sealed`."""

    number: str
    begins: tuple[tuple[str, str | None], ...] = ()
    kind: EditionKind = EditionKind.ADOPTED
    sealed: str = "2020-01-01"
    outcome: Outcome = Outcome.ADOPTED
    role: DecisionRole = DecisionRole.DECIDED


def history(given_editions: Iterable[Given]) -> History:
    editions: list[Edition] = []
    decisions: list[Decision] = []
    for sequence, one in enumerate(given_editions, start=1):
        main, _dot, correction = one.number.partition(".")
        edition = Edition(
            id=uuid.uuid4(),
            series=SERIES,
            sequence=sequence,
            main=int(main),
            correction=int(correction or 0),
            kind=EditionKind.CORRECTION if correction else one.kind,
            sealed_at=datetime.datetime.fromisoformat(f"{one.sealed}T12:00:00+01:00"),
        )
        editions.append(edition)
        decisions += [
            Decision(
                edition=edition,
                place_code=place,
                place_name=NAMES[place],
                role=one.role,
                outcome=one.outcome,
                in_effect_from=day(begins) if begins else None,
            )
            for place, begins in one.begins
        ]
    return History(SERIES, tuple(editions), tuple(decisions))


def only(begins: str | None) -> tuple[tuple[str, str | None], ...]:
    return ((A, begins),)


FIRST = Given("1", only("2021-01-01"))
SECOND = Given("2", only("2023-01-01"))

CASES = [
    ("nothing decided", [], "2022-01-01", A, None),
    ("the day before the first", [FIRST], "2020-12-31", A, None),
    ("the first day", [FIRST], "2021-01-01", A, "1"),
    ("the last day of the first", [FIRST, SECOND], "2022-12-31", A, "1"),
    ("the first day of the second", [FIRST, SECOND], "2023-01-01", A, "2"),
    ("decided and not yet in effect", [FIRST, Given("2", only("2030-01-01"))], "2024-01-01", A, "1"),
    ("a correction holds from its day", [FIRST, Given("1.1", sealed="2022-05-05")], "2022-05-05", A, "1.1"),
    ("a correction does not hold before", [FIRST, Given("1.1", sealed="2022-05-05")], "2022-05-04", A, "1"),
    (
        "the latest of several corrections",
        [FIRST, Given("1.1", sealed="2022-05-05"), Given("1.2", sealed="2022-06-06")],
        "2023-01-01",
        A,
        "1.2",
    ),
    (
        "ten is later than nine",
        [FIRST, *(Given(f"1.{count}", sealed="2022-05-05") for count in range(1, 11))],
        "2023-01-01",
        A,
        "1.10",
    ),
    (
        "the old is corrected while the next waits",
        [FIRST, Given("2", only("2030-01-01")), Given("1.1", sealed="2022-05-05")],
        "2024-01-01",
        A,
        "1.1",
    ),
    (
        "the correction of the old does not outlive it",
        [FIRST, Given("2", only("2030-01-01")), Given("1.1", sealed="2022-05-05")],
        "2030-01-01",
        A,
        "2",
    ),
    (
        "a correction sealed before its edition begins",
        [Given("1", only("2025-01-01")), Given("1.1", sealed="2024-05-05")],
        "2024-12-31",
        A,
        None,
    ),
    (
        "… and holds from its first day",
        [Given("1", only("2025-01-01")), Given("1.1", sealed="2024-05-05")],
        "2025-01-01",
        A,
        "1.1",
    ),
    ("a repeal leaves none", [FIRST, SECOND, Given("3", only("2024-01-01"), REPEAL)], "2024-01-01", A, None),
    (
        "a repeal that is not yet",
        [FIRST, SECOND, Given("3", only("2024-01-01"), REPEAL)],
        "2023-12-31",
        A,
        "2",
    ),
    (
        "a new plan after a repeal",
        [FIRST, Given("2", only("2022-01-01"), REPEAL), Given("3", only("2023-01-01"))],
        "2023-01-01",
        A,
        "3",
    ),
    (
        "a correction after the repeal brings nothing back",
        [FIRST, Given("2", only("2022-01-01"), REPEAL), Given("1.1", sealed="2022-02-02")],
        "2022-03-03",
        A,
        None,
    ),
    ("registered without a day", [Given("1", only(None), REGISTERED)], "2000-01-01", A, "1"),
    (
        "registered without a day, then decided",
        [Given("1", only(None), REGISTERED), SECOND],
        "2023-01-01",
        A,
        "2",
    ),
    (
        "sealed later and in effect earlier",
        [Given("1", only("2023-01-01")), Given("2", only("2022-01-01"))],
        "2024-01-01",
        A,
        "2",
    ),
    (
        "two municipalities: the first has begun",
        [Given("1", ((A, "2021-01-01"), (B, "2022-01-01")))],
        "2021-06-01",
        A,
        "1",
    ),
    (
        "two municipalities: the other has not",
        [Given("1", ((A, "2021-01-01"), (B, "2022-01-01")))],
        "2021-06-01",
        B,
        None,
    ),
    (
        "one decided the next edition alone",
        [Given("1", ((A, "2021-01-01"), (B, "2021-01-01"))), SECOND],
        "2024-01-01",
        B,
        "1",
    ),
    (
        "one repeals alone",
        [Given("1", ((A, "2021-01-01"), (B, "2021-01-01"))), Given("2", only("2022-01-01"), REPEAL)],
        "2024-01-01",
        B,
        "1",
    ),
    ("a municipality that never decided", [FIRST], "2024-01-01", B, None),
    ("only prepared", [Given("1", only("2021-01-01"), role=DecisionRole.PREPARED)], "2024-01-01", A, None),
    ("tabled", [Given("1", only("2021-01-01"), outcome=Outcome.TABLED)], "2024-01-01", A, None),
]


@pytest.mark.parametrize(
    ("editions", "on", "place", "expected"), [pytest.param(*row[1:], id=row[0]) for row in CASES]
)
def test_in_force__table(editions: list[Given], on: str, place: str, expected: str | None) -> None:
    found = history(editions).in_force(day(on), place)
    assert (str(found.number) if found else None) == expected


def test_begins__is_the_day_of_the_meeting_where_nothing_else_is_stated() -> None:
    row = Decision(meeting_date=day("2016-04-25"))
    assert row.begins == day("2016-04-25")


def test_states__name_every_municipality_with_the_decision_it_rests_on() -> None:
    shared = Given("1", ((B, "2021-01-01"), (A, "2022-01-01")))
    found = history([shared, Given("2", ((A, "2023-01-01"),)), Given("2.1", sealed="2023-06-01")])
    early, late = found.states(day("2021-06-01")), found.states(day("2024-01-01"))
    assert [(state.name, state.edition and str(state.edition.number)) for state in early] == [
        ("Björkmarks kommun", None),
        ("Skogsmarks kommun", "1"),
    ]
    assert [str(state.edition.number) for state in late if state.edition] == ["2.1", "1"]
    assert [state.decision.in_effect_from for state in late if state.decision] == [
        day("2023-01-01"),
        day("2021-01-01"),
    ]
    assert only_edition(early) is None
    assert only_edition(late) is None


def test_only_edition__is_the_one_that_holds_everywhere() -> None:
    shared = history([Given("1", ((A, "2021-01-01"), (B, "2021-01-01")))])
    assert only_edition(shared.states(day("2022-01-01"))) == shared.numbered(1)
    assert only_edition(shared.states(day("2020-01-01"))) is None


def test_repeal_in_effect__from_its_day() -> None:
    found = history([FIRST, Given("2", only("2022-01-01"), REPEAL)])
    assert found.repeal_in_effect(day("2021-12-31")) is None
    assert found.repeal_in_effect(day("2022-01-01")) == found.numbered(2)


FIRST_DAY = datetime.date(2020, 1, 1)
DAYS = some.integers(0, 40).map(lambda number: (FIRST_DAY + datetime.timedelta(days=number)).isoformat())


@some.composite
def chains(draw: some.DrawFn) -> list[Given]:
    """Editions in the order of sealing, with corrections of what is there and days without any order."""
    made: list[Given] = []
    for main in range(1, draw(some.integers(1, 5)) + 1):
        kind = draw(some.sampled_from([ADOPTED, ADOPTED, REPEAL])) if main > 1 else ADOPTED
        places = draw(some.sets(some.sampled_from([A, B]), min_size=1))
        made.append(Given(str(main), tuple((place, draw(DAYS)) for place in sorted(places)), kind))
        texts = [one for one in made if "." not in one.number and one.kind != REPEAL]
        for _again in range(draw(some.integers(0, 2))):
            corrected = draw(some.sampled_from(texts)).number
            before = sum(one.number.startswith(f"{corrected}.") for one in made)
            made.append(Given(f"{corrected}.{before + 1}", sealed=draw(DAYS)))
    return made


@given(chains(), DAYS, some.sampled_from([A, B]))
def test_in_force__is_the_highest_main_number_that_has_begun(chain: list[Given], on: str, place: str) -> None:
    begun = [
        one
        for one in chain
        if "." not in one.number and any(code == place and since <= on for code, since in one.begins if since)
    ]
    found = history(chain).in_force(day(on), place)
    newest = max(begun, key=lambda one: int(one.number), default=None)
    if newest is None or newest.kind == REPEAL:
        assert found is None
        return
    assert found is not None
    assert found.main == int(newest.number)
    corrections = [
        int(one.number.partition(".")[2])
        for one in chain
        if one.number.startswith(f"{newest.number}.") and one.sealed <= on
    ]
    assert found.correction == max(corrections, default=0)
