"""The copy that translators work from follows the helpline."""

from typing import Any

from django.db.models.signals import post_save

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.language import WORDS, source_locale
from contacts.helplines.words.model import HelplineWords


def keep(helpline: Helpline) -> HelplineWords | None:
    """None on a site that has no locale for its own language."""
    locale = source_locale()
    if locale is None:
        return None
    said = {name: getattr(helpline, name) for name in WORDS}
    row, _created = HelplineWords.objects.get_or_create(helpline=helpline, locale=locale, defaults=said)
    if any(getattr(row, name) != text for name, text in said.items()):
        for name, text in said.items():
            setattr(row, name, text)
        row.save()
    return row


def is_source(row: HelplineWords) -> bool:
    locale = source_locale()
    return locale is not None and row.locale_id == locale.pk


def follow(sender: type, instance: Helpline, raw: bool = False, **kwargs: Any) -> None:
    """A fixture (`raw`) brings its own rows."""
    if not raw:
        keep(instance)


def connect() -> None:
    post_save.connect(follow, sender=Helpline, dispatch_uid="contacts.helplines.words.keep")
