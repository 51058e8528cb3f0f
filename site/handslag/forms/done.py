"""Where a person is taken when a form has done its work."""

from typing import Any

from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url


def redirect_to_message(to: str, *args: Any) -> HttpResponseRedirect:
    """To the top of the content, where the message stands. A form with an address within its page ("#ask") would
    otherwise hand that on: a browser keeps the fragment where the new address has none (RFC 9110 §10.2.2)."""
    return HttpResponseRedirect(f"{resolve_url(to, *args)}#content")
