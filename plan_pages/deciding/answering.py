"""The ways of answering a matter on its page: who may, with which form, what it does and what is said then."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plan_pages.deciding.acting import act
from plan_pages.deciding.answer_forms import (
    AnswerForm,
    ApproveForm,
    CommentForm,
    InviteForm,
    ReturnForm,
    WithdrawForm,
)
from plan_pages.deciding.context import sections_to_comment
from plan_pages.deciding.stake import Stake
from plan_pages.road.commenting import comment
from plan_pages.road.guests import invite
from plan_pages.road.matter import Matter
from plan_pages.road.rules import name_of
from plan_pages.road.table import Action


@dataclass(frozen=True)
class Way:
    """`act` raises what `refusals` names; otherwise it gives the sentence for who answered."""

    action: Action
    form: type[AnswerForm]
    act: Callable[[Matter, Any, dict[str, Any]], str]


def form_of(way: str, stake: Stake, data: Any = None, initial: Any = None) -> AnswerForm:
    kind = WAYS[way].form
    if issubclass(kind, CommentForm):
        return kind(data, initial=initial, sections=sections_to_comment(stake))
    return kind(data, initial=initial)


def _approve(found: Matter, user: Any, data: dict[str, Any]) -> str:
    now = act(found, user, Action.APPROVE, "approve", comment=data["text"], seen=data["seen"])
    return _("Approved. The matter is now: %(stage)s.") % {"stage": now.get_stage_display()}


def _return(found: Matter, user: Any, data: dict[str, Any]) -> str:
    act(found, user, Action.RETURN, "reject", comment=data["text"], seen=data["seen"])
    return _("Returned to drafting with what you wrote.")


def _withdraw(found: Matter, user: Any, data: dict[str, Any]) -> str:
    act(found, user, Action.WITHDRAW, "withdraw", comment=data["text"])
    return _("Taken back. The draft can be changed again.")


def _comment(found: Matter, user: Any, data: dict[str, Any]) -> str:
    comment(found, user, data["text"], data["section"])
    return _("Your comment is kept with the matter.")


def _invite(found: Matter, user: Any, data: dict[str, Any]) -> str:
    invite(found, user, data["account"])
    return _("%(name)s may now review this matter.") % {"name": name_of(data["account"])}


WAYS: dict[str, Way] = {
    "approve": Way(Action.APPROVE, ApproveForm, _approve),
    "return": Way(Action.RETURN, ReturnForm, _return),
    "withdraw": Way(Action.WITHDRAW, WithdrawForm, _withdraw),
    "comment": Way(Action.COMMENT, CommentForm, _comment),
    "invite": Way(Action.INVITE_REVIEWER, InviteForm, _invite),
}
