"""States, marks and messages."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag.styleguide.components import Component, Example


@dataclass(frozen=True)
class SampleMessage:
    """Stands for a message of django.contrib.messages."""

    text: str | Promise
    level_tag: str

    def __str__(self) -> str:
        return str(self.text)


def components() -> list[Component]:
    return [_status(), _chip(), _notification(), _messages(), _empty_state()]


def _status() -> Component:
    kinds = [
        ("neutral", _("Not started")),
        ("info", _("In progress")),
        ("waiting", _("Waiting for an answer")),
        ("success", _("Kept")),
        ("warning", _("At risk")),
        ("error", _("Broken")),
    ]
    return Component(
        "status",
        _("Status"),
        [Example(kind, {"kind": kind, "label": label}) for kind, label in kinds],
        small=True,
    )


def _chip() -> Component:
    return Component(
        "chip",
        _("Chip"),
        [
            Example(_("Section that is new"), {"kind": "new", "label": _("New")}),
            Example(_("Section that was changed"), {"kind": "changed", "label": _("Changed")}),
            Example(_("Section that was moved"), {"kind": "moved", "label": _("Moved")}),
            Example(_("Section that was removed"), {"kind": "removed", "label": _("Removed")}),
            Example(_("Plain"), {"label": _("Universal prevention")}),
            Example(
                _("Filter that can be taken away"), {"label": _("School"), "href": "#chip", "remove": True}
            ),
        ],
        small=True,
    )


def _notification() -> Component:
    return Component(
        "notification",
        _("Notification"),
        [
            Example(
                _("Information"),
                {
                    "title": _("You are reading edition 1"),
                    "text": _("Edition 2 has been in force since 1 March 2026."),
                    "href": "#notification",
                    "link": _("Read edition 2"),
                },
            ),
            Example(_("Success"), {"kind": "success", "text": _("Your registration is saved.")}),
            Example(
                _("Warning"),
                {"kind": "warning", "text": _("Nobody answers for this commitment: the function is vacant.")},
            ),
            Example(
                _("Error"),
                {
                    "kind": "error",
                    "title": _("The file could not be read"),
                    "text": _("It is protected by a password. Save it without one and try again."),
                },
            ),
        ],
    )


def _messages() -> Component:
    messages = [SampleMessage(_("The meeting is saved."), "success")]
    return Component(
        "messages", _("Messages after an action"), [Example(_("One message"), {"messages": messages})]
    )


def _empty_state() -> Component:
    return Component(
        "empty_state",
        _("Empty state"),
        [
            Example(_("One sentence"), {"text": _("Nothing waits for you. Next follow-up: 31 August 2026.")}),
            Example(
                _("With the next step"),
                {
                    "title": _("No meetings yet"),
                    "text": _("Plan the first one, and it is counted once it has been held."),
                    "href": "#empty_state",
                    "link": _("Plan a meeting"),
                },
            ),
        ],
    )
