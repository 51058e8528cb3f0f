"""The frame of our own pages in the admin."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class AdminPage(WagtailAdminTemplateMixin):
    """Says in the header where one is, and the way back to the list."""

    def back(self) -> dict[str, Any]:
        raise NotImplementedError

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, self.back(), here]


class InvitationPage(AdminPage):
    def back(self) -> dict[str, Any]:
        return {"url": reverse("accounts_invitations:index"), "label": gettext("Invitations")}
