"""An import is saved: source, draft and, where it was decided before, the registration; all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, Site

from handslag.places.models import Municipality
from handslag.reminders.soon import remind_soon
from plan_pages.documents import EditionDocument, Place
from plan_pages.documents.head import DecisionRecord
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.importing.sources import keep_source
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.files import sha256_of
from plan_pages.registration.models import Registration, RegistrationState

SLUG = "planens-arbetsyta"


class CannotBeImportedError(ValidationError):
    """One sentence: what is in the way and what to do."""


@dataclass(frozen=True)
class Saved:
    """`registration` None: only the draft was saved."""

    page: ActionPlanPage
    revision: Revision
    registration: Registration | None


@dataclass(frozen=True)
class ImportOrder:
    """`decisions` None: the text becomes a draft and is not registered as decided."""

    document: EditionDocument
    municipalities: Sequence[Municipality]
    content: bytes
    name: str
    decisions: Sequence[DecisionRecord] | None
    replace_draft: bool = False
    user: Any = None


@transaction.atomic
def save_import(order: ImportOrder) -> Saved:
    """Raises CannotBeImportedError, and PersonalDataFound where the text or the file holds an identity number."""
    home = _locked_home()
    page = plan_page()
    if page is not None:
        _refuse(page, order)
    page = page or _new_page(home, order)
    document = order.document.model_copy(
        update={"title": order.document.title or _("Untitled plan"), "municipalities": _places(order)}
    )
    page.fill_from(document)
    page.full_clean()
    revision = page.save_revision(user=order.user, log_action=True, clean=False)
    registration = None
    if order.decisions is not None:
        source = keep_source(order.content, order.name, order.user)
        registration = Registration.objects.create(
            series=EditionSeries.objects.get(address=ActionPlanPage.series_address),
            revision=revision,
            source=source,
            source_sha256=sha256_of(source.file),
            decisions=[record.model_dump(mode="json") for record in order.decisions],
            imported_by=order.user,
        )
        remind_soon()
    return Saved(page, revision, registration)


def plan_page() -> ActionPlanPage | None:
    """The workbench of the site's plan with its latest draft, where there is one."""
    series = EditionSeries.objects.filter(address=ActionPlanPage.series_address, page__isnull=False).first()
    if series is None or series.page is None or hasattr(series.page, "trashed"):
        return None
    page: ActionPlanPage = series.page.specific.get_latest_revision_as_object()
    return page


def may_be_registered() -> bool:
    """Until the first decision that was made here (`seal.refusals`)."""
    editions = EditionSeries.objects.filter(
        address=ActionPlanPage.series_address, editions__kind=EditionKind.ADOPTED
    )
    return not editions.exists()


def _refuse(page: ActionPlanPage, order: ImportOrder) -> None:
    waiting = Registration.objects.filter(
        series__address=page.series_address, state=RegistrationState.WAITING
    ).exists()
    if waiting:
        raise CannotBeImportedError(
            _("A plan that was imported before waits to be compared; confirm or return that one first.")
        )
    if order.decisions is not None and not may_be_registered():
        raise CannotBeImportedError(
            _("A decision was already recorded here, so what comes from a file can only be a draft.")
        )
    if not order.replace_draft and page.sections:
        raise CannotBeImportedError(
            _(
                "There is a draft already; say that the import may take its place. Its versions stay in the history."
            )
        )


def _locked_home() -> Page:
    """The site's start page, held so that two imports at once do not make two plans."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        raise CannotBeImportedError(_("The site has no start page yet; create it first."))
    return Page.objects.select_for_update().get(pk=site.root_page_id)


def _new_page(home: Page, order: ImportOrder) -> ActionPlanPage:
    title = order.document.title or _("Untitled plan")
    page = ActionPlanPage(title=title[:255], slug=_free_slug(home), locale=home.locale, owner=order.user)
    home.add_child(instance=page)
    return page


def _free_slug(parent: Any) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(
        slug for count in range(1, 1000) if (slug := SLUG if count == 1 else f"{SLUG}-{count}") not in taken
    )


def _places(order: ImportOrder) -> tuple[Place, ...]:
    return tuple(Place(code=one.code, name=one.name) for one in order.municipalities)
