"""Wagtail's users app with our pages for accounts."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountUsersAppConfig(WagtailUsersAppConfig):
    user_viewset = "accounts.admin.users.AccountViewSet"

    def ready(self) -> None:
        """Not Wagtail's: it would register a rule for accounts that follows permissions given to groups.

        Ours is registered by `accounts.admin.policies`, from the accounts app.
        """
