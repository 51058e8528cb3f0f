"""Tags for the admin's own templates."""

import re
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

SPRITE = "handslag/icons/sprite.svg"
SYMBOL = re.compile(r'<symbol id="(?P<name>[a-z-]+)" viewBox="(?P<box>[^"]*)"[^>]*>(?P<shapes>.*?)</symbol>')
STROKES = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


@register.simple_tag
def admin_icons(*names: str) -> SafeString:
    """The named icons of the one sprite, in the form that Wagtail's sprite is made of.

    Wagtail's icons are filled areas and ours are lines, so the strokes are given inside, where its style sheet does
    not reach. Raises KeyError for an icon that the sprite does not have.
    """
    sprite = Path(str(finders.find(SPRITE))).read_text()
    known = {found["name"]: found for found in SYMBOL.finditer(sprite)}
    icons = (
        f'<svg id="icon-{name}" xmlns="http://www.w3.org/2000/svg" viewBox="{known[name]["box"]}">'
        f"<g {STROKES}>{known[name]['shapes']}</g></svg>"
        for name in names
    )
    return mark_safe("".join(icons))  # noqa: S308 - a file of ours
