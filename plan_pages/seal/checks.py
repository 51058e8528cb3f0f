"""A seal that is not in place is an error: `check --database default` says so, and no migrate begins without it."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError

from plan_pages import seal


def check_seal(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    found: list[checks.CheckMessage] = []
    for using in databases or ():
        try:
            missing = seal.missing(using)
        except DatabaseError:
            continue
        if missing:
            found.append(
                checks.Error(
                    f"The seal on decided editions is not in place: {', '.join(missing)}.",
                    hint="manage.py verify_editions --restore-seal puts it back and says what was changed.",
                    id="plan_pages.E001",
                )
            )
    return found


def connect() -> None:
    checks.register(check_seal, checks.Tags.database)
