"""Icons from the one local sprite."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

SPRITE = "handslag/icons/sprite.svg"


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """Draw an icon. It is hidden from screen readers: an icon always has text beside it."""
    return format_html(
        '<svg class="{}" aria-hidden="true" width="24" height="24"><use href="{}#{}"></use></svg>',
        f"icon {classes}".strip(),
        static(SPRITE),
        name,
    )
