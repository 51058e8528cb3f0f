"""People and the shortest way along the road, for tests."""

import datetime
from typing import Any

from handslag import clock
from plan_pages.documents import EditionDocument
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.changes import changes
from plan_pages.road.matter import Matter
from plan_pages.road.missing import QUESTIONS
from plan_pages.road.moving import open_matter
from plan_pages.road.preparation import Fate, PromiseMatch, SectionReason
from plan_pages.road.text import base_edition, latest_revision, text_of
from plan_pages.workflow import doors
from tests.support import plans
from tests.support.factories import UserFactory

DECISION: dict[str, Any] = {
    "outcome": "adopted",
    "body_type": "council",
    "body": "Kommunfullmäktige",
    "meeting_date": datetime.date(2026, 2, 23),
    "paragraph": "17",
    "registry_number": "KS 2026/12",
    "in_effect_from": datetime.date(2026, 2, 24),
}

REFERRAL = ("asks_referral", "no_referral_reason")


def person(*roles: str, **fields: Any) -> Any:
    return UserFactory(roles=["staff", *roles], **fields)


def drafted(page: ActionPlanPage, author: Any, text: EditionDocument | None = None) -> Matter:
    """A new draft by `author`, and the matter it belongs to, prepared for the board without a referral."""
    plans.draft(page, text or plans.document(4), author)
    return prepared(open_matter(EditionSeries.objects.get(address=page.series_address)))


def prepared(matter: Matter) -> Matter:
    """Every question answered, every change with its reason, no referral."""
    matter.orders_mapping = matter.singles_out = matter.describes_few = False
    matter.law_checked_by, matter.law_checked_on = "Kommunjuristen", clock.today()
    matter.asks_referral, matter.no_referral_reason = False, "Ändringarna är små."
    matter.save(update_fields=[*QUESTIONS, "law_checked_by", "law_checked_on", *REFERRAL])
    revision = latest_revision(matter.series)
    assert revision is not None
    found = changes(base_edition(matter.series), text_of(revision))
    for section in found.sections():
        SectionReason.objects.update_or_create(
            matter=matter, section=section.section, defaults={"text": "Så beslutade styrgruppen."}
        )
    for promise in found.vanished():
        PromiseMatch.objects.update_or_create(
            matter=matter, vanished=promise.id, defaults={"fate": Fate.ENDED, "successor": None}
        )
    return matter


def submitted(page: ActionPlanPage, author: Any, text: EditionDocument | None = None) -> Matter:
    return doors.submit(drafted(page, author, text), author)


def at_board(page: ActionPlanPage, author: Any, reviewer: Any, text: EditionDocument | None = None) -> Matter:
    return doors.act(submitted(page, author, text), reviewer, "approve")


def decision(**fields: Any) -> dict[str, Any]:
    """The fields of a recorded decision, in our municipality unless a test says where."""
    return {"municipality": plans.municipality().pk, **DECISION, **fields}


def recorded(matter: Matter, recorder: Any, **fields: Any) -> Matter:
    return doors.act(matter, recorder, "record", **decision(**fields))
