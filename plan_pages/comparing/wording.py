"""The words for what a comparison finds."""

from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

CHANGES: dict[str, Any] = {
    "added": gettext_lazy("Added:"),
    "new": gettext_lazy("Added:"),
    "changed": gettext_lazy("Changed:"),
    "removed": gettext_lazy("Removed:"),
    "before": gettext_lazy("Before:"),
    "now": gettext_lazy("Now:"),
}
CHIPS: dict[str, Any] = {
    "new": gettext_lazy("New"),
    "changed": gettext_lazy("Changed"),
    "moved": gettext_lazy("Moved"),
    "removed": gettext_lazy("Removed"),
    "renumbered": gettext_lazy("Renumbered"),
}
DETAILS: dict[str, Any] = {
    "obligation": gettext_lazy("Obligation"),
    "function": gettext_lazy("Accountable function"),
    "lead": gettext_lazy("Line before the list"),
    "check": gettext_lazy("How it is measured"),
    "level": gettext_lazy("Heading level"),
    "shape": gettext_lazy("Shown as"),
    "fact_kind": gettext_lazy("Kind of fact"),
    "contents": gettext_lazy("File contents (SHA-256)"),
}
FIELDS: dict[str, Any] = {
    "title": gettext_lazy("Title"),
    "introduction": gettext_lazy("Introduction"),
    "owner": gettext_lazy("Plan owner"),
    "responsible_function": gettext_lazy("Responsible function"),
    "valid_first": gettext_lazy("Valid from"),
    "valid_last": gettext_lazy("Valid until"),
    "municipalities": gettext_lazy("Municipalities"),
    "language": gettext_lazy("Language"),
    "files": gettext_lazy("Linked files"),
}
# Details whose values are names of ours and not the editor's words.
NAMED = frozenset({"shape", "fact_kind"})
VALUES: dict[str, Any] = {
    "paragraph": pgettext_lazy("part of a text", "paragraph"),
    "subheading": pgettext_lazy("part of a text", "subheading"),
    "item": pgettext_lazy("part of a text", "list item"),
    "numbered_item": pgettext_lazy("part of a text", "numbered list item"),
    "helpline": pgettext_lazy("kind of fact", "helpline"),
    "link": pgettext_lazy("kind of fact", "link"),
    "contact": pgettext_lazy("kind of fact", "contact"),
}


TAGS: dict[tuple[str, str], Any] = {
    ("heading", "changed"): gettext_lazy("Changed heading"),
    ("commitment", ""): gettext_lazy("Commitment"),
    ("commitment", "new"): gettext_lazy("New commitment"),
    ("commitment", "removed"): gettext_lazy("Removed commitment"),
    ("commitment", "changed"): gettext_lazy("Changed commitment"),
    ("fact", ""): gettext_lazy("Fact"),
    ("fact", "new"): gettext_lazy("New fact"),
    ("fact", "removed"): gettext_lazy("Removed fact"),
    ("fact", "changed"): gettext_lazy("Changed fact"),
}


class StyleLike(Protocol):
    @property
    def bold(self) -> bool: ...
    @property
    def italic(self) -> bool: ...
    @property
    def href(self) -> str: ...


def style_in_words(style: StyleLike | None) -> str:
    """ "bold, link to https://…"; plain where nothing is marked, "" where the words were not there at all."""
    if style is None:
        return ""
    parts = [_("bold")] * style.bold + [_("italic")] * style.italic
    if style.href:
        parts.append(_("link to %(address)s") % {"address": style.href})
    return ", ".join(parts) or _("plain text")
