"""Who does what (A5.1, A5.2): the accountable functions of the plan in force, from its text."""

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from handslag import clock
from plan_pages.documents import Commitment, EditionDocument, Section
from plan_pages.editions.history import History
from plan_pages.reading.doors import for_readers
from plan_pages.reading.places import place_of, state_for
from plan_pages.seal.texts import document_of
from plan_pages.showing.standing import label_of


@dataclass
class Responsibility:
    """A function and what it answers for; `function` "" gathers what nobody answers for."""

    function: str
    promises: list[tuple[Section, Commitment]] = field(default_factory=list)


def by_function(document: EditionDocument) -> list[Responsibility]:
    """In the order of the functions' names; what has none comes last, so that the gap is seen."""
    found: dict[str, Responsibility] = {}
    for section in document.sections:
        for promise in section.commitments:
            name = promise.accountable_function.strip()
            found.setdefault(name.casefold(), Responsibility(name)).promises.append((section, promise))
    return sorted(found.values(), key=lambda one: (not one.function, one.function.casefold()))


@for_readers
def responsibilities(request: HttpRequest, history: History) -> HttpResponse:
    state = state_for(place_of(request, history), history.states(clock.today()))
    document = document_of(state.edition) if state.edition else None
    context = {
        "edition": state.edition,
        "label": label_of(state.edition) if state.edition else "",
        "document": document,
        "functions": by_function(document) if document else [],
    }
    return TemplateResponse(request, "plan_pages/reading/responsibilities.html", context)
