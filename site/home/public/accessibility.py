"""Where the accessibility statement is, for the footer of every page."""

from django.http import HttpRequest
from django.utils.translation import get_language

from home.public.models import AccessibilityStatementPage


def accessibility_address(request: HttpRequest) -> str | None:
    """In the reader's language where it exists, else in the first language it was written in."""
    statements = AccessibilityStatementPage.objects.live().select_related("locale").order_by("pk")
    by_language = {page.locale.language_code: page for page in reversed(statements)}
    page = by_language.get(get_language() or "") or (statements[0] if statements else None)
    return page.get_url(request) if page else None
