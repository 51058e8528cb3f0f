"""Wordings that deserve a second look (A8.3, domain.md harms 3 and 4), pointed out to whoever opens an entry in the
editor: who wrote it and who reads it second. Nothing is stopped or changed."""

from typing import Any

from wagtail.admin.panels import Panel

from handslag.privacy.scanner import scan
from handslag.privacy.texts import texts_of


class WordingsPanel(Panel):
    """Shown where there is something to point out in the latest version."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "contacts/dialogue/wordings.html"

        def is_shown(self) -> bool:
            return bool(self.wordings())

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "wordings": self.wordings()}

        def wordings(self) -> list[tuple[str, str]]:
            """Field and reason, each once."""
            found = (
                (text.label, str(finding.advice))
                for text in texts_of(self.instance)
                for finding in scan(text.text)
                if not finding.is_blocking
            )
            return list(dict.fromkeys(found))
