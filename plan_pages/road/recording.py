"""Recording what the board decided. Adopting seals exactly the text that stood before it, in the same transaction."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.visibility import has_audience, may_see
from handslag.places.models import Municipality
from plan_pages.documents import EditionDocument
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import ADOPTING, DecisionRole, EditionKind, Outcome, ParticipantRole
from plan_pages.pages.files import sha256_of
from plan_pages.road.amendment import Amendment
from plan_pages.road.authorship import authors_of
from plan_pages.road.consequence import Consequence, consequence_of
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Ending, Matter, Stage
from plan_pages.road.moving import (
    close,
    require,
    require_reviewed,
    require_seen,
    reviewers_of,
    to_drafting,
    to_stage,
)
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.table import Action
from plan_pages.road.text import TextMovedError, digest_of_text, latest_revision, text_at_stake, text_of
from plan_pages.seal.sealing import Order, Participation, seal_edition
from plan_pages.seal.texts import document_of


def record(matter: Matter, user: Any, decision: RecordedDecision, seen: str = "") -> None:
    """`matter` is locked; `decision` an unsaved row without matter and recorder. Afterwards `matter.stage` says what
    followed. Raises NotAllowedError, MovedOnError, TextMovedError, ValidationError, CannotBeSealedError."""
    document = examine(matter, user, decision, seen)
    decision.save()
    tell(
        matter,
        EventKind.DECIDED,
        user,
        text=decision.reason,
        outcome=decision.outcome,
        place=decision.municipality.code,
        body=decision.body,
        meeting_date=decision.meeting_date.isoformat(),
        paragraph=decision.paragraph,
        registry_number=decision.registry_number,
    )
    _draw_consequence(matter, document, user)


def examine(matter: Matter, user: Any, decision: RecordedDecision, seen: str = "") -> EditionDocument:
    """Whatever would stop this decision from being recorded, and the text it is about; nothing is written. Raises as
    `record` does."""
    require(user, Action.RECORD, matter)
    require_seen(matter, seen)
    document = text_at_stake(matter)
    require_reviewed(matter)
    decision.matter, decision.meeting_round, decision.recorded_by = matter, matter.meeting_round, user
    decision.recorded_at = clock.now()
    _refuse(matter, document, decision, user)
    return document


def standing(matter: Matter) -> list[RecordedDecision]:
    """What each municipality decided in this round; a tabled text still waits for its decision."""
    rows = matter.decisions.filter(meeting_round=matter.meeting_round).exclude(outcome=Outcome.TABLED)
    return list(rows.select_related("municipality").order_by("municipality__name"))


def places_to_decide(matter: Matter, document: EditionDocument) -> list[Municipality]:
    """Municipalities that the text is for and that have not decided; all there are where it names none."""
    codes = [place.code for place in document.municipalities]
    places = Municipality.objects.order_by("name")
    wanted = places.filter(code__in=codes) if codes else places
    decided = {row.municipality_id for row in standing(matter)}
    return [place for place in wanted if place.pk not in decided]


def send_to_check(matter: Matter, user: Any) -> None:
    """The board's changes are entered. Raises NotAllowedError, ValidationError where nothing was changed."""
    require(user, Action.AMEND, matter)
    revision = latest_revision(matter.series)
    if revision is None:
        raise ValidationError(_("The plan's draft is gone; ask an administrator to restore it."))
    amendment = amendment_of(matter)
    digest = digest_of_text(text_of(revision))
    if digest == amendment.board_digest:
        raise ValidationError(_("The text says the same as before the board; enter what the board changed."))
    if unfinished := revision.as_object().unfinished():
        raise ValidationError(unfinished)
    amendment.revision, amendment.digest = revision, digest
    amendment.save()
    matter.revision, matter.digest = revision, digest
    to_stage(matter, Stage.CHECKING)
    tell(matter, EventKind.AMENDED, user, digest=digest)


def take_over(matter: Matter, user: Any) -> None:
    """Whoever began to enter the board's changes is away; what they saved stays theirs, so they do not check it.

    Raises NotAllowedError.
    """
    require(user, Action.TAKE_OVER, matter)
    amendment = amendment_of(matter)
    amendment.entered_by = user
    amendment.save()
    tell(matter, EventKind.COMMENTED, user, text=_("Goes on entering the board's changes."), took_over=True)


def return_amendment(matter: Matter, user: Any, text: str) -> None:
    """Not what the minutes say. Raises NotAllowedError, ValidationError without a word what differs."""
    require(user, Action.CHECK, matter)
    if not text.strip():
        raise ValidationError(_("Say what differs from the minutes, so that it can be corrected."))
    tell(matter, EventKind.AMENDMENT_RETURNED, user, text=text)
    to_stage(matter, Stage.AMENDING)


