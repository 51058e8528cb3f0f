"""The language that the helplines' own words are written in."""

from django.conf import settings
from wagtail.models import Locale

# What may be said in another language. Name and operator are proper names, and the number is never translated.
WORDS = ("audience", "hours", "languages", "anonymity", "cost")


def source_language() -> str:
    """The site's own."""
    return settings.LANGUAGE_CODE


def source_locale() -> Locale | None:
    return Locale.objects.filter(language_code=source_language()).first()
