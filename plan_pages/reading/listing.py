"""All editions of a plan, newest first, with what holds today and the way to what changed."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History, PlaceState
from plan_pages.editions.kinds import EditionKind
from plan_pages.reading.page import before
from plan_pages.showing.facts import body_of, minutes_of
from plan_pages.showing.standing import Standing, label_of, standing_of


@dataclass(frozen=True)
class Row:
    edition: Edition
    label: str
    url: str
    standing: Standing
    decision_lines: list[str]
    changes_url: str
    changes_since: str
    has_text: bool


def rows_of(history: History, states: list[PlaceState]) -> list[Row]:
    """`states` are today's."""
    day = clock.today()
    return [
        _row(history, edition, standing_of(edition, history, states, day))
        for edition in sorted(history.editions, key=lambda one: one.number, reverse=True)
    ]


def _lines(history: History, edition: Edition) -> list[str]:
    """“Kommunfullmäktige 2024-11-25, § 131”, with the municipality's name where several share the plan."""
    if edition.correction:
        return [_("Corrected on %(date)s") % {"date": in_words(edition.sealed_at)}]
    decisions = history.decided(edition)
    if len(decisions) == 1:
        return [f"{body_of(decisions[0])} {minutes_of(decisions[0])}"]
    return [f"{row.place_name}: {body_of(row)} {minutes_of(row)}" for row in decisions]


def _row(history: History, edition: Edition, standing: Standing) -> Row:
    has_text = edition.kind != EditionKind.REPEAL
    earlier = before(history, edition) if has_text else None
    return Row(
        edition=edition,
        label=label_of(edition),
        url=reverse("plan:edition", args=[edition.number]),
        standing=standing,
        decision_lines=_lines(history, edition),
        changes_url=reverse("plan:compare", args=[earlier.number, edition.number]) if earlier else "",
        changes_since=str(earlier.number) if earlier else "",
        has_text=has_text,
    )
