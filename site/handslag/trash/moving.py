"""Deleting a page moves it, with everything below it, to the trash; for 30 days it can be put back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page, Site

from handslag.access.people import Person
from handslag.trash.keeping import reason_to_keep
from handslag.trash.models import TrashedPage, TrashPage

TRASHED, RESTORED = "handslag.trash.moved", "handslag.trash.restored"


class CannotBeDeletedError(ValidationError):
    """Says in one sentence why the page stays."""


class CannotBeRestoredError(ValidationError):
    """Says in one sentence why the page stays in the trash."""


def trash_page() -> Page:
    """The root of the trash, made when it is first needed."""
    with transaction.atomic():
        root = Page.objects.select_for_update().get(pk=Page.get_first_root_node().pk)
        existing = TrashPage.objects.first()
        if existing is not None:
            return existing
        return root.add_child(instance=TrashPage(title="Papperskorg", slug="papperskorg", live=False))


def is_in_trash(page: Page) -> bool:
    return TrashPage.objects.filter(path=page.path[: 2 * Page.steplen]).exists()


@transaction.atomic
def move_to_trash(page: Page, user: Person | None) -> TrashedPage:
    """Move `page` below the trash. Raises CannotBeDeletedError for roots, for what lies in the trash already
    and for what something rests on (`trash.keeping`)."""
    page = Page.objects.get(pk=page.pk)
    _refuse_what_stays(page)
    parent = page.get_parent()
    trashed = TrashedPage.objects.create(
        page=page, parent=parent, slug=page.slug, trashed_by_id=user.pk if user is not None else None
    )
    # In the trash every page has a slug of its own, so that pages of one name can lie there side by side.
    Page.objects.filter(pk=page.pk).update(slug=f"{page.slug[:200]}-{page.pk}")
    page.refresh_from_db()
    MovePageAction(page, trash_page(), pos="last-child", user=user).execute(skip_permission_checks=True)
    log(instance=page, action=TRASHED, user=user)
    return trashed


def _refuse_what_stays(page: Page) -> None:
    if page.depth <= 1 or Site.objects.filter(root_page__path__startswith=page.path).exists():
        raise CannotBeDeletedError(_("The start page of a site cannot be deleted."))
    if is_in_trash(page):
        raise CannotBeDeletedError(_("The page is in the trash already."))
    if reason := reason_to_keep(page):
        raise CannotBeDeletedError(str(reason))


@transaction.atomic
def restore(trashed: TrashedPage, user: Person | None, *, parent: Page | None = None) -> Page:
    """Put the page back where it was, or below `parent`; published pages are published again, drafts are drafts.

    Its access rules come back with it, and those that decided where it lay keep deciding (`handslag.access.carrying`).
    Raises CannotBeRestoredError where the page above is gone.
    """
    # Read anew: the tree has changed since these were.
    wanted = parent.pk if parent is not None else trashed.parent_id
    target = Page.objects.filter(pk=wanted).first()
    if target is None or is_in_trash(target):
        raise CannotBeRestoredError(
            _(
                "The page above is deleted too; restore that one first, or ask an administrator for another place."
            )
        )
    page = Page.objects.get(pk=trashed.page_id)
    slug = find_available_slug(target, trashed.slug)
    MovePageAction(page, target, pos="last-child", user=user).execute(skip_permission_checks=True)
    # The row goes after the move: until then it says whose rules decide over the page.
    trashed.delete()
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    page.save(clean=False)
    log(instance=page, action=RESTORED, user=user)
    return page
