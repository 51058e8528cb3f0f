"""What machines of strangers are told."""

import pytest
from django.test import Client

from home.models import HomePage
from tests.support import searching
from tests.support.factories import NewsIndexPageFactory, PublicHomePageFactory, PublicPageFactory, restrict

pytestmark = pytest.mark.django_db
home = searching.home


def test_robots__all_closed_but_the_public_section(home: HomePage) -> None:
    NewsIndexPageFactory(parent=home)
    PublicHomePageFactory(parent=home)
    response = Client().get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response["Content-Type"].startswith("text/plain")
    assert {"Disallow: /", "Allow: /information/"} <= set(lines)
    assert not [line for line in lines if "nyheter" in line]


def test_sitemap__public_pages_only(home: HomePage) -> None:
    NewsIndexPageFactory(parent=home)
    section = PublicHomePageFactory(parent=home)
    PublicPageFactory(parent=section, slug="orolig")
    restrict(PublicPageFactory(parent=section, slug="stangd"), "board")
    sitemap = Client().get("/sitemap.xml").content.decode()
    assert "http://testserver/information/orolig/" in sitemap
    assert "stangd" not in sitemap
    assert "nyheter" not in sitemap


def test_favicon__is_the_icon_of_the_pages() -> None:
    response = Client().get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"].endswith("handslag/icons/favicon.svg")
