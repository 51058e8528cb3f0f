"""Roles and sets of roles as somebody writes them in a cell."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.utils import translation

from handslag.access.roles import Bundle, Role, bundles, roles

# How people call the three sets; alone in the column for roles, a role's own name goes first.
SHORT_NAMES = {"samordnare": "coordinator", "sekreterare": "secretary", "läsare": "reader"}


def split(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;|\n]", cell) if part.strip()]


def find_role(word: str) -> Role | None:
    return _find(word, roles)


def find_bundle(word: str) -> Bundle | None:
    short = SHORT_NAMES.get(word.casefold())
    return bundles.get(short) if short else _find(word, bundles)


def _find[E: (Role, Bundle)](word: str, entries: Iterable[E]) -> E | None:
    """By name or by title in either language."""
    wanted = word.casefold()
    entry: E
    for entry in entries:
        if wanted in {entry.name, entry.name.replace("_", " "), *_titles(entry)}:
            return entry
    return None


def _titles(entry: Role | Bundle) -> set[str]:
    found = set()
    for language in getattr(settings, "INTERFACE_LANGUAGES", [settings.LANGUAGE_CODE]):
        with translation.override(language):
            found.add(str(entry.title).casefold())
    return found
