"""The words in the addresses, by language. They are no messages: a catalogue that lags must not move an address."""

from django.utils.functional import lazystr
from django.utils.translation import get_language


class _Word:
    def __init__(self, swedish: str, english: str) -> None:
        self._swedish, self._english = swedish, english

    def __str__(self) -> str:
        return self._swedish if get_language() == "sv" else self._english


LIST = lazystr(_Word("stodlinjer/", "helplines/"))
SHEET = lazystr(_Word("stodlinjer/blad/", "helplines/sheet/"))
FEED = lazystr(_Word("stodlinjer.json", "helplines.json"))
SCHEMA = lazystr(_Word("stodlinjer.schema.json", "helplines.schema.json"))