def confirm_amendment(matter: Matter, user: Any, seen: str = "") -> Edition:
    """Seals the text with the board's changes. Raises NotAllowedError, MovedOnError, TextMovedError,
    CannotBeSealedError."""
    require(user, Action.CHECK, matter)
    require_seen(matter, seen)
    text_at_stake(matter)
    amendment = amendment_of(matter)
    amendment.checked_by, amendment.checked_at = user, clock.now()
    amendment.save()
    return _seal(matter, user, {amendment.entered_by_id}, {user.pk})


def amendment_of(matter: Matter) -> Amendment:
    return Amendment.objects.get(matter=matter, meeting_round=matter.meeting_round)


def waiting_for(matter: Matter, document: EditionDocument) -> list[Municipality]:
    """Municipalities without whose decision nothing follows; none where the text names none."""
    return places_to_decide(matter, document) if document.municipalities else []


def _refuse(matter: Matter, document: EditionDocument, decision: RecordedDecision, user: Any) -> None:
    decision.full_clean(exclude=["matter", "recorded_by"])
    if decision.meeting_date > clock.today():
        raise ValidationError({"meeting_date": _("This meeting has not been yet; give the day it met.")})
    if decision.municipality_id not in {place.pk for place in places_to_decide(matter, document)}:
        raise ValidationError(
            {"municipality": _("This municipality has decided already, or the plan is not for it.")}
        )
    minutes = decision.minutes_document
    if minutes is not None and has_audience(type(minutes)) and not may_see(user, minutes):
        raise ValidationError(
            {"minutes_document": _("This file is not there; choose the minutes once more.")}
        )


def _draw_consequence(matter: Matter, document: EditionDocument, user: Any) -> None:
    outcomes = [row.outcome for row in standing(matter)]
    match consequence_of(outcomes, still_waiting=bool(waiting_for(matter, document))):
        case Consequence.BACK_TO_DRAFTING:
            to_drafting(matter)
        case Consequence.WAITS:
            return
        case Consequence.ENDS:
            tell(matter, EventKind.REJECTED, user)
            close(matter, Ending.REJECTED)
        case Consequence.CHANGES_ARE_ENTERED:
            _begin_amendment(matter, user)
        case Consequence.SEALED:
            _seal(matter, user, set(), reviewers_of(matter))


def _begin_amendment(matter: Matter, user: Any) -> None:
    if matter.revision is None:
        raise TextMovedError
    Amendment.objects.create(
        matter=matter,
        meeting_round=matter.meeting_round,
        board_revision=matter.revision.pk,
        board_digest=matter.digest,
        entered_by=user,
    )
    to_stage(matter, Stage.AMENDING)


def _seal(matter: Matter, user: Any, more_authors: set[int], reviewers: set[int]) -> Edition:
    adopting = [row for row in standing(matter) if row.outcome in ADOPTING]
    authors = authors_of(matter.series) | more_authors
    recorders = {row.recorded_by_id for row in adopting}
    roles = (
        (ParticipantRole.AUTHOR, authors),
        (ParticipantRole.REVIEWER, reviewers),
        (ParticipantRole.RECORDER, recorders),
    )
    edition = seal_edition(
        Order(
            series=matter.series,
            kind=EditionKind.ADOPTED,
            revision=matter.revision,
            decisions=[row for recorded in adopting for row in _decisions(recorded)],
            participants=[Participation(pk, role) for role, people in roles for pk in sorted(people)],
            sealed_by=user,
        )
    )
    # The draft could have been changed by code between the look at it and its sealing.
    if digest_of_text(document_of(edition)) != matter.digest:
        raise TextMovedError
    matter.edition = edition
    close(matter, Ending.ADOPTED)
    tell(matter, EventKind.SEALED, user, edition=edition, digest=edition.digest)
    return edition


def _decisions(recorded: RecordedDecision) -> Iterator[Decision]:
    yield Decision(
        municipality=recorded.municipality,
        role=DecisionRole.DECIDED,
        outcome=recorded.outcome,
        body_type=recorded.body_type,
        body=recorded.body,
        meeting_date=recorded.meeting_date,
        paragraph=recorded.paragraph,
        registry_number=recorded.registry_number,
        minutes_verified_on=recorded.minutes_verified_on,
        minutes_document=recorded.minutes_document,
        minutes_sha256=sha256_of(recorded.minutes_document.file) if recorded.minutes_document else "",
        in_effect_from=recorded.in_effect_from,
    )
    if recorded.prepared_body:
        yield Decision(
            municipality=recorded.municipality,
            role=DecisionRole.PREPARED,
            outcome=recorded.outcome,
            body_type=recorded.prepared_body_type,
            body=recorded.prepared_body,
            meeting_date=recorded.prepared_date,
            paragraph=recorded.prepared_paragraph,
        )
