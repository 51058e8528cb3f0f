"""Rows as they are now, for this transaction only: where two act at once the second sees what the first did."""

from typing import Any

from plan_pages.correcting.overtaken import AnsweredAlreadyError
from plan_pages.editions.series import EditionSeries


def locked_series(series: EditionSeries) -> EditionSeries:
    """Before every other row and by everyone: whoever seals holds it too."""
    return EditionSeries.objects.select_for_update().get(pk=series.pk)


def locked_waiting(row: Any) -> Any:
    """A correction or a repeal that still waits. Raises AnsweredAlreadyError where somebody was faster."""
    series = locked_series(row.series)
    found = type(row).objects.select_for_update().get(pk=row.pk)
    if not found.is_waiting:
        raise AnsweredAlreadyError
    found.series = series
    return found
