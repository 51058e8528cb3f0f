"""Choices as somebody writes them in a cell: the stored word, or the title in either language."""

import re

from django.conf import settings
from django.db.models import TextChoices
from django.utils import translation


def choice_for[C: TextChoices](word: str, choices: type[C]) -> C | None:
    wanted = folded(word)
    return next((one for one in choices if wanted in _words(one)), None)


def title_for(choice: TextChoices) -> str:
    """What the export writes: in the site's own language."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(choice.label)


def split(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;|\n]", cell) if part.strip()]


def folded(word: str) -> str:
    """“Kommunens  egen” and “kommunens egen” are one word."""
    return " ".join(word.split()).casefold()


def _words(choice: TextChoices) -> set[str]:
    words = {choice.value, choice.value.replace("_", " ")}
    for language in {settings.LANGUAGE_CODE, "en"}:
        with translation.override(language):
            words.add(folded(str(choice.label)))
    return words
