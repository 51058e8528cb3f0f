"""Who is being answered right now, for code that Wagtail calls without a request (rich text, form fields, widgets)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from handslag.access.people import Person

_viewer: ContextVar[Person | None] = ContextVar("handslag_viewer", default=None)


def current_viewer() -> Person | None:
    """The person whose request is being answered; None outside a request (commands, tasks)."""
    return _viewer.get()


@contextmanager
def viewing_as(user: Person | None) -> Iterator[None]:
    """None: as outside a request, for what must not depend on who asks."""
    token = _viewer.set(user)
    try:
        yield
    finally:
        _viewer.reset(token)
