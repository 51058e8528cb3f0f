"""Hidden pages, pictures and documents leave no trace in the admin.

An admin address that names a row which the person may not know of is answered as if the row did not exist: its number
is replaced by one that no row has before the view sees it. Whatever the view does with an unknown number (404,
redirect, empty list), it then does with a hidden one, so the two cannot be told apart.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import ResolverMatch

from handslag.access.admin_list_reading import record_list_reading
from handslag.access.named_rows import (
    NO_SUCH_ROW,
    Check,
    check_for_argument,
    check_for_field,
    check_for_query,
)
from handslag.access.people import Person
from handslag.access.reading import record_admin_reading
from handslag.access.seen_tree import from_here_on_seen_by, tree_seen_by
from handslag.access.viewer import viewing_as

# Wagtail's own view restrictions would be a second, weaker rule beside ours; the page types report counts every page.
CLOSED = frozenset(
    {
        "wagtailadmin_pages:set_privacy",
        "wagtailadmin_collections:set_privacy",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
    }
)
# Sends every number on to another address, which decides.
ONLY_SENDS_ON = frozenset({"wagtailadmin_pages:revisions_index"})
# Lists of every file, whoever may see it; Wagtail's own editor does not use them any more.
CLOSED_NAMESPACES = frozenset({"wagtailadmin_api:images", "wagtailadmin_api:documents"})
# Tags are suggested whoever used them, and a restricted file's tag may say what it is about.
WITHOUT_SUGGESTIONS = frozenset({"wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete"})


class HiddenPagesMiddleware:
    """Stands last, so that it knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Where something is sent, the tree is what it is until the answer is rendered.
        reads = request.path.startswith(admin_path()) and request.method in {"GET", "HEAD"}
        with viewing_as(request.user), tree_seen_by(request.user if reads else None):
            response = self.get_response(request)
        if request.path.startswith(admin_path()):
            record_admin_reading(request, response)
            record_list_reading(request, response)
        return response

    def process_template_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(admin_path()):
            from_here_on_seen_by(request.user)
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or not request.user.is_authenticated or not request.path.startswith(admin_path()):
            return None
        if match.view_name in CLOSED or match.namespace in CLOSED_NAMESPACES:
            raise Http404
        if match.view_name in WITHOUT_SUGGESTIONS:
            return JsonResponse([], safe=False)
        if match.view_name not in ONLY_SENDS_ON:
            forget_hidden_rows(request, match, kwargs)
        return None


def admin_path() -> str:
    return str(getattr(settings, "ADMIN_PATH", "/admin/"))


def forget_hidden_rows(request: HttpRequest, match: ResolverMatch, kwargs: dict[str, Any]) -> None:
    """Replace the numbers of hidden rows in path arguments, query and posted fields."""
    given = dict(kwargs)
    for name, value in given.items():
        if _is_hidden(check_for_argument(match.namespace, name, given), request.user, value):
            kwargs[name] = type(value)(NO_SUCH_ROW)
    request.GET = _without_hidden(  # type: ignore[assignment]  # Django lets middleware replace it
        request.GET,
        request.user,
        lambda name: check_for_query(match.namespace, match.url_name or "", name, given),
    )
    if request.method == "POST":
        request.POST = _without_hidden(  # type: ignore[assignment]  # as above
            request.POST, request.user, check_for_field
        )


def _is_hidden(check: Check | None, user: Person, value: object) -> bool:
    return check is not None and check(user, str(value))


def _without_hidden(values: QueryDict, user: Person, find_check: Callable[[str], Check | None]) -> QueryDict:
    changed: QueryDict | None = None
    for name in values:
        check = find_check(name)
        if check is None:
            continue
        given = values.getlist(name)
        kept = [NO_SUCH_ROW if check(user, value) else value for value in given]
        if kept != given:
            changed = changed or values.copy()
            changed.setlist(name, kept)
    return changed if changed is not None else values
