"""Exposure entries in the demo's log, looked for at every address as everyone who may not know of them; and the log
read with and without one."""

import os

import pytest
from django.db import transaction
from django.test import Client, TestCase
from wagtail.log_actions import log as write_log
from wagtail.models import Comment, Locale, Page, PageSubscription, ReferenceIndex, TaskState

from contacts.bodies import calendar_keeping
from contacts.bodies.calendar_key import CalendarKey
from contacts.bodies.kinds import MeetingKind, MeetingState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.index import CollaborationIndexPage
from contacts.dialogue.kinds import ROLE, MatterKind
from contacts.dialogue.log_page import DialogueLogPage
from handslag.access.secret_keys import digest_of_secret
from handslag.search.query import parse
from handslag.search.results import Results
from tests.handslag.access.test_no_trace import LONG_AGO, about, explain, lasting, read_all
from tests.handslag.access.test_planted_word import (
    SEEKERS,
    SKIPPED,
    answers,
    asked_itself,
    found_in,
    may_be_brief,
)
from tests.support.addresses import Pattern, patterns
from tests.support.bodies import body, meeting
from tests.support.contacts import function, organisation
from tests.support.dialogue import entry, exposure
from tests.support.factories import restrict
from tests.support.restricted import world
from tests.support.restricted.planting import ASKED, WORD, Planted, person, restricted_files
from tests.support.restricted.world import client_of

demo = world.demo

FULL = bool(os.environ.get("HANDSLAG_TEST_ALL"))

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def the_log() -> DialogueLogPage:
    return DialogueLogPage.objects.get(locale__language_code="sv")


def council_meeting() -> MeetingPage:
    """An open one, on which exposure matters hang."""
    return MeetingPage.objects.filter(state=MeetingState.HELD, locale__language_code="sv").latest("starts_at")


def plant_body(planted: Planted) -> None:
    """A council that only the role knows of, with a meeting held and its minutes, decisions and observations, a seat
    and a task; its calendar had an address while it was open."""
    editor = person("redaktor")
    place, owner = organisation("Gården"), function("Gårdsföreståndare", at=organisation("Gårdarna"))
    council = body(
        CollaborationIndexPage.objects.get(locale__language_code="sv"),
        title=f"Råd {WORD}",
        slug=f"rad-{WORD.lower()}",
        mandate=WORD,
        interval_days=1,
        seats=[Seat(function=owner)],
        mandate_tasks=[MandateTask(text=f"Uppgift {WORD}", given_on="2020-03-02")],
        counterparts=[place],
    )
    calendar_keeping.give(council, person("samordnare"), None)
    CalendarKey.objects.filter(body=council).update(digest=digest_of_secret(SECRET))
    held = meeting(
        council,
        "2026-03-02",
        title=f"Möte {WORD}",
        slug=f"mote-{WORD.lower()}",
        place=WORD,
        area=WORD,
        kind=MeetingKind.SAFETY_WALK,
        minutes=planted.documents[0],
        organisations=[place],
        follow_ups=[MeetingFollowUp(text=WORD, function=owner, due="2026-03-09")],
        observations=[Observation(text=WORD)],
    )
    restrict(council, ROLE)
    for hidden in (council, held):
        hidden.save_revision(user=editor)
        write_log(instance=hidden, action="wagtail.edit", user=editor)
        planted.pages.append(hidden)


def plant_matter() -> Planted:
    """An editor followed an entry while it was open; a draft waits for its second reader; one says exposure in its
    draft only; an alias and a translation. Beside them a council that only the role knows of."""
    planted = Planted()
    restricted_files(planted)
    log, editor, writer = the_log(), person("redaktor"), person("dialog")
    words = {"agreed": WORD, "follow_up": WORD, "search_description": WORD, "follow_up_due": "2026-03-02"}
    bridge, owner = organisation("Bron"), function(at=organisation("Trygghet"))
    words["meeting"] = council_meeting()
    page = entry(log, bridge, title="Samtal", slug="samtal-x", owner=editor)
    Comment.objects.create(page=page, user=editor, text=WORD, contentpath="title")
    PageSubscription.objects.create(page=page, user=editor, comment_notifications=True)
    alias = page.create_alias(update_slug=f"alias-{WORD.lower()}")
    for name, value in {**words, "title": f"Samtal {WORD}", "slug": WORD.lower()}.items():
        setattr(page, name, value)
    page.kind, page.follow_up_owner = MatterKind.EXPOSURE, owner
    page.save_revision(user=editor).publish()
    translation = page.copy_for_translation(
        Locale.objects.get_or_create(language_code="en")[0], copy_parents=True
    )
    waiting = exposure(log, bridge, title=f"Väntar {WORD}", slug=f"v-{WORD.lower()}", live=False, **words)
    waiting.save_revision(user=writer)
    state = waiting.get_workflow().start(waiting, writer)
    planted.workflow_states.append(state.pk)
    planted.task_states += TaskState.objects.filter(workflow_state=state).values_list("pk", flat=True)
    half = entry(log, bridge, title="Halv", slug="halv")
    half.title, half.kind, half.agreed = f"Halv {WORD}", MatterKind.EXPOSURE, WORD
    half.save_revision(user=editor)
    planted.pages += [page, waiting, half, alias, translation]
    plant_body(planted)
    for hidden in planted.pages:
        hidden.refresh_from_db()
        write_log(instance=hidden, action="wagtail.edit", user=editor)
        planted.revisions += list(hidden.revisions.values_list("pk", flat=True))
    return planted


