"""The whole file or nothing, except the rows that somebody said to leave out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale, Page

from contacts.directory.models import ContactsIndexPage
from contacts.exchange.checked import CheckedRow, Plan
from contacts.exchange.checking import FileChecker
from contacts.exchange.known import Known
from contacts.exchange.outcome import as_said
from contacts.exchange.reading import FileRow
from contacts.functions.function import Function
from contacts.organisations.naming import key_of
from contacts.organisations.organisation import FormerName, Organisation
from handslag.access.people import Person
from handslag.spreadsheets.history import record


@dataclass
class Saved:
    new: int = 0
    changed: int = 0


def plan(rows: list[FileRow], skip: Collection[int] = ()) -> Plan:
    return FileChecker(Known()).check(rows, skip)


def carry_out(user: Person, rows: list[FileRow], skip: Collection[int] = ()) -> Saved:
    """Checks again and saves in one transaction. Raises ValidationError and saves nothing where a row is wrong."""
    with transaction.atomic():
        root = _hold()
        known = Known()
        checked = FileChecker(known).check(rows, skip)
        if checked.errors:
            raise ValidationError([str(error) for error in checked.errors])
        saved = Saved()
        # Who is described comes before who is only named.
        for row in sorted(checked.rows, key=lambda one: "kind" not in one.organisation):
            _save_organisation(known, row, saved)
        _save_parents(known, checked.rows)
        for row in checked.rows:
            _save_function(known, row, saved)
        directory = ContactsIndexPage.objects.filter(locale=Locale.get_default()).order_by("path").first()
        record(directory or root, user, saved.new, saved.changed, len(skip))
        return saved


def _hold() -> Page:
    """One file after the other: the second finds what the first one made, also where it is the same file. The directory
    as a whole has no row of its own; the root of the pages is always there."""
    root: Page = Page.objects.select_for_update(no_key=True).get(pk=Page.get_first_root_node().pk)
    return root


def _save_organisation(known: Known, row: CheckedRow, saved: Saved) -> None:
    found = known.organisations.get(row.place)
    if found is not None and found.is_archived:
        return
    said = dict(row.organisation)
    if found is None:
        found = Organisation.objects.create(**said)
        known.add(row.place, found)
        saved.new += 1
    else:
        # It may have been found by a former name.
        said.pop("name", None)
        if any(getattr(found, key) != value for key, value in said.items()):
            for key, value in said.items():
                setattr(found, key, value)
            found.save()
            saved.changed += 1
    for name in row.former_names:
        if (
            key_of(name) != found.name_key
            and not FormerName.objects.filter(organisation=found, name_key=key_of(name)).exists()
        ):
            FormerName.objects.create(organisation=found, name=name)


def _save_parents(known: Known, rows: Iterable[CheckedRow]) -> None:
    """What moves is let go of first: that A comes below B may wait for B to leave A, in a row further down."""
    moved = []
    for row in rows:
        child, parent = known.organisations[row.place], _parent(known, row)
        # A former name of its own leads back to itself.
        if parent is not None and not child.is_archived and parent.pk not in (child.parent_id, child.pk):
            moved.append((child, parent))
    Organisation.objects.filter(pk__in=[child.pk for child, _ in moved]).update(parent=None)
    for child, parent in moved:
        child.parent = parent
        child.save()


def _parent(known: Known, row: CheckedRow) -> Organisation | None:
    """In the same municipality first, then anywhere."""
    if not row.parent:
        return None
    return known.organisations.get((key_of(row.parent), row.place[1])) or known.named(row.parent)


def _save_function(known: Known, row: CheckedRow, saved: Saved) -> None:
    if row.function is None:
        return
    organisation = known.organisations[row.place]
    found = known.function(row.place, row.function["name"])
    if organisation.is_archived or (found is not None and found.is_abolished):
        return
    if found is None:
        key = (organisation.pk, key_of(row.function["name"]))
        known.functions[key] = Function.objects.create(organisation=organisation, **row.function)
        saved.new += 1
        return
    said = as_said(found, row.function)
    if any(getattr(found, name) != value for name, value in said.items()):
        for name, value in said.items():
            setattr(found, name, value)
        found.save()
        saved.changed += 1
