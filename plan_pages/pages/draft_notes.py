"""What other parts of the plan have to say above a draft in the editor, for example what readers asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from handslag.registry import Registry


@dataclass(frozen=True)
class DraftNote:
    """`render` gives the markup for this page and reader, "" where there is nothing to say; asked at each opening."""

    name: str
    render: Callable[[Any, HttpRequest], str]
    order: int = 100


draft_notes = Registry[DraftNote]("Note above a draft")


class DraftNotesPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "plan_pages/pages/draft_notes.html"

        @cached_property
        def notes(self) -> list[str]:
            rendered = (note.render(self.instance, self.request) for note in draft_notes)
            return [text for text in rendered if text]

        def is_shown(self) -> bool:
            return bool(self.notes)
