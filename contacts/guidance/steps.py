"""The forms on the page of a request: who may send which, and what sending it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contacts.guidance import acting
from contacts.guidance.forms import (
    AnswerForm,
    FeedbackForm,
    FurtherForm,
    RegisterForm,
    RewriteForm,
    WithdrawForm,
)
from contacts.guidance.kinds import Status
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.rules import answers
from handslag.access.people import Person


@dataclass(frozen=True)
class Step:
    """`name` is sent with the form. `by_forum`: for members of the forum, else for who asked; nobody is both. `ends`:
    afterwards there is no request to go back to."""

    name: str
    by_forum: bool
    statuses: tuple[str, ...]
    act: Callable[[GuidanceRequest, Person, dict[str, Any]], None]
    done: str | Promise
    form: type[forms.Form] = forms.Form
    initial: Callable[[GuidanceRequest], dict[str, Any]] = lambda found: {}
    ends: bool = False


NEW, ASSIGNED, ANSWERED, CLOSED = Status.NEW, Status.ASSIGNED, Status.ANSWERED, Status.CLOSED

STEPS = (
    Step(
        "take",
        True,
        (NEW, ASSIGNED),
        lambda found, user, data: acting.take(found, user),
        _("The request is yours to answer."),
    ),
    Step(
        "answer",
        True,
        (NEW, ASSIGNED, ANSWERED),
        lambda found, user, data: acting.answer(found, user, data["text"], data["token"]),
        _("The answer is sent."),
        AnswerForm,
    ),
    Step(
        "register",
        True,
        tuple(Status),
        lambda found, user, data: acting.register(found, **data),
        _("The registry numbers are saved."),
        RegisterForm,
        lambda found: {
            "registry_number": found.registry_number,
            "answer_registry_number": found.answer_registry_number,
        },
    ),
    Step(
        "close",
        True,
        (NEW, ASSIGNED, ANSWERED),
        lambda found, user, data: acting.close(found),
        _("The request is closed."),
    ),
    Step(
        "rewrite",
        False,
        (NEW,),
        lambda found, user, data: acting.rewrite(found, data["question"]),
        _("Your question is changed."),
        RewriteForm,
        lambda found: {"question": found.question},
    ),
    Step(
        "withdraw",
        False,
        (NEW,),
        lambda found, user, data: acting.withdraw(found),
        _("Your request is withdrawn and removed."),
        WithdrawForm,
        ends=True,
    ),
    Step(
        "further",
        False,
        (NEW, ASSIGNED, ANSWERED),
        lambda found, user, data: acting.ask_further(found, data["text"], data["token"]),
        _("Your follow-up question is sent."),
        FurtherForm,
    ),
    Step(
        "feedback",
        False,
        (ANSWERED, CLOSED),
        lambda found, user, data: acting.give_feedback(found, data["is_useful"], data["text"]),
        _("Thank you, your feedback is saved."),
        FeedbackForm,
    ),
)


def steps_for(user: Person, found: GuidanceRequest) -> dict[str, Step]:
    """Those open to this person now, by name. A superuser without the role reads and does nothing."""
    is_own = found.asked_by_id == user.pk
    by_forum = answers(user) and not is_own
    return {
        step.name: step
        for step in STEPS
        if found.status in step.statuses
        and (by_forum if step.by_forum else is_own)
        and not (step.name == "withdraw" and found.is_registered)
        and (step.name != "feedback" or (found.answered_at is not None and found.is_useful is None))
    }
