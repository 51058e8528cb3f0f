"""Choosers without a script inside the page.

Wagtail 8 has templates for its other widgets, which `templates/wagtailadmin/` overrides; the script of a chooser is
put together in Python, so that is replaced here. `tests/config/test_csp.py` says when Wagtail no longer needs it.
"""

import json
import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets import BaseChooser

# What `render_js_init` writes: new PageChooser("id_page", {…}); or createTaskChooser("id_task");
INITIALISATION = re.compile(r"(?:new )?(?P<name>[A-Za-z]+)\((?P<arguments>.*)\);", re.DOTALL)


def render_with_start(
    self: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: object = None
) -> SafeString:
    """The widget, and an element that names what starts it (static/home/admin/starts.js)."""
    value_data = self.get_value_data(value)
    widget_html = self.render_html(name, value_data, attrs)
    start = render_to_string(
        "home/editors/start.html", start_context(self.render_js_init(attrs["id"], name, value_data))
    )
    return mark_safe(widget_html + start)  # noqa: S308 - both parts were rendered by templates, which escape


def start_context(script: str) -> dict[str, str]:
    """Name, target and options of a chooser's script. Raises ImproperlyConfigured for one of another shape."""
    match = INITIALISATION.fullmatch(script)
    if match is None:
        raise ImproperlyConfigured(f"A chooser starts in a way that the content policy refuses: {script}")
    target, *options = json.loads(f"[{match['arguments']}]")
    return {
        "name": match["name"],
        "target": target,
        "options": json.dumps(options[0]) if options else "",
    }


def connect() -> None:
    BaseChooser.render = render_with_start
