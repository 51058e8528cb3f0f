"""No road of a person's leads to a real deletion: whoever deletes a page moves it to the trash.

`DeletePageAction` with a user is what the admin's delete view, its bulk action and the API use, so that is where they
are turned. Code without a user (`page.delete()`, the purge) deletes for good.
"""

import functools
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models.signals import pre_delete
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from treebeard.mp_tree import MP_NodeQuerySet
from wagtail import hooks
from wagtail.actions.delete_page import DeletePageAction, DeletePagePermissionError
from wagtail.models import Page

from handslag.access.seen_tree import hidden_below
from handslag.access.viewer import current_viewer
from handslag.access.visibility import may_see
from handslag.trash.keeping import reason_to_keep
from handslag.trash.moving import CannotBeDeletedError, move_to_trash


def _to_trash(execute: Any) -> Any:
    @functools.wraps(execute)
    def execute_or_move(
        action: DeletePageAction, *args: Any, skip_permission_checks: bool = False, **kwargs: Any
    ) -> Any:
        if action.user is None:
            return execute(action, *args, skip_permission_checks=skip_permission_checks, **kwargs)
        action.check(skip_permission_checks=skip_permission_checks)
        if hidden_below(action.page, action.user):
            # Also where the view skips the check, as for translations that follow. No reason is given: it would tell.
            raise DeletePagePermissionError
        try:
            move_to_trash(action.page, action.user)
        except CannotBeDeletedError as stays:
            # What Wagtail's own callers turn into an answer, where nobody said why before.
            raise DeletePagePermissionError(*stays.messages) from stays
        return 0, {}

    execute_or_move.moves_to_trash = True  # type: ignore[attr-defined]  # put on once
    return execute_or_move


def _whole_or_not_at_all(delete: Any) -> Any:
    """treebeard counts the parents' children down before a PROTECT stops the deletion; without a transaction the tree
    would stay damaged (a page that is there and answers 404)."""

    @functools.wraps(delete)
    def delete_in_transaction(*args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            return delete(*args, **kwargs)

    delete_in_transaction.is_whole = True  # type: ignore[attr-defined]  # put on once
    return delete_in_transaction


def say_why(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before the admin asks "are you sure": where the page must stay, the reason instead of the question."""
    reason = reason_to_keep(page)
    if reason is None or not may_see(request.user, page):
        return None
    messages.error(request, str(reason))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def say_why_of_many(request: HttpRequest, action_type: str, objects: Any, action: Any) -> HttpResponse | None:
    """As above for the list's bulk action."""
    if action_type != "delete":
        return None
    for page in objects:
        if isinstance(page, Page) and (answer := say_why(request, page)):
            return answer
    return None


def refuse_within_request(sender: type, instance: Any, **kwargs: Any) -> None:
    """The net below: while somebody's request is answered, no page is deleted for good."""
    if isinstance(instance, Page) and current_viewer() is not None:
        raise CannotBeDeletedError("A page was about to be deleted for good within a request.")


def connect() -> None:
    if not hasattr(DeletePageAction.execute, "moves_to_trash"):
        DeletePageAction.execute = _to_trash(DeletePageAction.execute)
    if not hasattr(MP_NodeQuerySet.delete, "is_whole"):
        MP_NodeQuerySet.delete = _whole_or_not_at_all(MP_NodeQuerySet.delete)
    hooks.register("before_delete_page", say_why)
    hooks.register("before_bulk_action", say_why_of_many)
    pre_delete.connect(refuse_within_request, dispatch_uid="handslag.trash.refuse_within_request")
