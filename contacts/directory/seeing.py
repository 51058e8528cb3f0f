"""Who may read the directory, asked by all that shows organisations, functions and who holds them."""

from django.db.models import Q

from contacts.directory.models import ContactsIndexPage
from handslag.access.people import Person
from handslag.access.sections import read_section, section_condition


def directory_shown_to(user: Person) -> Q:
    """For a query of functions or organisations that stand on another page."""
    return section_condition(ContactsIndexPage, user)


def reads_directory(user: Person) -> bool:
    """A reading is written down where only certain roles may read the page."""
    return read_section(ContactsIndexPage, user)
