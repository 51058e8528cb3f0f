"""Helplines in guides and pages: one record, changed once and then right everywhere (A6.2)."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from contacts.helplines.helpline import Helpline
from contacts.helplines.in_pages import NAME
from contacts.helplines.particulars import fingerprint
from contacts.helplines.verifying import verify
from handslag import clock
from handslag.access.role_setup import setup_roles
from handslag.pages.records import record_name, record_sources
from handslag.search.models import SearchDocument
from handslag.search.providers import rebuild
from home.guides.models import GuidePage
from tests.support.factories import (
    GuideIndexPageFactory,
    GuidePageFactory,
    PublicHomePageFactory,
    PublicPageFactory,
    UserFactory,
    make_site,
)
from tests.support.helplines import helpline, verified

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)
NUMBER, NEW = "08-465 004 61", "08-465 004 62"
NOT_CHECKED = "/information/stodlinjer/"


@pytest.fixture(autouse=True)
def site() -> Iterator[None]:
    cache.clear()
    with clock.set_to(DAY):
        yield


def with_lines(*lines: Helpline) -> list[dict[str, Any]]:
    return [{"type": "record", "value": record_name(NAME, line.pk)} for line in lines]


@pytest.fixture
def pages() -> tuple[Page, Page]:
    home = make_site()
    section = PublicHomePageFactory(parent=home)
    setup_roles()
    return GuideIndexPageFactory(parent=home), section


def make(pages: tuple[Page, Page], *lines: Helpline) -> tuple[GuidePage, Page]:
    body = json.dumps(with_lines(*lines))
    guides, section = pages
    return GuidePageFactory(parent=guides, body=body), PublicPageFactory(parent=section, body=body)


def read(page: Page, *roles: str) -> str:
    client = Client()
    if page.url.startswith("/guider"):
        client.force_login(UserFactory(roles=["staff", *roles]))
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_page__shows_the_line_as_it_is_today(pages: Any) -> None:
    for page in make(pages, verified(DAY)):
        text = read(page)
        assert 'href="tel:0846500461"' in text and f'<bdi dir="ltr">{NUMBER}</bdi>' in text
        assert "2 mars 2026" in text and '<h2 class="helpline__name"' in text


def test_page__changed_once_is_changed_everywhere(
    pages: Any, django_capture_on_commit_callbacks: Any
) -> None:
    line = verified(DAY)
    made = make(pages, line)
    assert all(NUMBER in read(page) for page in made)
    with django_capture_on_commit_callbacks(execute=True):
        rebuild()
        line.number = NEW
        line.save()
    for page in made:
        text = read(page)
        assert NUMBER not in text and NEW not in text and f'href="{NOT_CHECKED}"' in text
    with django_capture_on_commit_callbacks(execute=True):
        verify(line.pk, UserFactory(), fingerprint(line))
    assert all(NEW in read(page) and NUMBER not in read(page) for page in made)
    found = SearchDocument.objects.all()
    assert [row.kind for row in found if NEW in f"{row.title} {row.body}"] == ["helpline"] * 2
    assert not any(NUMBER in f"{row.title} {row.body}" for row in found)


@pytest.mark.parametrize("state", ["unverified", "expired", "changed by hand", "ended", "gone"])
def test_page__leads_to_the_list_where_the_line_is_not_to_be_shown(pages: Any, state: str) -> None:
    line = (
        helpline()
        if state == "unverified"
        else verified(DAY - datetime.timedelta(days=91 if state == "expired" else 1))
    )
    made = make(pages, line)
    if state == "changed by hand":
        Helpline.objects.filter(pk=line.pk).update(hours="Aldrig")
    if state == "ended":
        Helpline.objects.filter(pk=line.pk).update(ended_on=DAY)
    if state == "gone":
        Helpline.objects.filter(pk=line.pk).delete()
    for page in made:
        text = read(page, "coordinator")
        main = text.partition("<main")[2]
        assert NUMBER not in main and "Provlinjen" not in main and f'href="{NOT_CHECKED}"' in main


def test_page__is_asked_for_each_time(pages: Any) -> None:
    """A copy that a proxy or a browser keeps must not go on showing a number that nobody checks any more."""
    _guide, page = make(pages, verified(DAY))
    kept = Client().get(page.url)["Cache-Control"]
    assert "no-cache" in kept and "private" in kept and "max-age" not in kept


def test_page__asks_no_more_for_more_lines(pages: Any) -> None:
    def queries(page: Page) -> int:
        client = Client()
        client.get(page.url)
        with CaptureQueriesContext(connection) as found:
            client.get(page.url)
        return len(found)

    lines = [verified(DAY, name=f"Linje {number}") for number in range(8)]
    few = queries(make(pages, lines[0])[1])
    assert queries(make(pages, *lines)[1]) == few <= 15


def test_editor__chooses_among_the_lines_and_keeps_the_choice(pages: Any) -> None:
    line, hidden = verified(DAY), helpline(name="Linje B")
    guide, _page = make(pages, line)
    client = Client()
    client.force_login(UserFactory(roles=["staff", "editor"]))
    address = f"/admin/pages/{guide.pk}/edit/"
    form = client.get(address).content.decode()
    assert record_name(NAME, line.pk) in form and record_name(NAME, hidden.pk) in form
    assert "Linje B (" in form
    sent = {
        "title": guide.title, "slug": guide.slug, "situation": guide.situation, "seo_title": "",
        "search_description": "",
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "record", "body-0-id": "",
        "body-0-value": record_name(NAME, hidden.pk), "action-publish": "1",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    guide.refresh_from_db()
    assert guide.body.get_prep_value()[0]["value"] == record_name(NAME, hidden.pk)
    refused = client.post(address, {**sent, "body-0-value": "helpline:987654"})
    assert refused.status_code == 200


def test_page__of_a_site_without_the_register_is_a_whole_page(pages: Any) -> None:
    source = record_sources.get(NAME)
    made = make(pages, verified(DAY))
    record_sources.unregister(NAME)
    try:
        for page in made:
            assert NUMBER not in read(page).partition("<main")[2]
        client = Client()
        client.force_login(UserFactory(roles=["staff", "editor"]))
        assert client.get(f"/admin/pages/{made[0].pk}/edit/").status_code == 200
    finally:
        record_sources.register(source)
