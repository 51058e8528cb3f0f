"""Where the accessibility statement is, for the footer of every page."""

from django.http import HttpRequest
from django.utils.translation import get_language

from handslag.navigation.frame import frame_of


def accessibility_address(request: HttpRequest) -> str | None:
    """In the reader's language where it exists, else in the first language it was written in."""
    statements = sorted(frame_of(request).linked("accessibility"), key=lambda page: page.pk)
    language = get_language()
    page = next((one for one in statements if one.locale.language_code == language), None)
    page = page or next(iter(statements), None)
    return page.get_url(request) if page else None
