"""What accounts bring: menu entries, rights, things to do, and the demo's people."""

from django.utils.translation import gettext_lazy as _

from accounts import activity, addresses, todos
from accounts import checks as checks  # noqa: PLC0414 - imported for its checks
from accounts.admin import policies
from accounts.demo import load_accounts
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import MenuEntry, account_menu, named
from handslag.start.todos import TodoSource, todo_sources

activity.connect()
addresses.connect()
policies.register()

account_menu.register(MenuEntry("account", _("My details"), named("account_overview"), order=5))
account_menu.register(MenuEntry("password", _("Change password"), named("account_change_password"), order=10))
account_menu.register(MenuEntry("second-step", _("Two-step sign-in"), named("mfa_index"), order=20))
account_menu.register(MenuEntry("sessions", _("Where I am signed in"), named("usersessions_list"), order=30))

demo_content.register(DemoContent("accounts", load_accounts, order=20))

permissions.register(
    Permissions(
        "accounts",
        model_permissions={
            "coordinator": ("accounts.add_invitation", "accounts.view_invitation", "accounts.view_user"),
            "auditor": ("accounts.view_invitation", "accounts.view_user"),
        },
        page_permissions={},
    )
)
todo_sources.register(TodoSource("second-step", todos.second_step, order=80, people=todos.admins))
todo_sources.register(
    TodoSource("unsent-invitations", todos.unsent_invitations, order=20, people=todos.inviters)
)
