"""Plans and editions for tests: a small plan in words of our own, and the shortest way to a sealed edition."""

import datetime
import uuid
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Page, Revision, Site

from handslag.places.models import Municipality
from plan_pages.documents import Commitment, EditionDocument, Fact, Paragraph, Place, Run, Section, Text
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import BodyType, EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.seal.sealing import Order, seal_edition

NAMESPACE = uuid.UUID("6f0d3c1e-4c7e-4b8a-9a51-0f3a5b1c7d20")
FIRST_DAY = datetime.date(2024, 1, 1)


def key(name: str) -> str:
    """The same id for the same name, in every edition."""
    return str(uuid.uuid5(NAMESPACE, name))


def paragraph(text: str) -> Paragraph:
    return Paragraph(runs=(Run(text=text),))


def section(name: str, *, number: str = "", promises: int = 2, words: str = "Texten är ny.") -> Section:
    body: list[Text | Commitment] = [Text(id=key(f"{name}/text"), blocks=(paragraph(words),))]
    body += [
        Commitment(
            id=key(f"{name}/löfte-{count}"),
            text=f"Kommunen ska hålla löfte {count} i {name}.",
            obligation="ska",
            accountable_function="Säkerhetschef",
        )
        for count in range(1, promises + 1)
    ]
    fact = Fact(id=key(f"{name}/uppgift"), kind="helpline", label="Växeln", value="010-000 00 00")
    return Section(id=key(name), number=number, heading=f"Om {name}", body=tuple(body), facts=(fact,))


def numbered_sections(number: int) -> tuple[Section, ...]:
    return tuple(section(f"avsnitt {count}", number=str(count)) for count in range(1, number + 1))


def document(
    sections: int | tuple[Section, ...] = 3,
    *,
    title: str = "Handlingsplan mot våldsbejakande extremism",
    **fields: Any,
) -> EditionDocument:
    return EditionDocument(
        **{
            "kind": "action_plan",
            "language": "sv",
            "title": title,
            "introduction": (paragraph("Planen gäller hela kommunen."),),
            "municipalities": (Place(code="9901", name="Björkmarks kommun"),),
            "owner": "kommunstyrelsen",
            "responsible_function": "Säkerhetschef",
            "sections": numbered_sections(sections) if isinstance(sections, int) else sections,
            **fields,
        }
    )


def municipality(code: str = "9901", name: str = "Björkmarks kommun") -> Municipality:
    return Municipality.objects.get_or_create(code=code, defaults={"name": name})[0]


def plan_page(parent: Page | None = None, text: EditionDocument | None = None) -> ActionPlanPage:
    """A workbench with a first draft; below the site's start page unless a test says where."""
    municipality()
    parent = parent or Site.objects.get(is_default_site=True).root_page
    page = ActionPlanPage(title="Planens arbetsyta", slug="plan-arbetsyta", locale=parent.locale)
    parent.add_child(instance=page)
    draft(page, text or document())
    return ActionPlanPage.objects.get(pk=page.pk)


def draft(page: ActionPlanPage, text: EditionDocument, user: Any = None) -> Revision:
    page = page.get_latest_revision_as_object() if page.latest_revision_id else page
    page.fill_from(text)
    return page.save_revision(user=user)


def decision(place: Municipality | None = None, **fields: Any) -> Decision:
    return Decision(
        municipality=place or municipality(),
        **{
            "body_type": BodyType.COUNCIL,
            "body": "Kommunfullmäktige",
            "meeting_date": FIRST_DAY,
            "paragraph": "41",
            "registry_number": "KS 2023/112",
            "in_effect_from": FIRST_DAY,
            **fields,
        },
    )


def adopt(page: ActionPlanPage, text: EditionDocument | None = None, **fields: Any) -> Edition:
    """The next edition of the page's series, decided on the first day unless a test says when."""
    if text is not None:
        draft(page, text)
    page.refresh_from_db()
    return seal_edition(
        Order(
            **{
                "series": EditionSeries.objects.get(address=page.series_address),
                "kind": EditionKind.ADOPTED,
                "revision": page.latest_revision,
                "decisions": (decision(),),
                "sealed_by": get_user_model().objects.first(),
                **fields,
            }
        )
    )
