"""Who may enter and who may confirm a repeal."""

from django.utils.translation import gettext as _

from handslag.access.people import Person
from plan_pages.correcting.repeal.models import Repeal
from plan_pages.correcting.roles import CONFIRMERS, PREPARERS
from plan_pages.correcting.rules import may, may_answer
from plan_pages.road.answer import Answer


def may_prepare(user: Person) -> Answer:
    return may(user, PREPARERS)


def may_go_on_with(user: Person, repeal: Repeal) -> Answer:
    """Adding and taking away decisions, and withdrawing."""
    if user.pk == repeal.prepared_by_id:
        return may_prepare(user)
    return Answer(_("Only who began to enter the repeal goes on with it; you can decline it."))


def may_confirm(user: Person, repeal: Repeal) -> Answer:
    return may_answer(
        user,
        CONFIRMERS,
        repeal.prepared_by_id,
        _("You entered this repeal, so somebody else compares it with the minutes."),
    )
