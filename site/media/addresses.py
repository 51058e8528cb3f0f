"""Addresses of files: public ones under a prefix of their own, so that a proxy may keep those and only those."""

from django.conf import settings

from handslag.access.audiences import Audience

PUBLIC_PREFIX = "publik/"


def file_url(name: str, audience: str) -> str:
    """Both addresses lead to the same view, which asks the database; the prefix only says what may be kept."""
    prefix = PUBLIC_PREFIX if audience == Audience.PUBLIC else ""
    return f"{settings.MEDIA_URL}{prefix}{name}"
