"""No road of a person's leads to a real deletion: whoever deletes a page moves it to the trash.

`DeletePageAction` with a user is what the admin's delete view, its bulk action and the API use, so that is where they
are turned. Code without a user (`page.delete()`, the purge) deletes for good.
"""

import functools
from typing import Any

from django.db.models.signals import pre_delete
from wagtail.actions.delete_page import DeletePageAction, DeletePagePermissionError
from wagtail.models import Page

from handslag.access.seen_tree import hidden_below
from handslag.access.viewer import current_viewer
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
        move_to_trash(action.page, action.user)
        return 0, {}

    execute_or_move.moves_to_trash = True  # type: ignore[attr-defined]  # put on once
    return execute_or_move


def refuse_within_request(sender: type, instance: Any, **kwargs: Any) -> None:
    """The net below: while somebody's request is answered, no page is deleted for good."""
    if isinstance(instance, Page) and current_viewer() is not None:
        raise CannotBeDeletedError("A page was about to be deleted for good within a request.")


def connect() -> None:
    if not hasattr(DeletePageAction.execute, "moves_to_trash"):
        DeletePageAction.execute = _to_trash(DeletePageAction.execute)
    pre_delete.connect(refuse_within_request, dispatch_uid="handslag.trash.refuse_within_request")
