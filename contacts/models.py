"""The app's models; each lives with its feature."""

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.participant import DialogueParticipant
from contacts.dialogue.review_task import SecondReaderTask
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
    "DialogueEntryPage",
    "DialogueLogPage",
    "DialogueParticipant",
    "Dissemination",
    "FormerName",
    "Function",
    "Helpline",
    "Holding",
    "Organisation",
    "SecondReaderTask",
]
