"""The tree as the person being answered sees it: counts, arrows and confirmation pages know no hidden pages.

Only for what is read to be shown: while an admin page is asked for (GET), and from the moment an answer is rendered.
Where something is written the tree is what it is, otherwise a new page would take the place of a hidden one, and what
must not be deleted would not be found.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.admin.api.filters import HasChildrenFilter
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.chooser import BrowseView
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.listing import HasChildPagesFilter
from wagtail.models import Page

from handslag.access.people import Person, is_break_glass, is_signed_in
from handslag.access.viewer import current_viewer
from handslag.access.visibility import visible_to

_seen_by: ContextVar[Person | None] = ContextVar("handslag_tree_seen_by", default=None)


@contextmanager
def tree_seen_by(person: Person | None) -> Iterator[None]:
    """With None the tree is what it is."""
    token = _seen_by.set(person if _sees_less(person) else None)
    try:
        yield
    finally:
        _seen_by.reset(token)


def from_here_on_seen_by(person: Person) -> None:
    """For the rest of a `tree_seen_by` that somebody else ends: rendering has no end that a middleware is told of."""
    _seen_by.set(person if _sees_less(person) else None)


def hidden_below(page: Page, person: Person) -> bool:
    """Is something below `page`, as the tree is, that `person` may not know of?"""
    below = Page.objects.descendant_of(page)
    return bool(below.exclude(pk__in=visible_to(Page.objects.all(), person).values("pk")).exists())


def _sees_less(person: Person | None) -> bool:
    return person is not None and is_signed_in(person) and not is_break_glass(person)


def _is_leaf(original: Callable[[Page], bool], page: Page) -> bool:
    viewer = _seen_by.get()
    if viewer is None or original(page):
        return original(page)
    return not visible_to(Page.objects.child_of(page), viewer).exists()


def _get_children_count(original: Callable[[Page], int], page: Page) -> int:
    viewer = _seen_by.get()
    return original(page) if viewer is None else visible_to(Page.objects.child_of(page), viewer).count()


def _get_descendants(original: Any, page: Page, *args: Any, **kwargs: Any) -> QuerySet[Page]:
    viewer = _seen_by.get()
    pages = original(page, *args, **kwargs)
    return pages if viewer is None else visible_to(pages, viewer)


def _add_child(original: Any, page: Page, *args: Any, **kwargs: Any) -> Any:
    """A page made while somebody reads must still not be put where a hidden one is."""
    with tree_seen_by(None):
        return original(page, *args, **kwargs)


def _as_seen(original: Any, *args: Any, **kwargs: Any) -> Any:
    """What is asked while a form is being sent, but only to be shown."""
    with tree_seen_by(current_viewer()):
        return original(*args, **kwargs)


def _with_visible_children(person: Person) -> QuerySet[Page]:
    """The pages below which the person sees something."""
    children = Page.objects.filter(path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1)
    return Page.objects.filter(Exists(visible_to(children, person)))


def _by_children(original: Any, self: Any, pages: QuerySet[Page], value: Any) -> QuerySet[Page]:
    """The explorer's filter "has child pages"."""
    viewer = current_viewer()
    if viewer is None or not _sees_less(viewer) or value not in {"true", "false"}:
        return original(self, pages, value)
    parents = _with_visible_children(viewer).values("pk")
    return pages.filter(pk__in=parents) if value == "true" else pages.exclude(pk__in=parents)


def _by_children_in_api(
    original: Any, self: Any, request: Any, pages: QuerySet[Page], view: Any
) -> QuerySet[Page]:
    value = {"1": "true", "0": "false"}.get(asked := request.GET.get("has_children"), asked)
    return _by_children(lambda *_args: original(self, request, pages, view), self, pages, value)


def _choosable(original: Any, self: Any, pages: QuerySet[Page]) -> QuerySet[Page]:
    """The chooser lists pages of other types only to go further down from."""
    viewer = current_viewer()
    listed = original(self, pages)
    if viewer is None or not _sees_less(viewer) or self.desired_classes == (Page,):
        return listed
    of_type = Page.objects.type(*self.desired_classes).values("pk")
    further_down = _with_visible_children(viewer).values("pk")
    return listed.filter(Q(pk__in=of_type) | Q(pk__in=further_down))


_WRAPPED: tuple[tuple[type, str, Any], ...] = (
    (Page, "is_leaf", _is_leaf),
    (Page, "get_children_count", _get_children_count),
    (Page, "get_descendants", _get_descendants),
    (Page, "add_child", _add_child),
    (HasChildPagesFilter, "filter", _by_children),
    (HasChildrenFilter, "filter_queryset", _by_children_in_api),
    (BrowseView, "filter_object_list", _choosable),
    (CopyForm, "__init__", _as_seen),
    (DeleteView, "get_context_data", _as_seen),
    (BulkAction, "get_context_data", _as_seen),
)


def wrap(owner: Any, name: str, wrapper: Any) -> None:
    """Put `wrapper` around a function of Wagtail's, once; it gets the original as its first argument."""
    original = getattr(owner, name)
    if hasattr(original, "knows_hidden_pages"):
        return

    @functools.wraps(original)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return wrapper(original, *args, **kwargs)

    wrapped.knows_hidden_pages = True  # type: ignore[attr-defined]  # put on once
    setattr(owner, name, wrapped)


def connect() -> None:
    for owner, name, wrapper in _WRAPPED:
        wrap(owner, name, wrapper)
