"""Helplines in the reader's language; what nobody translated is told in the site's own, and said to be."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.language import WORDS, source_language
from contacts.helplines.words.model import HelplineWords
from handslag.languages import marked


@dataclass(frozen=True)
class Told:
    """Number, links and days are the line's own, in every language. `untranslated` names those of the texts shown that
    are in the site's own language though the reader's is another."""

    line: Helpline
    audience: str
    hours: str
    languages: str
    anonymity: str
    cost: str
    untranslated: tuple[str, ...] = ()
    shown: tuple[str, ...] = WORDS

    @property
    def in_source(self) -> str:
        """A sentence that says so; "" where there is nothing to say."""
        if not self.untranslated:
            return ""
        in_part = any(getattr(self, name) and name not in self.untranslated for name in self.shown)
        sentence = (
            _("Partly in %(language)s: not all of it is translated.")
            if in_part
            else _("In %(language)s: not translated yet.")
        )
        return marked(sentence, language=self.source_language_name)

    @property
    def source_language(self) -> str:
        return source_language()

    @property
    def source_language_name(self) -> str:
        return str(get_language_info(source_language())["name_translated"])


def told(
    lines: Iterable[Helpline], language: str | None = None, shown: tuple[str, ...] = WORDS
) -> list[Told]:
    """In `language`, the active one if none is given; one question more than for the lines themselves. `shown`: of the
    words, where only some of them are."""
    language = language or get_language() or source_language()
    lines = list(lines)
    if language == source_language() or not lines:
        return [_told(line, None, shown, is_source=True) for line in lines]
    rows = HelplineWords.objects.filter(helpline__in=lines, locale__language_code=language)
    words = {row.helpline_id: row for row in rows}
    return [_told(line, words.get(line.pk), shown, is_source=False) for line in lines]


def _told(line: Helpline, words: HelplineWords | None, shown: tuple[str, ...], *, is_source: bool) -> Told:
    said = {name: getattr(line, name) for name in WORDS}
    if is_source:
        return Told(line, **said, shown=shown)
    translated = {name: getattr(words, name) for name in WORDS if words and words.translates(line, name)}
    left = tuple(name for name in shown if said[name] and name not in translated)
    return Told(line, **{**said, **translated}, untranslated=left, shown=shown)
