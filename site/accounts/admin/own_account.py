"""The admin's page for one's own settings, without the form for first and last name, which our accounts lack."""

from typing import Any

from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel


class OwnAccountView(AccountView):
    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, NameEmailSettingsPanel)]
