"""The sprite holds what is asked for, and its licence lies beside it."""

import re
from xml.etree import ElementTree

from django.template import Context, Template

from tests.support.locations import ROOT

ICONS = ROOT / "site/handslag/static/handslag/icons"
SVG = "{http://www.w3.org/2000/svg}"


def symbols() -> list[str]:
    # Our own file, in the repository.
    sprite = ElementTree.parse(ICONS / "sprite.svg").getroot()  # noqa: S314
    return [symbol.attrib["id"] for symbol in sprite.iter(f"{SVG}symbol")]


def test_sprite__every_icon_in_a_template_exists() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    given = re.findall(r'{% include "handslag/components/[^%]*\bicon="([\w-]+)"', sources)
    used = {*re.findall(r'{% icon "([\w-]+)"', sources), *given}
    assert used
    assert used <= set(symbols())


def test_sprite__every_icon_named_in_the_style_guide_exists() -> None:
    examples = (ROOT / "site/handslag/styleguide/examples").glob("*.py")
    used = {name for path in examples for name in re.findall(r'"icon": "([\w-]+)"', path.read_text("utf-8"))}
    assert used <= set(symbols())


def test_sprite__no_icon_twice() -> None:
    assert len(symbols()) == len(set(symbols()))


def test_licence__lies_beside_the_sprite() -> None:
    assert "ISC License" in (ICONS / "LICENSE-lucide.txt").read_text("utf-8")


def test_icon__is_hidden_from_screen_readers_and_local() -> None:
    html = Template('{% load handslag_icons %}{% icon "search" "icon--inline" %}').render(Context())
    assert 'aria-hidden="true"' in html
    assert 'class="icon icon--inline"' in html
    assert '<use href="/static/handslag/icons/sprite.svg#search">' in html
