"""The words to translate, above the form of a translation that is kept by hand."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.panels import Panel

from contacts.helplines.words.language import WORDS, source_language


class SourceWordsPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "contacts/helplines/source_words.html"
        source_language = source_language()

        @cached_property
        def source_words(self) -> list[tuple[str, Any]]:
            helpline = self.instance.helpline
            return [
                (str(capfirst(helpline._meta.get_field(name).verbose_name)), text)
                for name in WORDS
                if (text := getattr(helpline, name))
            ]

        def is_shown(self) -> bool:
            return self.instance.helpline_id is not None
