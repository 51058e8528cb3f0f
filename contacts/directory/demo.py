"""Fills the directory of the demo."""

import datetime

from contacts.directory import demo_rows
from contacts.directory.demo_rows import ROWS
from contacts.functions.function import FormerFunctionName, Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.organisations.organisation import FormerName, Organisation
from handslag import clock
from handslag.places.models import Municipality

SINCE = datetime.date(2025, 1, 1)
RENAMED_ON = datetime.date(2019, 1, 1)
CODE = "9901"


def load_rows() -> None:
    """An organisation that is there stays as it is, with what somebody changed or removed in it."""
    here = Municipality.objects.filter(code=CODE).first()
    for row in ROWS:
        place = here if row.is_local else None
        if not Organisation.objects.filter(name=row.name, municipality=place).exists():
            _load(row, place)


def _load(row: demo_rows.Organisation, place: Municipality | None) -> None:
    days = row.checked_days_ago
    made = Organisation.objects.create(
        name=row.name,
        kind=row.kind,
        municipality=place,
        parent=Organisation.objects.filter(name=row.parent).first() if row.parent else None,
        checked_on=None if days is None else clock.today() - datetime.timedelta(days=days),
        **{f"works_{level}": True for level in row.levels},
        **row.particulars,
    )
    if row.formerly:
        FormerName.objects.create(organisation=made, name=row.formerly, until=RENAMED_ON)
    for one in row.functions:
        function = Function.objects.create(organisation=made, name=one.name, tasks=one.tasks)
        if one.formerly:
            FormerFunctionName.objects.create(function=function, name=one.formerly)
        for name, is_deputy in ((one.holder, False), (one.deputy, True)):
            if name:
                person = ContactPerson.objects.create(name=name, agreed_on=SINCE)
                Holding.objects.create(function=function, person=person, since=SINCE, is_deputy=is_deputy)
