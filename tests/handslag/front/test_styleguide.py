"""Every component of the style guide can be drawn, in both languages, without two equal ids."""

import re

import pytest
from django.utils import translation

from handslag.styleguide.components import Component
from handslag.styleguide.examples import groups

COMPONENTS = [component for group in groups() for component in group.components]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_component__every_example_shows_something(component: Component, language: str) -> None:
    with translation.override(language):
        rendered = component.rendered
    assert rendered
    assert all(html.strip() for title, html in rendered)


def test_examples__ids_are_unique_on_the_page() -> None:
    html = "".join(html for component in COMPONENTS for title, html in component.rendered)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))


def test_examples__hold_no_real_telephone_number() -> None:
    html = "".join(html for component in COMPONENTS for title, html in component.rendered)
    assert set(re.findall(r'href="tel:(\d+)"', html)) == {"112", "0990000000"}
