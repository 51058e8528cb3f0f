"""Which edition is in force, for a day and a municipality: a question to the rows, never a stored flag."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.utils import timezone

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import ADOPTING, DecisionRole, EditionKind
from plan_pages.editions.series import EditionSeries


@dataclass(frozen=True)
class PlaceState:
    """What is in force in one municipality, and the decision it rests on."""

    code: str
    name: str
    edition: Edition | None
    decision: Decision | None


@dataclass(frozen=True)
class History:
    """All editions of a series in the order they were sealed, with their decisions: two questions to the database."""

    series: EditionSeries
    editions: tuple[Edition, ...]
    decisions: tuple[Decision, ...]
    _by_edition: dict[object, list[Decision]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.decisions:
            self._by_edition.setdefault(row.edition_id, []).append(row)

    @cached_property
    def places(self) -> dict[str, str]:
        """Municipality codes to names, for whom the plan was ever decided; the newest name counts."""
        deciding = [row for row in self.decisions if row.role == DecisionRole.DECIDED]
        return dict(sorted(((row.place_code, row.place_name) for row in deciding), key=lambda item: item[1]))

    def decisions_of(self, edition: Edition) -> list[Decision]:
        """A correction rests on the decision of the edition it corrects."""
        main = self.main_of(edition)
        return self._by_edition.get(main.pk, []) if main else []

    def decided(self, edition: Edition, place: str | None = None) -> list[Decision]:
        return [
            row
            for row in self.decisions_of(edition)
            if row.role == DecisionRole.DECIDED
            and row.outcome in ADOPTING
            and place in (None, row.place_code)
        ]

    def main_of(self, edition: Edition) -> Edition | None:
        return next((one for one in self.editions if one.main == edition.main and not one.correction), None)

    def in_force(self, day: datetime.date, place: str) -> Edition | None:
        """The highest main number in effect with its latest correction; a repeal leaves none, never an older one."""
        mains = [
            edition
            for edition in self.editions
            if not edition.correction and any(_has_begun(row, day) for row in self.decided(edition, place))
        ]
        if not mains:
            return None
        main = max(mains, key=lambda edition: edition.main)
        if main.kind == EditionKind.REPEAL:
            return None
        corrections = [
            edition
            for edition in self.editions
            if edition.main == main.main and edition.correction and sealed_on(edition) <= day
        ]
        return max(corrections, key=lambda edition: edition.correction, default=main)

    def states(self, day: datetime.date) -> list[PlaceState]:
        """One per municipality, in the order of their names."""
        found = []
        for code, name in self.places.items():
            edition = self.in_force(day, code)
            decided = self.decided(edition, code) if edition else []
            found.append(PlaceState(code, name, edition, decided[0] if decided else None))
        return found

    def numbered(self, main: int, correction: int = 0) -> Edition | None:
        return next((one for one in self.editions if (one.main, one.correction) == (main, correction)), None)

    def repeal_in_effect(self, day: datetime.date) -> Edition | None:
        """The newest repeal that has begun in some municipality."""
        repeals = [one for one in self.editions if one.kind == EditionKind.REPEAL]
        begun = [one for one in repeals if any(_has_begun(row, day) for row in self.decided(one))]
        return max(begun, key=lambda one: one.main, default=None)


def history_of(series: EditionSeries) -> History:
    editions = tuple(Edition.objects.filter(series=series).order_by("sequence"))
    for edition in editions:
        edition.series = series
    decisions = Decision.objects.filter(edition__series=series).order_by(
        "edition__sequence", "place_name", "role"
    )
    return History(series, editions, tuple(decisions))


def only_edition(states: Iterable[PlaceState]) -> Edition | None:
    """The edition in force everywhere, or None where municipalities differ or nothing is in force."""
    found = {state.edition for state in states}
    return next(iter(found)) if len(found) == 1 else None


def sealed_on(edition: Edition) -> datetime.date:
    return timezone.localtime(edition.sealed_at).date()


def _has_begun(row: Decision, day: datetime.date) -> bool:
    """A registered plan that names no day at all counts as in effect."""
    return row.begins is None or row.begins <= day
