"""How far each helpline is translated, for the list of those who keep them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Locale

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.language import WORDS, source_language
from contacts.helplines.words.model import HelplineWords

EDIT = "wagtailsnippets_contacts_helplinewords:edit"
TRANSLATE = "contacts_helpline_translate"
CHANGE = "contacts.change_helplinewords"


def target_locales() -> list[Locale]:
    return list(Locale.objects.exclude(language_code=source_language()))


def translations_cell(helpline: Helpline, locales: Iterable[Locale], user: Any) -> SafeString:
    """`helpline.words` is prefetched. A link for each language: to the translation, or to where it is asked for."""
    links = format_html_join(SafeString("<br>"), "{}", ((link,) for link in _links(helpline, locales, user)))
    return links or SafeString("–")


def _links(helpline: Helpline, locales: Iterable[Locale], user: Any) -> Iterator[SafeString]:
    rows: dict[int, HelplineWords] = {row.locale_id: row for row in helpline.words.all()}
    for locale in locales:
        row = rows.get(locale.pk)
        text = _said(helpline, row, str(locale.get_display_name()))
        if not user.has_perm(CHANGE):
            yield format_html("{}", text)
            continue
        address = (
            reverse(EDIT, args=[row.pk])
            if row is not None
            else f"{reverse(TRANSLATE, args=[helpline.pk])}?select_locale={locale.language_code}"
        )
        yield format_html('<a href="{}">{}<span class="w-sr-only">: {}</span></a>', address, text, helpline)


def _said(helpline: Helpline, row: HelplineWords | None, language: str) -> str:
    wanted = [name for name in WORDS if getattr(helpline, name)]
    done = sum(row.translates(helpline, name) for name in wanted) if row else 0
    if done == len(wanted):
        return _("%(language)s: translated") % {"language": language}
    if not done:
        return _("%(language)s: not translated") % {"language": language}
    said = {"language": language, "done": done, "wanted": len(wanted)}
    return _("%(language)s: %(done)d texts of %(wanted)d translated") % said
