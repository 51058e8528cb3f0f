"""A component as the style guide shows it: its own documentation, and examples of every state."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template import loader
from django.utils.functional import Promise
from django.utils.safestring import SafeString

FOLDER = "handslag/components"
BLOCKS = "handslag/blocks"

_COMMENT = re.compile(r"{% comment %}\n(.*?)\n{% endcomment %}", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One state of a component."""

    title: str | Promise
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Component:
    """A template of `folder` with its examples.

    `wrapper` is the element an item stands in; `small` ones are shown beside each other.
    """

    name: str
    title: str | Promise
    examples: Sequence[Example]
    wrapper: str = ""
    small: bool = False
    folder: str = FOLDER

    @property
    def template_name(self) -> str:
        return f"{self.folder}/{self.name}.html"

    @property
    def documentation(self) -> str:
        """The comment at the top of the template: the one description of its parameters."""
        source = loader.get_template(self.template_name).template.source  # type: ignore[attr-defined]  # Django backend
        found = _COMMENT.search(source)
        return found[1] if found else ""

    @property
    def rendered(self) -> list[tuple[str | Promise, SafeString]]:
        return [
            (example.title, loader.render_to_string(self.template_name, dict(example.context)))
            for example in self.examples
        ]
