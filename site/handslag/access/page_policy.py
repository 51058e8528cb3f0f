"""Wagtail's answer to "which pages may this person list, explore, edit", cut to those they may know of.

Wagtail 8 asks `policy_registry.get_by_type(Page)` everywhere and never the module-level policy, so registering this
one for Page reaches the explorer, choosers, reports, the dashboard, the admin search and the admin API.
"""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from handslag.access.effective import users_who_may_see
from handslag.access.people import Person
from handslag.access.visibility import may_see, searchable, visible_to


class VisiblePagePolicy(PagePermissionPolicy):
    def user_has_any_permission_for_instance(self, user: Person, actions: Any, instance: Page) -> bool:
        return bool(super().user_has_any_permission_for_instance(user, actions, instance)) and may_see(
            user, instance
        )

    def instances_user_has_any_permission_for(self, user: Person, actions: Any) -> QuerySet[Page]:
        return searchable(super().instances_user_has_any_permission_for(user, actions), user)

    def explorable_instances(self, user: Person) -> QuerySet[Page]:
        # Asked of the unfiltered policy and cut once: Wagtail joins querysets with OR inside.
        return searchable(PagePermissionPolicy(self.model).explorable_instances(user), user)

    def instances_with_direct_explore_permission(self, user: Person) -> Any:
        pages = super().instances_with_direct_explore_permission(user)
        if isinstance(pages, QuerySet) or not pages:
            return pages
        wanted = Page.objects.filter(pk__in={page.pk for page in pages})
        visible = set(visible_to(wanted, user).values_list("pk", flat=True))
        return [page for page in pages if page.pk in visible]

    def users_with_any_permission_for_instance(
        self, actions: Any, instance: Page, include_superusers: bool = True
    ) -> QuerySet[AbstractUser]:
        """Lists of people to ask or to mail: nobody whom the page is hidden from, and no superuser by mere power."""
        users = super().users_with_any_permission_for_instance(actions, instance, include_superusers)
        return users_who_may_see(users, instance)


def connect() -> None:
    register_permission_policy(Page, VisiblePagePolicy())
