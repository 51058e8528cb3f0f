"""What accounts bring: menu entries and the demo's people."""

from django.utils.translation import gettext_lazy as _

from accounts.demo import load_accounts
from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import MenuEntry, account_menu, named

account_menu.register(MenuEntry("password", _("Change password"), named("account_change_password"), order=10))
account_menu.register(MenuEntry("second-step", _("Two-step sign-in"), named("mfa_index"), order=20))
account_menu.register(MenuEntry("sessions", _("Where I am signed in"), named("usersessions_list"), order=30))

demo_content.register(DemoContent("accounts", load_accounts, order=20))
