"""What somebody vouches for when they verify a helpline, as one text.

The text is kept with the verification. A row says the same as its verification or it is not verified: so a change
by any road whatever (a form, code, `QuerySet.update`, SQL by hand) takes the line from the public at once.
"""

import hashlib
from typing import Any

from django.db.models import F, Func, TextField, Value

FIELDS = ("name", "number", "operator", "audience", "hours", "languages", "anonymity", "cost", "url")
# A sign that no keyboard writes (unit separator), so that words do not wander from one field to the next unseen.
BETWEEN = "\x1f"


def particulars_of(helpline: Any) -> str:
    return BETWEEN.join(getattr(helpline, field) for field in FIELDS)


class _Joined(Func):
    """Django's own Concat nests a call per part, more than SQLite parses. None of the fields is ever NULL."""

    template = "(%(expressions)s)"
    arg_joiner = " || "


def particulars_in_database() -> Func:
    """The same, reckoned by the database on the row as it is."""
    parts: list[F | Value] = []
    for field in FIELDS:
        parts += [F(field), Value(BETWEEN)]
    return _Joined(*parts[:-1], output_field=TextField())


def fingerprint(helpline: Any) -> str:
    """Names what a person looked at, so that they do not vouch for what came after."""
    return hashlib.sha256(particulars_of(helpline).encode()).hexdigest()
