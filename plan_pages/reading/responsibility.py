"""Who does what (A5.1, A5.2): the accountable functions of the plan in force, from its text."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from contacts.directory.rules import may_keep
from contacts.directory.seeing import reads_directory
from contacts.functions.named import NamedFunction, ended_functions_named, functions_named
from contacts.organisations.naming import key_of
from handslag import clock
from handslag.access.people import Person, is_signed_in
from plan_pages.documents import Commitment, EditionDocument, Section
from plan_pages.editions.history import History
from plan_pages.reading.doors import for_readers
from plan_pages.reading.places import place_of, state_for
from plan_pages.seal.texts import document_of
from plan_pages.showing.standing import label_of


@dataclass
class Responsibility:
    """A function and what it answers for; `function` "" gathers what nobody answers for.

    `held` is what the contacts directory has of that name, beside the text and never in place of it; `ended` what
    it had and nobody holds any more.
    """

    function: str
    promises: list[tuple[Section, Commitment]] = field(default_factory=list)
    held: list[NamedFunction] = field(default_factory=list)
    ended: list[NamedFunction] = field(default_factory=list)


def by_function(document: EditionDocument) -> list[Responsibility]:
    """In the order of the functions' names; what has none comes last, so that the gap is seen."""
    found: dict[str, Responsibility] = {}
    for section in document.sections:
        for promise in section.commitments:
            name = promise.accountable_function.strip()
            found.setdefault(name.casefold(), Responsibility(name)).promises.append((section, promise))
    return sorted(found.values(), key=lambda one: (not one.function, one.function.casefold()))


def with_holders(functions: list[Responsibility], responsible: str, user: Person) -> dict[str, Any]:
    """The same number of queries however many functions the plan names."""
    names = [responsible, *(one.function for one in functions)]
    found = functions_named(names, clock.today(), user)
    ended = ended_functions_named(names, clock.today(), user, found)
    for one in functions:
        one.held, one.ended = found.get(key_of(one.function), []), ended.get(key_of(one.function), [])
    key = key_of(responsible)
    return {"responsible_held": [*found.get(key, []), *ended.get(key, [])]}


@for_readers
def responsibilities(request: HttpRequest, history: History) -> HttpResponse:
    state = state_for(place_of(request, history), history.states(clock.today()))
    document = document_of(state.edition) if state.edition else None
    functions = by_function(document) if document else []
    context: dict[str, Any] = {
        "edition": state.edition,
        "label": label_of(state.edition) if state.edition else "",
        "document": document,
        "functions": functions,
    }
    if document and is_signed_in(request.user):
        # Who holds what is for those who read the directory, also where the plan is open to everyone.
        context |= with_holders(functions, document.responsible_function, request.user)
        context["tells_missing"] = may_keep(request.user) and reads_directory(request.user)
    return TemplateResponse(request, "plan_pages/reading/responsibilities.html", context)
