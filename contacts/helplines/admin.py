"""Helplines in the admin: the list with what holds and what does not, editing, and verifying as an act of its own."""

from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry

from contacts.helplines.dissemination import Dissemination
from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.rules import Standing, standing
from contacts.helplines.verifying import VERIFIED, verify
from contacts.helplines.words.progress import target_locales, translations_cell
from handslag import clock
from handslag.forms.seen_in_admin import SeenEditView, SeenModelForm
from handslag.templatetags.handslag_dates import in_words

VERIFY = "contacts_helplines:verify"


class HelplineIndexView(generic.IndexView):
    any_permission_required = ["add", "change", "view"]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            self._get_title_column("name"),
            Column("number", label=_("Telephone number")),
            Column("standing", label=_("Status"), accessor=self._standing),
            Column("last_day", label=_("Shown until"), accessor=lambda row: in_words(row.last_day)),
            *self._translations(),
            Column("verify", label=_("Actions"), accessor=self._verify),
        ]

    def _translations(self) -> list[Column]:
        """Where the site is in one language there is nothing to say."""
        locales = target_locales() if apps.is_installed("wagtail_localize") else []
        if not locales:
            return []

        def cell(row: Helpline) -> str:
            return translations_cell(row, locales, self.request.user)

        return [Column("translations", label=_("Translations"), accessor=cell)]

    def get_base_queryset(self) -> "QuerySet[Helpline]":
        return Helpline.objects.prefetch_related("words")

    def _standing(self, row: Helpline) -> str:
        return str(standing(row, clock.today()).label)

    def _verify(self, row: Helpline) -> str:
        """A link to a page that asks: a list changes nothing."""
        ended = standing(row, clock.today()) == Standing.ENDED
        if ended or not self.user_has_permission_for_instance("change", row):
            return ""
        return format_html(
            '<a class="button button-small button-secondary" href="{}" aria-label="{}: {}">{}</a>',
            reverse(VERIFY, args=[row.pk]),
            gettext("Verify"),
            row.name,
            gettext("Verify"),
        )


class VerifyView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Says what is to be checked, tells to call, and asks once."""

    model = Helpline
    permission_required = "change"
    template_name = "contacts/helplines/admin_verify.html"
    page_title = _("Verify helpline")
    header_icon = "check"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        back = {"url": reverse("contacts_helplines:index"), "label": gettext("Helplines")}
        return [*self.breadcrumbs_items, back, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        helpline = get_object_or_404(Helpline, pk=kwargs["pk"])
        return super().get_context_data(helpline=helpline, seen=fingerprint(helpline), **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        get_object_or_404(Helpline, pk=pk)
        if not request.POST.get("called"):
            messages.error(request, gettext("Call the number first, and tick that you have done so."))
            return redirect(VERIFY, pk)
        try:
            helpline = verify(pk, request.user, request.POST.get("seen", ""))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect(VERIFY, pk)
        messages.success(
            request,
            gettext("%(name)s is verified and shown until %(day)s.")
            % {"name": helpline.name, "day": in_words(helpline.last_day)},
        )
        return redirect("contacts_helplines:index")


class HelplineViewSet(ModelViewSet):
    model = Helpline
    name = "contacts_helplines"
    url_prefix = "stodlinjer"
    icon = "mobile-alt"
    menu_label = _("Helplines")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = HelplineIndexView
    edit_view_class = SeenEditView
    search_fields = ["name", "number", "operator"]
    edit_handler = ObjectList(
        [
            HelpPanel(content=_("Changing anything but the place in the list takes away the verification.")),
            FieldPanel("name"),
            FieldPanel("number"),
            MultiFieldPanel([FieldPanel("operator"), FieldPanel("organisation")], heading=_("Who answers")),
            FieldPanel("audience"),
            FieldPanel("hours"),
            FieldPanel("languages"),
            FieldRowPanel([FieldPanel("anonymity"), FieldPanel("cost")]),
            FieldPanel("url"),
            FieldRowPanel([FieldPanel("sort_order"), FieldPanel("ended_on")]),
        ],
        base_form_class=SeenModelForm,
    )

    def get_urlpatterns(self) -> list[Any]:
        verifying = path("verify/<int:pk>/", self.construct_view(VerifyView), name="verify")
        return [*super().get_urlpatterns(), verifying]


class DisseminationCreateView(generic.CreateView):
    def save_instance(self) -> Dissemination:
        self.form.instance.entered_by = self.request.user
        saved: Dissemination = super().save_instance()
        return saved


class DisseminationViewSet(ModelViewSet):
    model = Dissemination
    name = "contacts_dissemination"
    url_prefix = "stodlinjer-spridning"
    icon = "doc-full"
    menu_label = _("Dissemination")
    add_to_reference_index = False
    copy_view_enabled = False
    add_view_class = DisseminationCreateView
    list_display = ["place", "day", "sheets", "note"]
    form_fields = ["place", "day", "sheets", "note"]


class HelplineGroup(ViewSetGroup):
    menu_label = _("Helplines")
    menu_icon = "mobile-alt"
    menu_order = 310
    items = (HelplineViewSet, DisseminationViewSet)


def name_actions(actions: LogActionRegistry) -> None:
    actions.register_action(VERIFIED, _("Verify"), _("Called the number and verified the helpline"))


def connect() -> None:
    hooks.register("register_admin_viewset", HelplineGroup)
    hooks.register("register_log_actions", name_actions)
