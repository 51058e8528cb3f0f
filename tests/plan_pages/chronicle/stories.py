"""A plan with a long story: registered, corrected, drafted, returned, reviewed, decided, and drafted again."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from plan_pages.documents.head import DecisionRecord
from plan_pages.documents.model import Place
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.importing.document import to_document
from plan_pages.importing.reader import read_plan_from
from plan_pages.importing.saving import ImportOrder, save_import
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.registration import acting
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from plan_pages.workflow import doors
from tests.support import plans, roads
from tests.support.factories import UserFactory, make_site
from tests.support.plan_files import TEXT

PAGE, JSON, PDF = "/handlingsplan/historia/", "/handlingsplan/historia.json", "/handlingsplan/historia.pdf"
# Words that stand nowhere else, in whatever the page around them says.
IMPORTER, CONFIRMER = "Ivar Inläsare", "Klara Bekräftelse"
WRITER, REVIEWER, GUEST = "Wilma Skrivare", "Rut Granskare", "Gun Gäst"
NAMES = (IMPORTER, CONFIRMER, WRITER, REVIEWER, GUEST)


@dataclass(frozen=True)
class World:
    page: ActionPlanPage
    writer: Any
    reviewer: Any
    matter: Matter

    @property
    def series(self) -> EditionSeries:
        return EditionSeries.objects.get()


def registered() -> ActionPlanPage:
    """Edition 1, imported by one and confirmed by another."""
    town = plans.municipality()
    plan = read_plan_from(TEXT.encode(), "plan.txt")
    record = DecisionRecord(
        municipality=Place(code=town.code, name=town.name),
        body_type="council",
        body="Kommunfullmäktige",
        meeting_date=plan.decision.date,
        paragraph=plan.decision.paragraph or "",
        registry_number="KS 2019/7",
    )
    importer = UserFactory(roles=["editor"], name=IMPORTER)
    order = ImportOrder(to_document(plan), [town], TEXT.encode(), "plan.txt", [record], user=importer)
    saved = save_import(order)
    assert saved.registration is not None
    second = UserFactory(roles=["reviewer"], name=CONFIRMER)
    acting.confirm(saved.registration, second, saved.page.latest_revision_id)
    return ActionPlanPage.objects.get(pk=saved.page.pk)


def corrected(page: ActionPlanPage) -> None:
    text = page.get_latest_revision_as_object().to_document().model_copy(update={"owner": "kommunstyrelsen"})
    plans.adopt(
        page, text, kind=EditionKind.CORRECTION, corrects=1, decisions=(), reason="Ägaren hade bytt namn."
    )


def whole_story() -> World:
    make_site()
    page = registered()
    corrected(page)
    writer = roads.person("editor", "coordinator", name=WRITER)
    reviewer = roads.person("reviewer", "board_secretary", name=REVIEWER)
    guest = roads.person(name=GUEST)
    matter = roads.submitted(page, writer)
    matter = doors.act(matter, reviewer, "reject", comment="Skriv tydligare om skolan.")
    tell(matter, EventKind.REVIEWER_INVITED, writer, invited=guest.pk)
    matter = roads.submitted(page, writer, plans.document(5))
    tell(matter, EventKind.COMMENTED, reviewer, text="Bra avsnitt.", section=plans.key("avsnitt 2"))
    matter = doors.act(matter, reviewer, "approve")
    matter = roads.recorded(matter, reviewer)
    assert matter.edition is not None
    tell(
        matter.series,
        EventKind.CURRENCY_REVIEWED,
        reviewer,
        text="Telefonlistan är läst.",
        edition=matter.edition,
        outcome="current",
        next_on="2027-02-01",
    )
    plans.draft(page, plans.document(6), writer)
    return World(page, writer, reviewer, matter)


def client_of(*roles: str, **fields: Any) -> Client:
    client = Client()
    user: Any = UserFactory(roles=list(roles), **fields)
    client.force_login(user)
    return client


def entries_of(client: Client) -> list[dict[str, Any]]:
    chapters = client.get(JSON).json()["chapters"]
    return [entry for chapter in chapters for entry in chapter["entries"]]


def kinds_of(client: Client) -> list[str]:
    return [entry["kind"] for entry in entries_of(client)]
