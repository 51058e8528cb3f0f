"""The words of a helpline in one language (A6.2, B-5.2).

The row in the site's own language is a copy that translators work from; nobody edits it, and no reader is shown it.
A row in another language remembers which words each of its texts is a translation of. Where the helpline says
something else by now, by whatever road it was changed, the text is not used.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.form import HelplineWordsForm
from contacts.helplines.words.language import WORDS
from contacts.helplines.words.panel import SourceWordsPanel
from handslag.privacy.registration import scanned


@scanned(exempt={"made_of": "a copy of the helpline's words, which are scanned"})
class HelplineWords(TranslatableMixin, models.Model):
    helpline = models.ForeignKey(
        Helpline,
        editable=False,
        on_delete=models.CASCADE,
        related_name="words",
        verbose_name=_("helpline"),
    )
    audience = models.CharField(_("whom it helps"), max_length=400, blank=True)
    hours = models.CharField(_("opening hours"), max_length=300, blank=True)
    languages = models.CharField(_("languages"), max_length=300, blank=True)
    anonymity = models.CharField(_("anonymity"), max_length=300, blank=True)
    cost = models.CharField(_("cost"), max_length=200, blank=True)
    made_of = models.JSONField(_("translation of"), default=dict, blank=True, editable=False)

    wagtail_reference_index_ignore = True
    # Never an override: a translator must not move one line's words to another line's number.
    translatable_fields = [
        SynchronizedField("helpline", overridable=False),
        *(TranslatableField(name) for name in WORDS),
    ]
    base_form_class = HelplineWordsForm
    panels = [SourceWordsPanel(heading=_("To translate")), *(FieldPanel(name) for name in WORDS)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("translation of a helpline")
        verbose_name_plural = _("translations of helplines")
        constraints = [
            models.UniqueConstraint(fields=["helpline", "locale"], name="helpline_words_once_per_language")
        ]

    def __str__(self) -> str:
        return self.helpline.name

    def translates(self, helpline: Helpline, field: str) -> bool:
        """Is its text for this field a translation of what the helpline says now?"""
        source = getattr(helpline, field)
        made_of: dict[str, Any] = self.made_of
        return bool(source and getattr(self, field)) and made_of.get(field) == source
