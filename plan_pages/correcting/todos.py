"""What waits for somebody on the short roads: a second pair of eyes, and a review whose day has come."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import Person
from handslag.access.visibility import visible_to
from handslag.start.todos import Todo
from plan_pages.correcting.correction.models import Correction, CorrectionState
from plan_pages.correcting.correction.rules import may_answer_correction
from plan_pages.correcting.doors import plans
from plan_pages.correcting.living import in_force_today
from plan_pages.correcting.repeal.models import Repeal, RepealState
from plan_pages.correcting.repeal.rules import may_confirm
from plan_pages.correcting.roles import CONFIRMERS, OWNERS, REMINDED
from plan_pages.correcting.rules import holds
from plan_pages.editions.currency import due_on, reviews_by_number
from plan_pages.editions.decision import Decision
from plan_pages.editions.history import History
from plan_pages.showing.standing import label_of


def corrections_for(user: Person) -> Iterator[Todo]:
    for correction in corrections_to_answer(user):
        yield Todo(
            _("Approve a correction of the plan"),
            reverse("corrections:one", args=[correction.pk]),
            detail=_("You are the second person; readers see the old words until you have answered."),
        )


def corrections_to_answer(user: Person) -> list[Correction]:
    if not holds(user, OWNERS):
        return []
    waiting = Correction.objects.filter(state=CorrectionState.WAITING, series__in=visible_to(plans(), user))
    return [correction for correction in waiting if may_answer_correction(user, correction)]


def repeals_for(user: Person) -> Iterator[Todo]:
    if not holds(user, CONFIRMERS):
        return
    waiting = Repeal.objects.filter(state=RepealState.WAITING, series__in=visible_to(plans(), user))
    for repeal in waiting:
        if may_confirm(user, repeal):
            yield Todo(
                _("Compare a repeal of the plan with the minutes"),
                reverse("repeals:one", args=[repeal.pk]),
                detail=_("You are the second person; the plan stays in force until you have confirmed."),
            )


def reviews_for(user: Person) -> Iterator[Todo]:
    """From the day on which an edition in force is to be reviewed."""
    if not holds(user, REMINDED):
        return
    today = clock.today()
    history = _without_corrections(user)
    editions = in_force_today(history, today) if history is not None else []
    if history is None or not editions:
        return
    reviews = reviews_by_number(history.series, today)
    for edition in editions:
        due = due_on(history, edition, reviews.get(edition.main))
        if due <= today:
            yield Todo(
                _("Review whether the plan is current (%(edition)s)")
                % {"edition": label_of(edition).lower()},
                f"{reverse('currency:review')}?utgava={edition.main}",
                due,
            )


def _without_corrections(user: Person) -> History | None:
    """What was decided, in one question: a correction is due when its edition is."""
    rows = tuple(
        Decision.objects.filter(edition__series__in=visible_to(plans(), user))
        .select_related("edition__series")
        .order_by("edition__sequence")
    )
    if not rows:
        return None
    return History(rows[0].edition.series, tuple(dict.fromkeys(row.edition for row in rows)), rows)
