"""Organisations and functions are archived and never deleted: plans, minutes and entries go on naming them."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class NeverDeleted(ModelPermissionPolicy):
    """Nobody deletes, superusers included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "delete" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return bool(super().user_has_any_permission(user, [one for one in actions if one != "delete"]))

    def users_with_any_permission(self, actions: Any, include_superusers: bool = True) -> Any:
        kept = [one for one in actions if one != "delete"]
        return super().users_with_any_permission(kept, include_superusers)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action)
