"""The demo's plan: registered, corrected, decided anew, and a draft that waits for the board."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Revision, Site

from handslag import clock
from handslag.places.models import Municipality
from plan_pages.demo import editions, matter
from plan_pages.demo.decisions import CORRECTION_REASON, decisions
from plan_pages.documents import EditionDocument
from plan_pages.documents.head import DecisionRecord
from plan_pages.editions.decision import Decision
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Matter
from plan_pages.road.moving import open_matter
from plan_pages.road.preparation import Fate, PromiseMatch, SectionReason
from plan_pages.seal.sealing import Order, Participation, seal_edition
from plan_pages.workflow.doors import act, submit

SLUG = "planens-arbetsyta"
REGISTERED_ON = datetime.date(2024, 1, 15)
CORRECTED_ON = datetime.date(2024, 3, 4)
DECIDED_ON = datetime.date(2024, 11, 28)


@transaction.atomic
def load_plan() -> None:
    """May run again: a plan that is there is left as it is."""
    if EditionSeries.objects.filter(address=ActionPlanPage.series_address).exists():
        return
    with override("sv"):
        home = Site.objects.get(is_default_site=True).root_page
        page = ActionPlanPage(title=editions.TITLE, slug=SLUG, locale=home.locale)
        home.add_child(instance=page)
        _seal(page, editions.first_edition(), EditionKind.REGISTERED, REGISTERED_ON, decisions("1"))
        _seal(page, editions.corrected_first_edition(), EditionKind.CORRECTION, CORRECTED_ON, (), corrects=1)
        _seal(page, editions.second_edition(), EditionKind.ADOPTED, DECIDED_ON, decisions("2"))
        _put_before_board(page)


def _seal(
    page: ActionPlanPage,
    text: EditionDocument,
    kind: EditionKind,
    day: datetime.date,
    records: Sequence[DecisionRecord],
    **fields: Any,
) -> None:
    with clock.set_to(day):
        seal_edition(
            Order(
                series=EditionSeries.objects.get(address=page.series_address),
                kind=kind,
                revision=_draft(page, text),
                decisions=[_row(record, kind) for record in records],
                participants=_participants(kind),
                sealed_by=_person("sekreterare"),
                reason=CORRECTION_REASON if kind == EditionKind.CORRECTION else "",
                **fields,
            )
        )


def _put_before_board(page: ActionPlanPage) -> None:
    """The draft with its reasons, reviewed, so that the board finds it. An editor can take it back to drafting."""
    now, editor, reviewer = clock.now(), _person("redaktor"), _person("granskare")
    with clock.set_to(now - matter.WRITTEN):
        _draft(page, editions.draft())
        under_way = open_matter(EditionSeries.objects.get(address=page.series_address))
        _prepare(under_way)
    if editor is None or reviewer is None:
        return
    with clock.set_to(now - matter.SUBMITTED):
        under_way = submit(under_way, editor)
    with clock.set_to(now - matter.REVIEWED):
        act(under_way, reviewer, "approve", comment=matter.REVIEWER_SAYS)


def _prepare(under_way: Matter) -> None:
    under_way.registry_number = matter.REGISTRY_NUMBER % clock.today().year
    under_way.orders_mapping = under_way.singles_out = under_way.describes_few = False
    under_way.law_checked_by, under_way.law_checked_on = matter.LAW_CHECKED_BY, clock.today()
    under_way.asks_referral, under_way.no_referral_reason = False, matter.NO_REFERRAL
    under_way.save()
    for section, reason in matter.REASONS.items():
        SectionReason.objects.create(matter=under_way, section=section, text=reason)
    for promise in matter.ENDED:
        PromiseMatch.objects.create(matter=under_way, vanished=promise, fate=Fate.ENDED)


def _draft(page: ActionPlanPage, text: EditionDocument) -> Revision:
    fresh = ActionPlanPage.objects.get(pk=page.pk)
    fresh.fill_from(text)
    return fresh.save_revision(user=_person("redaktor"))


def _row(record: DecisionRecord, kind: EditionKind) -> Decision:
    values = record.model_dump(exclude={"municipality", "minutes_sha256"})
    place = Municipality.objects.get(code=record.municipality.code)
    return Decision(municipality=place, before_handslag=kind == EditionKind.REGISTERED, **values)


def _participants(kind: EditionKind) -> list[Participation]:
    second = ParticipantRole.CONFIRMER if kind == EditionKind.REGISTERED else ParticipantRole.REVIEWER
    wanted = (("redaktor", ParticipantRole.AUTHOR), ("granskare", second))
    return [
        Participation(person.pk, role) for account, role in wanted if (person := _person(account)) is not None
    ]


def _person(account: str) -> Any:
    """A demo account, where the site has some."""
    return get_user_model().objects.filter(email=f"{account}@handslag.test").first()
