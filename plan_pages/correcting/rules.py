"""May this person do this? Asked by the pages, the lists of things to do and the acts themselves.

Superusers hold every role and are barred like others: four eyes are not a matter of power.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role, is_break_glass
from handslag.access.roles import roles as role_table
from plan_pages.road.answer import Answer
from plan_pages.road.moving import NotAllowedError

NAMED = 5


def holds(user: Person, roles: Iterable[str]) -> bool:
    return is_break_glass(user) or has_role(user, *roles)


def may(user: Person, roles: tuple[str, ...]) -> Answer:
    if holds(user, roles):
        return Answer()
    return Answer(_("This is for %(roles)s.") % {"roles": _titles(roles)})


def may_answer(user: Person, roles: tuple[str, ...], first: int, why: str) -> Answer:
    """The second pair of eyes; `first` is the account that began and `why` the sentence that bars it."""
    answer = may(user, roles)
    return Answer(f"{why} {_instead(roles, first)}") if answer and user.pk == first else answer


def require(answer: Answer) -> None:
    """Raises NotAllowedError with the sentence."""
    if not answer:
        raise NotAllowedError(answer.why_not)


def _instead(roles: tuple[str, ...], barred: int) -> str:
    accounts: Any = get_user_model().objects.filter(groups__name__in=roles, is_active=True)
    people = list(accounts.exclude(pk=barred).distinct().order_by("name", "pk"))
    if not people:
        return _("Nobody else holds the role %(roles)s; ask the coordinator to invite somebody.") % {
            "roles": _titles(roles)
        }
    names = [person.get_full_name() or person.get_username() for person in people[:NAMED]]
    if len(people) > NAMED:
        names.append(_("%(count)d others") % {"count": len(people) - NAMED})
    return _("Instead: %(names)s.") % {"names": ", ".join(names)}


def _titles(names: Iterable[str]) -> str:
    return ", ".join(str(role_table.get(name).title) for name in names)
