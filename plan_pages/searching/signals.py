"""The search follows a new edition."""

from typing import Any

from django.db import transaction

from plan_pages.editions.edition import Edition
from plan_pages.seal.signals import edition_sealed
from plan_pages.searching.provider import refresh_series


def follow(sender: type, edition: Edition, **kwargs: Any) -> None:
    """After the commit: a search that lags is better than a decision that cannot be recorded."""
    transaction.on_commit(lambda: refresh_series(edition.series), robust=True)


def connect() -> None:
    edition_sealed.connect(follow, dispatch_uid="plan_pages.searching")
