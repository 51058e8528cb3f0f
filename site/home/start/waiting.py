"""What waits for the reader: the first of it on the start pages, all of it at `/att-gora/`."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from handslag.access.people import Person
from handslag.start.todos import Todo, todos_for

SHOWN, PER_PAGE = 8, 25


@dataclass(frozen=True)
class Waiting:
    """`first`: what is due first; `number`: of all of it."""

    first: list[Todo]
    number: int

    @property
    def has_more(self) -> bool:
        return self.number > len(self.first)


def waiting_first(user: Person) -> Waiting:
    todos = todos_for(user)
    return Waiting(todos[:SHOWN], len(todos))


@require_safe
@never_cache
def all_waiting(request: HttpRequest) -> HttpResponse:
    page = Paginator(todos_for(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return TemplateResponse(request, "home/waiting_page.html", {"page": page, "number": page.paginator.count})
