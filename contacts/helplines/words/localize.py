"""wagtail-localize's road: what is sent to translators, and what a published translation is a translation of.

Imported only where wagtail-localize is installed (`contributions`).
"""

import json
from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, TranslationLog, TranslationSource

from contacts.helplines.words.keeping import is_source
from contacts.helplines.words.language import WORDS
from contacts.helplines.words.model import HelplineWords


def send_again(sender: type, instance: HelplineWords, raw: bool = False, **kwargs: Any) -> None:
    """Translators see the words as they are now, without anybody asking for it."""
    if raw or not is_source(instance):
        return
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is not None:
        source.update_from_db()


def remember(sender: type, instance: TranslationLog, raw: bool = False, **kwargs: Any) -> None:
    """A translation was published: each of its texts is of the words that the translator had, not of later ones."""
    if raw or instance.source.specific_content_type.model_class() is not HelplineWords:
        return
    row = HelplineWords.objects.filter(
        translation_key=instance.source.object_id, locale=instance.locale
    ).first()
    if row is not None:
        row.made_of = sources_of(instance.source, instance.locale)
        row.save(update_fields=["made_of"])


def sources_of(source: TranslationSource, locale: Locale) -> dict[str, str]:
    """By field; without those that nobody has translated, where the row only repeats the source."""
    had = json.loads(source.content_json)
    segments = StringSegment.objects.filter(source=source).annotate_translation(locale)
    translated = segments.filter(translation__isnull=False).values_list("context__path", flat=True)
    return {name: had[name] for name in translated if name in WORDS}


def connect() -> None:
    post_save.connect(send_again, sender=HelplineWords, dispatch_uid="contacts.helplines.words.send")
    post_save.connect(remember, sender=TranslationLog, dispatch_uid="contacts.helplines.words.remember")
