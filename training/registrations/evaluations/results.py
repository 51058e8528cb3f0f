"""What the answers say, in whole fives: between two fives nothing that is shown changes."""

import statistics
from collections import Counter
from dataclasses import dataclass

from training.occasions.occasion import Occasion
from training.registrations.evaluations.answering import BATCH
from training.registrations.evaluations.evaluation import Evaluation, Level


@dataclass(frozen=True)
class Results:
    """`useful`: the mean, to one decimal. `levels`: the choice in words and how many. `better`: texts, in the order of
    the alphabet."""

    answers: int
    useful: float
    levels: tuple[tuple[str, int], ...]
    better: tuple[str, ...]


def results(occasion: Occasion) -> Results | None:
    """None: fewer than five have answered."""
    rows = list(Evaluation.objects.filter(occasion=occasion))
    full = len(rows) // BATCH
    shown = [row for row in rows if row.batch < full]
    if not shown:
        return None
    levels = Counter(row.level for row in shown)
    return Results(
        answers=len(shown),
        useful=round(statistics.mean(row.useful for row in shown), 1),
        levels=tuple((str(level.label), levels[level]) for level in Level),
        better=tuple(sorted(row.better for row in shown if row.better)),
    )
