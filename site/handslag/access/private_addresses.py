"""Pages behind a private address: no account, no menu, no trace of the reader, and the secret in no log."""

from typing import Any

from django.http.response import HttpResponseBase

HEADERS = {
    # Neither a shared cache nor the browser keeps it, no machine lists it, and no link tells where it was read.
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}
# Over what the frame of every page asks for: whoever has the address gets no menu, whoever sits at the screen.
NO_MENUS: dict[str, Any] = {
    "public_only": True,
    "main_navigation": [],
    "user_navigation": [],
    "footer_navigation": [],
}


def kept_private[R: HttpResponseBase](response: R) -> R:
    for name, value in HEADERS.items():
        response.headers[name] = value
    # Django logs refused requests with their address, and here the address is the secret: mistyped by a sign or out of
    # use for a while, it would lie in the log for whoever reads that.
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark, see django.utils.log
    return response
