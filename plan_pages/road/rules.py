"""May this person do this now? The one place that is asked: by pages, lists of things to do and the acts themselves."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from handslag.access.people import Person, has_role, is_break_glass, is_signed_in
from handslag.access.roles import roles as role_table
from plan_pages.road.answer import Answer
from plan_pages.road.facts import RoadFacts
from plan_pages.road.matter import Matter
from plan_pages.road.table import RULES, Action, Bar

NAMED = 5


def may(user: Person, action: Action, matter: Matter, facts: RoadFacts | None = None) -> Answer:
    """Stage, then role, then what bars this one person. Superusers hold every role and are barred like others.

    `facts` are given by lists, which ask about many matters; an act asks anew.
    """
    rule, facts = RULES[action], facts or RoadFacts([matter])
    if matter.stage not in rule.stages:
        return Answer(
            _("This is not possible now: the matter is %(stage)s.") % {"stage": matter.get_stage_display()}
        )
    if not _holds(user, action, matter, facts):
        return Answer(_("This is for %(roles)s.") % {"roles": titles(rule.roles)})
    for bar in rule.bars:
        if _is_barred(user.pk, bar, matter, facts):
            return Answer(f"{_sentence(bar)} {instead(action, matter, facts)}".strip())
    return Answer()


def may_see(user: Person) -> bool:
    """The list of matters; a guest reviewer sees the one matter."""
    return is_break_glass(user) or has_role(user, *RULES[Action.SEE].roles)


def people_who_may(action: Action, matter: Matter, facts: RoadFacts | None = None) -> list[Any]:
    """Accounts that may do it in this stage, by name; who holds no role of it is not among them."""
    rule, facts = RULES[action], facts or RoadFacts([matter])
    holders = facts.holders(rule.roles)
    if action in (Action.APPROVE, Action.RETURN):
        holders = list({person.pk: person for person in (*holders, *facts.guests(matter))}.values())
    free = [
        person
        for person in holders
        if not any(_is_barred(person.pk, bar, matter, facts) for bar in rule.bars)
    ]
    return sorted(free, key=lambda person: (name_of(person).casefold(), person.pk))


def instead(action: Action, matter: Matter, facts: RoadFacts | None = None) -> str:
    """Who may act in place of the one who is barred."""
    people = people_who_may(action, matter, facts)
    if not people:
        return _("Nobody else holds the role %(roles)s; ask the coordinator to invite somebody.") % {
            "roles": titles(RULES[action].roles)
        }
    return _("Instead: %(names)s.") % {"names": named(people)}


def named(people: Sequence[Any]) -> str:
    """Their names, the first few of many."""
    names = [name_of(person) for person in people[:NAMED]]
    if len(people) > NAMED:
        names.append(_("%(count)d others") % {"count": len(people) - NAMED})
    return ", ".join(names)


def name_of(person: Any) -> str:
    return str(person.get_full_name() or person.get_username())


def titles(names: Iterable[str]) -> str:
    """Roles as people call them."""
    return ", ".join(str(role_table.get(name).title) for name in names)


def _holds(user: Person, action: Action, matter: Matter, facts: RoadFacts) -> bool:
    if not is_signed_in(user):
        return False
    if is_break_glass(user) or has_role(user, *RULES[action].roles):
        return True
    guest = action in (Action.SEE, Action.COMMENT, Action.APPROVE, Action.RETURN)
    return guest and user.pk in {person.pk for person in facts.guests(matter)}


def _is_barred(pk: Any, bar: Bar, matter: Matter, facts: RoadFacts) -> bool:
    match bar:
        case Bar.AUTHOR:
            return pk in facts.authors(matter)
        case Bar.SUBMITTER:
            return bool(pk == matter.submitted_by_id)
        case Bar.ENTERED:
            return pk in facts.entered(matter) | facts.changed_since_board(matter)
        case Bar.NOT_ENTERED:
            return pk not in facts.entered(matter)


def _sentence(bar: Bar) -> str:
    return {
        Bar.AUTHOR: _("You changed this text since the latest decision, so somebody else reviews it."),
        Bar.SUBMITTER: _("You submitted this text, so somebody else answers."),
        Bar.ENTERED: _("You entered the board's changes, so somebody else checks them."),
        Bar.NOT_ENTERED: _("Somebody else is entering the board's changes."),
    }[bar]
