"""Who may propose and who may approve a correction."""

from django.utils.translation import gettext as _

from handslag.access.people import Person
from plan_pages.correcting.correction.models import Correction
from plan_pages.correcting.roles import OWNERS, PROPOSERS
from plan_pages.correcting.rules import may, may_answer
from plan_pages.road.answer import Answer


def may_propose(user: Person) -> Answer:
    return may(user, PROPOSERS)


def may_answer_correction(user: Person, correction: Correction) -> Answer:
    return may_answer(
        user, OWNERS, correction.author_id, _("You proposed this correction, so somebody else approves it.")
    )
