"""Where the coordinator and the forum keep which functions answer; requests themselves are never in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from contacts.guidance.work_of_forum import ForumFunction
from handslag.access.roles import Permissions

_KEEP = tuple(f"contacts.{action}_forumfunction" for action in ("add", "change", "delete"))

permissions = Permissions("guidance", model_permissions={"coordinator": _KEEP, "forum": _KEEP}, order=30)


class ForumFunctionViewSet(ModelViewSet):
    model = ForumFunction
    name = "contacts_forum_functions"
    url_prefix = "consultation-forum"
    icon = "group"
    menu_label = _("The consultation forum")
    menu_order = 602
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["function", "knows_about", "order"]
    list_display = ["function", "knows_about", "order"]


def connect() -> None:
    hooks.register("register_admin_viewset", ForumFunctionViewSet)
