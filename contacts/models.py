"""The app's models; each lives with its feature."""

from contacts.directory.models import ContactsIndexPage
from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.helplines.dissemination import Dissemination
from contacts.helplines.helpline import Helpline
from contacts.organisations.organisation import FormerName, Organisation

__all__ = [
    "ContactPerson",
    "ContactsIndexPage",
    "Dissemination",
    "FormerName",
    "Function",
    "Helpline",
    "Holding",
    "Organisation",
]
