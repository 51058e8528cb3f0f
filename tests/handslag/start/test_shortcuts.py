"""Shortcuts of the start page."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from handslag.start.shortcuts import Shortcut, shortcuts, shortcuts_for


@pytest.fixture
def registered() -> Iterator[None]:
    shortcuts.register(Shortcut("test-a", "A", lambda request: "/a/", order=1, shown_to=lambda request: True))
    shortcuts.register(Shortcut("test-b", "B", lambda request: None, order=2, shown_to=lambda request: True))
    shortcuts.register(
        Shortcut("test-c", "C", lambda request: "/c/", order=3, shown_to=lambda request: False)
    )
    yield
    for name in ("test-a", "test-b", "test-c"):
        shortcuts.unregister(name)


@pytest.mark.django_db
def test_shortcuts__only_those_that_lead_somewhere_for_this_reader(registered: None) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert [item.url for item in shortcuts_for(request) if item.url in {"/a/", "/c/"}] == ["/a/"]
