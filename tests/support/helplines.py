"""Helplines of a test: made up, with numbers from the series kept for fiction."""

import datetime
from typing import Any

from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.verifying import verify
from handslag import clock
from tests.support.factories import UserFactory


def helpline(name: str = "Provlinjen", number: str = "08-465 004 61", **fields: Any) -> Helpline:
    return Helpline.objects.create(
        name=name,
        number=number,
        **{
            "operator": "Föreningen Prov",
            "audience": "För den som är orolig.",
            "hours": "Vardagar 9–16",
            **fields,
        },
    )


def verified(on: datetime.date | None = None, **fields: Any) -> Helpline:
    """As a person verifies it, on that day."""
    line = helpline(**fields)
    with clock.set_to(on or clock.today()):
        return verify(line.pk, UserFactory(), fingerprint(line))
