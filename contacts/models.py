"""The app's models; each lives with its feature."""

from contacts.bodies.body import BodyPage
from contacts.bodies.calendar_key import CalendarKey
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.index import CollaborationIndexPage
from contacts.collaboration.question import OpenQuestion
from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.participant import DialogueParticipant
from contacts.dialogue.review_task import SecondReaderTask
from contacts.directory.models import ContactsIndexPage
from contacts.functions.function import FormerFunctionName, Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.guests.guest import MeetingGuest
from contacts.guests.paper import GuestPaper
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from contacts.guidance.work_of_forum import ForumFunction
from contacts.helplines.dissemination import Dissemination
from contacts.helplines.helpline import FormerHelpline, Helpline
from contacts.helplines.words.model import HelplineWords
from contacts.organisations.organisation import FormerName, Organisation
from contacts.routines.routine import Routine
from contacts.routines.run import RoutineRun, RunStep
from contacts.routines.signature import StepSignature

__all__ = [
    "BodyPage",
    "CalendarKey",
    "CollaborationIndexPage",
    "ContactPerson",
    "ContactsIndexPage",
    "DialogueEntryPage",
    "DialogueLogPage",
    "DialogueParticipant",
    "Dissemination",
    "FormerFunctionName",
    "FormerHelpline",
    "FormerName",
    "ForumFunction",
    "Function",
    "GuestPaper",
    "GuidanceMessage",
    "GuidanceRequest",
    "Helpline",
    "HelplineWords",
    "Holding",
    "MandateTask",
    "MeetingFollowUp",
    "MeetingGuest",
    "MeetingPage",
    "Observation",
    "OpenQuestion",
    "Organisation",
    "Routine",
    "RoutineRun",
    "RunStep",
    "Seat",
    "SecondReaderTask",
    "StepSignature",
]
