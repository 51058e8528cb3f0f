"""The demo's content: loads twice without a change, harms nobody, names no number but 112."""

import re

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from handslag.privacy import scan
from handslag.search.models import SearchDocument
from handslag.search.providers import rebuild
from home.demo.loading import load_pages
from home.models import GuidePage, NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def snapshot() -> list[tuple[object, ...]]:
    return list(
        Page.objects.order_by("pk").values_list("pk", "path", "title", "url_path", "latest_revision_id")
    )


def test_loads_twice_without_a_change() -> None:
    load_pages()
    before = snapshot()
    load_pages()
    assert snapshot() == before
    assert NewsPage.objects.filter(locale__language_code="sv").count() >= 5
    assert GuidePage.objects.filter(locale__language_code="sv").count() >= 6


def test_texts__no_identity_number_and_no_telephone_number_but_112() -> None:
    load_pages()
    rebuild()
    for document in SearchDocument.objects.all():
        text = f"{document.title} {document.body}"
        assert not [finding for finding in scan(text) if finding.is_blocking], document.url
        assert set(re.findall(r"\d{3,}", text)) <= {"112", "320"}, document.url


def test_all_demo_commands_may_run_again() -> None:
    call_command("load_demo", verbosity=0)
    before = snapshot()
    call_command("load_demo", verbosity=0)
    assert snapshot() == before


def test_public_pages_open_without_an_account() -> None:
    load_pages()
    for path in (
        "/information/",
        "/information/orolig/",
        "/information/sa-arbetar-kommunen/",
        "/ar/information/qalaq/",
    ):
        assert Client().get(path).status_code == 200, path


def test_guides__about_a_child_or_a_family_route_to_the_social_services_own_system() -> None:
    """Handslag keeps no matters (domain.md §2)."""
    load_pages()
    rebuild()
    guides = GuidePage.objects.filter(locale__language_code="sv").values_list("pk", flat=True)
    texts = [document.body.lower() for document in SearchDocument.objects.filter(page_id__in=guides)]
    about_a_child = [
        text for text in texts if re.search(r"\b(eleven|barnet|tonåringen|föräldern|föräldrar)\b", text)
    ]
    assert len(about_a_child) >= 2
    assert all("socialtjänsten" in text for text in about_a_child)
