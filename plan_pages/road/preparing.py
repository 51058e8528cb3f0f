"""What the editor says beside the text before the board reads it, saved as it is given."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from plan_pages.road.changes import changes
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.missing import Missing, missing
from plan_pages.road.moving import locked, missing_of, open_matter, require
from plan_pages.road.preparation import Fate, PromiseMatch, SectionReason
from plan_pages.road.table import RULES, Action
from plan_pages.road.text import base_edition, current_text, latest_revision, text_of

ANSWERS = (
    "registry_number",
    "orders_mapping",
    "singles_out",
    "describes_few",
    "answers_note",
    "law_checked_by",
    "law_checked_on",
    "asks_referral",
    "no_referral_reason",
)


@dataclass(frozen=True)
class Match:
    """What became of a promise that is gone; `fate` "" takes the answer back."""

    fate: str
    successor: str = ""


@dataclass(frozen=True)
class Given:
    """Only what somebody changed: two who prepare at once do not take each other's answers away.

    `reasons` by section, "" takes one back; `matches` by the vanished promise's id; `answers` by field of the matter.
    """

    reasons: Mapping[str, str] = field(default_factory=dict)
    matches: Mapping[str, Match] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def prepare(matter: Matter, user: Any, given: Given) -> Matter:
    """`matter` may be one that is not begun yet. Raises NotAllowedError, ValidationError, PersonalDataFound."""
    require(user, Action.PREPARE, matter)
    matter = locked(matter if matter.pk else open_matter(matter.series))
    require(user, Action.PREPARE, matter)
    _save_answers(matter, given.answers)
    _save_reasons(matter, given.reasons)
    _save_matches(matter, given.matches)
    return matter


def lacking(matter: Matter) -> list[Missing]:
    """What the editor can still fill in, of the text as it stands. Raises TextMovedError."""
    if matter.stage not in RULES[Action.PREPARE].stages:
        return []
    if matter.stage != Stage.DRAFTING:
        return missing_of(matter)
    revision = latest_revision(matter.series)
    if revision is None:
        return [Missing("text", _("There is no draft to submit."))]
    return missing(matter, text_of(revision), revision.as_object().unfinished())


def _save_answers(matter: Matter, answers: Mapping[str, Any]) -> None:
    if not answers:
        return
    for name in ANSWERS:
        if name in answers:
            setattr(matter, name, answers[name])
    matter.save()


def _save_reasons(matter: Matter, reasons: Mapping[str, str]) -> None:
    for section, text in reasons.items():
        if text.strip():
            SectionReason.objects.update_or_create(
                matter=matter, section=section, defaults={"text": text.strip()}
            )
        else:
            matter.reasons.filter(section=section).delete()


def _save_matches(matter: Matter, matches: Mapping[str, Match]) -> None:
    """Taken away first and written anew, so that two promises can change places. What no longer holds of the text as
    it stands goes with them."""
    if not matches or (document := current_text(matter)) is None:
        return
    found = changes(base_edition(matter.series), document)
    vanished = {promise.id for promise in found.vanished()}
    successors = {promise.id for promise in found.new()}
    if wrong := set(matches) - vanished:
        raise ValidationError(_gone(wrong))
    if wrong := {match.successor for match in matches.values() if match.successor} - successors:
        raise ValidationError(_gone(wrong))
    kept = [row for row in matter.matches.all() if _holds(row, vanished - set(matches), successors)]
    matter.matches.exclude(pk__in=[row.pk for row in kept]).delete()
    new = [
        PromiseMatch(matter=matter, vanished=key, fate=match.fate, successor=match.successor or None)
        for key, match in matches.items()
        if match.fate
    ]
    same = [str(row.successor) for row in (*kept, *new) if row.fate == Fate.SAME]
    if len(same) != len(set(same)):
        raise ValidationError(
            _(
                "Two commitments cannot both be the same as one new commitment; say that one is replaced by it."
            )
        )
    PromiseMatch.objects.bulk_create(new)


def _holds(row: PromiseMatch, vanished: Collection[str], successors: Collection[str]) -> bool:
    return str(row.vanished) in vanished and (row.successor is None or str(row.successor) in successors)


def _gone(keys: Collection[str]) -> str:
    return _("The draft has changed since you opened the page: look at the commitments once more.")
