"""The app's models; each lives with its feature."""

from contacts.directory.models import ContactsIndexPage
from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from contacts.guidance.work_of_forum import ForumFunction
from contacts.organisations.organisation import FormerName, Organisation

__all__ = [
    "ContactPerson",
    "ContactsIndexPage",
    "FormerName",
    "ForumFunction",
    "Function",
    "GuidanceMessage",
    "GuidanceRequest",
    "Holding",
    "Organisation",
]
