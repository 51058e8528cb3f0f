"""The app's models; each lives with its feature."""

from handslag.access.models import AccessRule, ReadLogEntry
from handslag.places.models import Municipality, Unit
from handslag.reminders.models import Reminder
from handslag.search.models import SearchDocument
from handslag.trash.models import TrashedPage, TrashPage

__all__ = [
    "AccessRule",
    "Municipality",
    "ReadLogEntry",
    "Reminder",
    "SearchDocument",
    "TrashPage",
    "TrashedPage",
    "Unit",
]
