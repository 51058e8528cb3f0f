"""Helplines in the reader's language; what nobody translated is told in the site's own, and said to be."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, get_language_info

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.language import WORDS, source_language
from contacts.helplines.words.model import HelplineWords


@dataclass(frozen=True)
class Told:
    """Number, links and days are the line's own, in every language. `untranslated` names the texts below that are
    in the site's own language though the reader's is another."""

    line: Helpline
    audience: str
    hours: str
    languages: str
    anonymity: str
    cost: str
    untranslated: tuple[str, ...] = ()

    @property
    def is_translated_in_part(self) -> bool:
        said = [name for name in WORDS if getattr(self, name)]
        return 0 < len(self.untranslated) < len(said)

    @property
    def source_language(self) -> str:
        return source_language()

    @property
    def source_language_name(self) -> str:
        return str(get_language_info(source_language())["name_translated"])


def told(lines: Iterable[Helpline], language: str | None = None) -> list[Told]:
    """In `language`, the active one if none is given; one question more than for the lines themselves."""
    language = language or get_language() or source_language()
    lines = list(lines)
    if language == source_language() or not lines:
        return [_told(line, None, is_source=True) for line in lines]
    rows = HelplineWords.objects.filter(helpline__in=lines, locale__language_code=language)
    words = {row.helpline_id: row for row in rows}
    return [_told(line, words.get(line.pk), is_source=False) for line in lines]


def _told(line: Helpline, words: HelplineWords | None, *, is_source: bool) -> Told:
    said = {name: getattr(line, name) for name in WORDS}
    if is_source:
        return Told(line, **said)
    translated = {name: getattr(words, name) for name in WORDS if words and words.translates(line, name)}
    left = tuple(name for name in WORDS if said[name] and name not in translated)
    return Told(line, **{**said, **translated}, untranslated=left)
