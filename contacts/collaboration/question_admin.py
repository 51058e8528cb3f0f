"""Keeping open questions in the admin."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from contacts.collaboration.question import OpenQuestion
from handslag.forms.seen_in_admin import SeenEditView, SeenModelForm


class OpenQuestionViewSet(ModelViewSet):
    model = OpenQuestion
    name = "contacts_questions"
    url_prefix = "open-questions"
    icon = "help"
    menu_label = _("Open questions")
    menu_order = 330
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display: ClassVar[list[str]] = ["question", "asked_of", "answered_on", "revisit_on", "closed_on"]
    edit_view_class = SeenEditView
    edit_handler = ObjectList(
        [
            FieldPanel("question"),
            FieldRowPanel([FieldPanel("asked_of"), FieldPanel("asked_on")]),
            FieldPanel("answer"),
            FieldPanel("answered_on"),
            FieldRowPanel([FieldPanel("is_provisional"), FieldPanel("revisit_on")]),
            FieldPanel("closed_on"),
        ],
        base_form_class=SeenModelForm,
    )


def viewset() -> OpenQuestionViewSet:
    return OpenQuestionViewSet()


def connect() -> None:
    hooks.register("register_admin_viewset", viewset)
