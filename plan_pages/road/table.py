"""The rules of the road as one table: role × stage × action. docs/developers/road.md shows it; `rules` asks it."""

from dataclasses import dataclass
from enum import StrEnum

from plan_pages.road.matter import Stage

EDITORS = ("editor", "coordinator")
READERS = ("editor", "reviewer", "steering_group", "board", "board_secretary", "coordinator", "auditor")
RECORDERS = ("board", "board_secretary")


class Action(StrEnum):
    SEE = "see"
    COMMENT = "comment"
    PREPARE = "prepare"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    INVITE_REVIEWER = "invite_reviewer"
    APPROVE = "approve"
    RETURN = "return"
    REFER = "refer"
    CLOSE_REFERRAL = "close_referral"
    OPINE = "opine"
    RECORD = "record"
    AMEND = "amend"
    TAKE_OVER = "take_over"
    CHECK = "check"


class Bar(StrEnum):
    """What bars one person whatever their roles, superusers too."""

    AUTHOR = "author"
    SUBMITTER = "submitter"
    ENTERED = "entered"
    NOT_ENTERED = "not_entered"


@dataclass(frozen=True)
class Rule:
    stages: tuple[Stage, ...]
    roles: tuple[str, ...]
    bars: tuple[Bar, ...] = ()


_OPEN = tuple(stage for stage in Stage if stage != Stage.CLOSED)
_BEFORE_BOARD = (Stage.DRAFTING, Stage.REVIEW, Stage.REFERRAL)

RULES: dict[Action, Rule] = {
    Action.SEE: Rule(tuple(Stage), READERS),
    Action.COMMENT: Rule(_OPEN, tuple(role for role in READERS if role != "auditor")),
    Action.PREPARE: Rule(_BEFORE_BOARD, EDITORS),
    Action.SUBMIT: Rule((Stage.DRAFTING,), EDITORS),
    Action.WITHDRAW: Rule((Stage.REVIEW, Stage.REFERRAL, Stage.BOARD), EDITORS),
    Action.INVITE_REVIEWER: Rule((Stage.DRAFTING, Stage.REVIEW), EDITORS),
    Action.APPROVE: Rule((Stage.REVIEW,), ("reviewer",), (Bar.AUTHOR, Bar.SUBMITTER)),
    Action.RETURN: Rule((Stage.REVIEW,), ("reviewer",), (Bar.SUBMITTER,)),
    Action.REFER: Rule((Stage.REFERRAL,), EDITORS),
    Action.CLOSE_REFERRAL: Rule((Stage.REFERRAL,), EDITORS),
    Action.OPINE: Rule((Stage.BOARD,), ("board",)),
    Action.RECORD: Rule((Stage.BOARD,), RECORDERS),
    Action.AMEND: Rule((Stage.AMENDING,), RECORDERS, (Bar.NOT_ENTERED,)),
    Action.TAKE_OVER: Rule((Stage.AMENDING,), RECORDERS),
    Action.CHECK: Rule((Stage.CHECKING,), ("reviewer", *RECORDERS, "coordinator"), (Bar.ENTERED,)),
}
