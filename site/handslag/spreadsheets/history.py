"""A file that was read in stands in the history of the page above its rows: who, when and how many, never what."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import Page

from handslag.access.people import Person

READ_IN = "handslag.read_in_file"


def record(page: Page, user: Person, new: int, changed: int, left_out: int) -> None:
    log(instance=page, action=READ_IN, user=user, data={"new": new, "changed": changed, "left_out": left_out})


class _Told(LogFormatter):
    label = gettext_lazy("Read in a file")

    def format_message(self, log_entry: Any) -> str:
        said: dict[str, int] = log_entry.data
        return _("Read in a file: %(new)d new, %(changed)d changed, %(left_out)d rows left out") % said


def name_actions(actions: LogActionRegistry) -> None:
    actions.register_action(READ_IN)(_Told)


def connect() -> None:
    hooks.register("register_log_actions", name_actions)
