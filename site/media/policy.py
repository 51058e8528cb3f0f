"""Which pictures and documents the admin lists, offers and opens: those in the person's collections they may see."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from handslag.access.people import Person
from handslag.access.visibility import may_see, searchable
from media.models import Document, Image, WithAudience


class VisibleMediaPolicy(CollectionOwnershipPermissionPolicy):
    def instances_user_has_any_permission_for(self, user: Person, actions: Any) -> QuerySet[Any]:
        return searchable(super().instances_user_has_any_permission_for(user, actions), user)

    def user_has_permission_for_instance(self, user: Person, action: str, instance: WithAudience) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(
        self, user: Person, actions: Any, instance: WithAudience
    ) -> bool:
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        return bool(allowed) and may_see(user, instance)


def connect() -> None:
    """For exactly these models: Wagtail registers its own policies for them later, when its apps are ready."""
    for model, auth_model in ((Image, "wagtailimages.Image"), (Document, "wagtaildocs.Document")):
        policy = VisibleMediaPolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
