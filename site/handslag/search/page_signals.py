"""Pages tell the search when something about them changes, whoever changes it and by whatever road."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from handslag.pages.models import HandslagPage
from handslag.search.providers import refresh_after_commit

# What saving a draft writes; readers see nothing of it.
_OF_DRAFTS = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def page_saved(
    sender: type, instance: Any, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if not isinstance(instance, HandslagPage) or kwargs.get("raw"):
        return
    if update_fields and update_fields <= _OF_DRAFTS:
        return
    refresh_after_commit("page", str(instance.pk))


def page_hidden(sender: type, instance: Page, **kwargs: Any) -> None:
    refresh_after_commit("page", str(instance.pk))


def branch_changed(sender: type, instance: Page, **kwargs: Any) -> None:
    """A new address part or a new place changes the address of every page below."""
    for pk in Page.objects.filter(path__startswith=instance.path).values_list("pk", flat=True):
        refresh_after_commit("page", str(pk))


def branch_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    branch_changed(sender, Page.objects.get(pk=instance.pk))


def connect() -> None:
    """Deleting needs no signal: the rows go with the page."""
    post_save.connect(page_saved, dispatch_uid="handslag.search.page_saved")
    page_unpublished.connect(page_hidden, dispatch_uid="handslag.search.page_unpublished")
    page_slug_changed.connect(branch_changed, dispatch_uid="handslag.search.page_slug_changed")
    post_page_move.connect(branch_moved, dispatch_uid="handslag.search.page_moved")
