"""A site whose plan was decided twice, made once per module and put back after every test.

Test modules name the fixtures they use (`decided, world = worlds.decided, worlds.world`).
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, TestCase
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, Revision

from handslag import clock
from handslag.access.role_setup import setup_roles
from home.guides.models import GuidePage
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from tests.support import plans
from tests.support.factories import GuideIndexPageFactory, GuidePageFactory, UserFactory, make_site

FORGED = "Smygtext"
PLAN_SLUG = "plan-arbetsyta"
# What differs from one answer to the next without saying anything.
_NOISE = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"|<code class="ltr">\w{12}</code>')

ADDRESSES = (
    "/handlingsplan/",
    "/handlingsplan/utgavor/",
    "/handlingsplan/utgavor/1/",
    "/handlingsplan/utgavor/2/?sedan=1",
    "/handlingsplan/utgavor/2.pdf",
    "/handlingsplan/utgavor/2.json",
    "/handlingsplan/jamfor/1/2/",
    "/handlingsplan/ansvar/",
    "/handlingsplan/den/2024-06-01/",
    "/handlingsplan/historia/",
    "/handlingsplan/historia.json",
    "/handlingsplan/historia.pdf",
    "/sok/?q=l%C3%B6fte",
    f"/sok/?q={FORGED}",
    "/sitemap.xml",
    # The workbench has no page of its own there, nor where roads put it.
    f"/planering/{PLAN_SLUG}/",
    f"/{PLAN_SLUG}/",
)

type Seen = dict[str, tuple[int, bytes]]


@dataclass(frozen=True)
class World:
    """Keys of what is in the site; rows are read anew by every test."""

    home_id: int
    above_id: int
    plan_id: int
    neighbour_id: int
    waiting_id: int
    superuser: Any
    editor: Any
    reader: Any
    seen: Seen

    @property
    def plan(self) -> ActionPlanPage:
        return ActionPlanPage.objects.get(pk=self.plan_id)

    @property
    def above(self) -> Page:
        """The page that the workbench lies below."""
        return Page.objects.get(pk=self.above_id)

    @property
    def home(self) -> Page:
        return Page.objects.get(pk=self.home_id)

    @property
    def edition(self) -> Edition:
        return Edition.objects.get(main=2)

    def draft(self) -> Revision:
        return plans.draft(self.plan, forged_text(), user=self.superuser)

    def admin(self, user: Any = None) -> Client:
        return signed_in(user or self.superuser)


def forged_text() -> EditionDocument:
    return plans.document(
        title=f"{FORGED} i planen", sections=(plans.section("smyg", words=f"{FORGED} i ett avsnitt."),)
    )


def second_text() -> EditionDocument:
    sections = [plans.section(f"avsnitt {count}", number=str(count)) for count in (1, 3)]
    changed = plans.section("avsnitt 2", number="2", words="Texten är en annan nu.", promises=3)
    return plans.document(sections=(sections[0], changed, sections[1]))


def signed_in(user: Any) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def what_readers_see(reader: Any) -> Seen:
    """By address: status and body. The cache is emptied, so that it hides nothing."""
    cache.clear()
    client = signed_in(reader)
    answers = {address: client.get(address) for address in ADDRESSES}
    return {address: (one.status_code, _NOISE.sub(b"", one.content)) for address, one in answers.items()}


@pytest.fixture(scope="module")
def decided(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            with TestCase.captureOnCommitCallbacks(execute=True):
                built = _build()
            seen = what_readers_see(built["reader"])
            # Nothing is proved by error pages that stay the same.
            assert [status for status, _body in seen.values()] == [200] * 15 + [404] * 2
            # What was deferred to the end of the transaction would stand in the way of TRUNCATE and ALTER.
            connection.check_constraints()
            yield World(seen=seen, **built)
            transaction.set_rollback(True)
        connection.close()


@pytest.fixture
def world(decided: World, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        yield decided
        transaction.set_rollback(True)


def _build() -> dict[str, Any]:
    home = make_site()
    setup_roles()
    superuser = UserFactory(is_superuser=True)
    above = GuideIndexPageFactory(parent=home, title="Planering", slug="planering", show_in_menus=False)
    plan = plans.plan_page(above)
    plan.show_in_menus = True
    plan.save()
    plans.adopt(plan, sealed_by=superuser)
    plans.draft(plan, second_text(), user=superuser)
    second = plans.decision(
        meeting_date=datetime.date(2025, 1, 20), paragraph="7", in_effect_from=datetime.date(2025, 2, 1)
    )
    plans.adopt(plan, decisions=(second,), sealed_by=superuser)
    neighbour = GuidePageFactory(parent=above, title="Grannen")
    waiting = GuidePageFactory(parent=above, title="Väntar", live=False)
    return {
        "home_id": home.pk,
        "above_id": above.pk,
        "plan_id": plan.pk,
        "neighbour_id": neighbour.pk,
        "waiting_id": waiting.pk,
        "superuser": superuser,
        "editor": UserFactory(roles=["editor", "staff"]),
        "reader": UserFactory(roles=["staff"]),
    }


def assert_readers_see_the_same(world: World, *, but: tuple[str, ...] = ()) -> None:
    """Every answer is the one from before; where not, the first difference is shown."""
    now = what_readers_see(world.reader)
    changed = {
        address: _difference(world.seen[address], now[address])
        for address in ADDRESSES
        if address not in but and now[address] != world.seen[address]
    }
    assert not changed, changed


def _difference(before: tuple[int, bytes], after: tuple[int, bytes]) -> tuple[int, bytes, int, bytes]:
    (status, old), (new_status, new) = before, after
    place = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old))
    excerpt = slice(max(0, place - 60), place + 60)
    return status, old[excerpt], new_status, new[excerpt]


def assert_others_go_on(world: World) -> None:
    """The tree is whole, and other pages are published by hand and by the scheduler, behind the plan's own date."""
    assert [list(problems) for problems in Page.find_problems()] == [[], [], [], [], []]
    with TestCase.captureOnCommitCallbacks(execute=True):
        neighbour = GuidePage.objects.get(pk=world.neighbour_id)
        neighbour.title = "Grannen är ny"
        neighbour.save_revision(user=world.superuser).publish(user=world.superuser)
        waiting = GuidePage.objects.get(pk=world.waiting_id)
        _schedule(waiting.save_revision(), minutes=1)
        for plan in ActionPlanPage.objects.exclude(latest_revision=None):
            _schedule(plan.latest_revision, minutes=2)
        call_command("publish_scheduled", verbosity=0)
    titles = Page.objects.live().filter(pk__in=[world.neighbour_id, world.waiting_id]).values_list("title")
    assert sorted(title for (title,) in titles) == ["Grannen är ny", "Väntar"]


def _schedule(revision: Revision, *, minutes: int) -> None:
    moment = clock.now() - datetime.timedelta(minutes=minutes)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=moment)


def assert_verified() -> None:
    """Raises CommandError, with the edition's name, where something differs."""
    call_command("verify_editions", verbosity=0)


def assert_no_plan_is_live() -> None:
    assert not ActionPlanPage.objects.filter(live=True).exists()


def series() -> EditionSeries:
    return EditionSeries.objects.get()