@pytest.fixture(scope="module")
def planted(demo: None) -> Planted:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return plant_matter()


SECRET = "a" * 43
BESIDE_THE_LOG = (
    "/samverkan/",
    "/samverkan/?slag=other",
    "/en/collaboration/",
    f"/samverkan/kalender/{SECRET}.ics",
    "/att-gora/",
    "/handlingsplan/uppfyllelse/",
    "/kontakter/?q=gård",
    "/kontakter/exportera.csv",
    "/granskning/lasning/",
    "/granskning/lasning.csv",
    "/admin/reports/site-history/?export=csv",
    "/admin/reports/aging-pages/?export=csv",
    f"/admin/choose-page/search/?q={ASKED}&page_type=contacts.meetingpage",
)
OF_THE_LOG = (
    "/dialog/",
    "/dialog/?export=csv",
    "/dialog/?typ=exposure",
    "/dialog/?ar=2026",
    "/en/dialogue/",
    f"/sok/?q={ASKED}",
    f"/sok/?q={ASKED}&typ=dialogue&sprak=alla",
    "/",
    "/sitemap.xml",
    f"/admin/pages/search/?q={ASKED}",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/aging-pages/",
    "/admin/reports/locked/",
)


@pytest.mark.parametrize("account", SEEKERS)
def test_matter__nobody_else_finds_it_anywhere(planted: Planted, account: str | None) -> None:
    client = client_of(account)
    leaks = [f"{address}" for address in (*OF_THE_LOG, *BESIDE_THE_LOG) if found_in(client.get(address))]
    for pattern in patterns():
        if pattern.name in SKIPPED:
            continue
        brief = may_be_brief(account, pattern) or not (FULL or concerns_pages(pattern))
        for question, response in answers(client, pattern, planted, briefly=brief, account=account):
            if found_in(response) and not asked_itself(question.split(" ")[1]):
                leaks.append(f"{response.status_code} {pattern.key}: {question}")
    assert not leaks, f"{account} found the word at {len(leaks)} addresses:\n" + "\n".join(leaks)


def concerns_pages(pattern: Pattern) -> bool:
    """Asked with queries and posted forms too; everything else once."""
    return pattern.name.startswith(("wagtailadmin_pages", "wagtailadmin_reports", "wagtailadmin_choose_page"))


@pytest.mark.parametrize("account", SEEKERS)
def test_matter__its_address_answers_as_an_unknown_one(planted: Planted, account: str | None) -> None:
    client = client_of(account)
    for page in planted.pages:
        for address in (page.url, f"{page.url}?export=csv"):
            hidden, unknown = client.get(address), client.get(address.replace(page.slug, "finns-inte"))
            assert hidden.status_code == unknown.status_code == (302 if account is None else 404), address


def test_matter__is_in_no_reference_index(planted: Planted) -> None:
    numbers = [str(page.pk) for page in planted.pages]
    assert not ReferenceIndex.objects.filter(object_id__in=numbers).exists()


@pytest.mark.parametrize("account", ["dialog", "admin"])
def test_matter__who_may_know_finds_it(planted: Planted, account: str) -> None:
    client = client_of(account)
    # An entry, the council and its meeting.
    hidden = [page.url for page in (planted.pages[0], *planted.pages[-2:])]
    for address in ("/dialog/", "/dialog/?export=csv", f"/sok/?q={WORD.lower()}", "/samverkan/", *hidden):
        assert found_in(client.get(address)), address
    assert bool(Results(person(account), parse(WORD), ("sv",)).counts)


def addresses(log: Page) -> list[str]:
    met = council_meeting()
    beside = ["/samverkan/", met.url, met.get_parent().url, f"/samverkan/kalender/mote/{met.pk}.ics"]
    beside += [
        f"/admin/pages/{met.pk}/{rest}" for rest in ("delete/", "edit/", "usage/", "history/", "unpublish/")
    ]
    return [*about(log, log.get_parent()), *OF_THE_LOG, *beside, f"/admin/pages/{log.pk}/?q=samtal"]


def read_afresh(client: Client, asked: list[str]) -> dict[str, tuple[int, str, str]]:
    """Messages of what was refused before are shown by the next page, and then are gone."""
    client.get("/admin/")
    return read_all(client, asked)


@pytest.mark.parametrize("account", ["redaktor", "samordnare"])
def test_log__reads_the_same_with_and_without_a_matter(demo: None, account: str) -> None:
    client = client_of(account)
    with transaction.atomic():
        log, harbour, ring = the_log(), organisation("Hamnen"), organisation("Ringen")
        Page.objects.update(latest_revision_created_at=LONG_AGO, last_published_at=LONG_AGO)
        without = read_afresh(client, addresses(log))
        with transaction.atomic():
            exposure(
                log,
                harbour,
                title="Gömt",
                date="2019-01-01",
                follow_up_due="2026-03-02",
                meeting=council_meeting(),
            )
            exposure(log, ring, title="Gömt utkast", slug="gomt-utkast", live=False)
            with_matter = read_afresh(client, addresses(log))
            transaction.set_rollback(True)
        transaction.set_rollback(True)
    differing = [one for one in without if lasting(with_matter[one]) != lasting(without[one])]
    assert not differing, "\n\n".join(explain(one, with_matter[one], without[one]) for one in differing)
    assert without["/dialog/"][0] == 200
