"""Words of ours that nobody has translated are said in the site's own language, and marked as being in it.

The open pages exist in languages that the interface does not: a screen reader must know which words are Swedish, and
which way they run (WCAG 3.1.2).
"""

from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info, override


def marked(message: Any, **values: Any) -> str:
    """`message`: lazy, so that it can be asked what it says in two languages; anything else is left as it is. `values`
    are in the reader's language."""
    said = str(message)
    reader = get_language() or settings.LANGUAGE_CODE
    if not isinstance(message, Promise) or _is_spoken(message, said, reader):
        return _filled(said, values) if values else said
    inside = {name: format_html('<bdi lang="{}">{}</bdi>', reader, value) for name, value in values.items()}
    own = settings.LANGUAGE_CODE
    return format_html(
        '<span lang="{}" dir="{}">{}</span>',
        own,
        "rtl" if get_language_info(own)["bidi"] else "ltr",
        _filled(said, inside) if values else said,
    )


def _is_spoken(message: Promise, said: str, reader: str) -> bool:
    """English is what the messages are written in."""
    own = settings.LANGUAGE_CODE
    if reader == own or reader.partition("-")[0] == "en":
        return True
    with override(own):
        return str(message) != said


def _filled(said: str, values: dict[str, Any]) -> SafeString:
    escaped = {name: conditional_escape(value) for name, value in values.items()}
    return mark_safe(conditional_escape(said) % escaped)  # noqa: S308  # both are escaped
