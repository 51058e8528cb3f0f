"""What the head of an edition says of its currency: on pages only, never in the edition's files."""

import datetime

from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.currency import CurrencyReview, due_on
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.showing.facts import Line


def currency_lines(
    history: History, edition: Edition, review: CurrencyReview | None, day: datetime.date, *, in_force: bool
) -> list[Line]:
    """Harm 9 (an outdated plan is followed): an edition that people follow says when a review of it is overdue."""
    if not in_force:
        return [_line(in_words(review.reviewed_on))] if review is not None else []
    due = due_on(history, edition, review)
    if review is None:
        said = _("Should have been reviewed on %(due)s") if due < day else _("By %(due)s at the latest")
    elif due < day:
        said = _("%(date)s; should have been reviewed again on %(due)s")
    else:
        said = _("%(date)s, next %(due)s")
    return [_line(said % {"date": in_words(review.reviewed_on) if review else "", "due": in_words(due)})]


def _line(value: str) -> Line:
    return {"key": _("Reviewed for currency"), "value": value}
