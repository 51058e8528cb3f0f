"""The app's models; each lives with its feature."""

from contacts.directory.models import ContactsIndexPage
from contacts.functions.function import FormerFunctionName, Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.organisations.organisation import FormerName, Organisation

__all__ = [
    "ContactPerson",
    "ContactsIndexPage",
    "FormerFunctionName",
    "FormerName",
    "Function",
    "Holding",
    "Organisation",
]
