"""The frame of every page, with much context and with none."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

PAGE = """{% extends "handslag/base.html" %}
{% block title %}T{% endblock %}
{% block content %}<h1>T</h1>{% endblock %}
"""


def item(title: str, is_current: bool = False) -> SimpleNamespace:
    return SimpleNamespace(title=title, name=title, code="sv", url=f"/{title}/", is_current=is_current)


def page(**context: object) -> str:
    return Template(PAGE).render(Context(context))


def test_base__renders_without_any_context() -> None:
    html = page()
    assert "<h1>T</h1>" in html
    assert "popover" not in html


def test_base__skip_link_is_the_first_thing_and_leads_to_main() -> None:
    html = page()
    assert html.index("skip-link") < html.index("<header")
    assert '<main class="site-main wrap" id="content"' in html


@pytest.mark.parametrize(("language", "direction"), [("sv", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_base__says_language_and_direction(language: str, direction: str) -> None:
    with translation.override(language):
        assert f'<html lang="{language}" dir="{direction}">' in page()


def test_base__marks_where_the_reader_is() -> None:
    html = page(main_navigation=[item("a"), item("b", is_current=True)])
    assert html.count('aria-current="page"') == 1


def test_base__public_section_has_neither_account_nor_search() -> None:
    context = {"main_navigation": [item("a")], "user_navigation": [item("account")], "public_only": True}
    html = page(**context)
    assert "/account/" not in html
    assert 'type="search"' not in html
    assert "noindex" not in html


@pytest.mark.parametrize(("signed_in", "shown"), [(True, 2), (False, 0)])
def test_base__search_is_for_those_who_are_signed_in(signed_in: bool, shown: int) -> None:
    request = RequestFactory().get("/")
    request.user = get_user_model()() if signed_in else AnonymousUser()
    html = page(request=request, main_navigation=[item("a")])
    assert html.count('type="search"') + html.count("header-search-link") == shown


def test_base__internal_pages_ask_not_to_be_indexed() -> None:
    assert '<meta name="robots" content="noindex">' in page()


def test_base__titles_are_escaped() -> None:
    assert "<script>alert" not in page(main_navigation=[item("<script>alert")], site_name="<script>alert")


def test_quick_exit__is_a_plain_link_that_tells_nothing() -> None:
    html = render_to_string("handslag/components/quick_exit.html", {})
    assert 'rel="noreferrer"' in html
    assert "<a " in html


def test_helpline__number_runs_left_to_right_and_can_be_dialled() -> None:
    html = render_to_string(
        "handslag/components/helpline.html",
        {"name": "N", "audience": "A", "number": "099-000 00 00", "tel": "0990000000"},
    )
    assert 'href="tel:0990000000"' in html
    assert '<bdi dir="ltr">099-000 00 00</bdi>' in html
