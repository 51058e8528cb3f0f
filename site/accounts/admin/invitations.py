"""Invitations in the admin: the list, a new one, again, withdrawn. Each rule is in accounts.invitations."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import Promise, cached_property
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from accounts.admin.forms import InvitationForm
from accounts.admin.frame import InvitationPage
from accounts.admin.import_view import ImportView
from accounts.invitation import Invitation
from accounts.invitations.granting import may_invite
from accounts.invitations.inviting import invite, resend, withdraw
from accounts.invitations.status import in_words, is_queued
from accounts.roles import titles_of


class InvitationIndexView(generic.IndexView):
    page_title = _("Invitations")
    search_fields = ["email", "name"]
    default_ordering = "-created_at"
    any_permission_required = ["add", "view"]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            Column("email", label=_("E-mail address"), sort_key="email"),
            Column("name", label=_("Name"), sort_key="name"),
            Column("roles", label=_("Roles"), accessor=lambda row: ", ".join(titles_of(row.roles.all()))),
            Column("unit", label=_("Unit")),
            Column("status", label=_("Status"), accessor=in_words),
            Column("invited_by", label=_("Invited by")),
            DateColumn("created_at", label=_("Invited"), sort_key="created_at"),
            Column("actions", label=_("Actions"), accessor=self._actions),
        ]

    def get_base_queryset(self) -> "QuerySet[Invitation]":
        return Invitation.objects.select_related("unit", "invited_by").prefetch_related("roles")

    def _actions(self, row: Invitation) -> str:
        """Links to pages that ask once: a list has no room for forms, and a link must not change anything."""
        if row.accepted_at is not None or not may_invite(self.request.user):
            return ""
        choices = ((gettext("Resend"), "resend"), (gettext("Withdraw"), "withdraw"))
        return format_html_join(
            " ",
            '<a class="button button-small button-secondary" href="{}" aria-label="{}: {}">{}</a>',
            (
                (reverse(f"accounts_invitations:{name}", args=[row.pk]), label, row.email, label)
                for label, name in choices
            ),
        )

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not may_invite(self.request.user):
            return []
        return [
            HeaderButton(gettext("Invite"), url=reverse("accounts_invitations:add"), icon_name="plus"),
            HeaderButton(
                gettext("Invite from a file"), url=reverse("accounts_invitations:file"), icon_name="upload"
            ),
        ]


class InviteView(PermissionCheckedMixin, InvitationPage, FormView):
    model = Invitation
    permission_required = "add"
    form_class = InvitationForm
    template_name = "accounts/admin/invite.html"
    page_title = _("Invite")
    header_icon = "mail"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "inviter": self.request.user}

    def form_valid(self, form: InvitationForm) -> HttpResponse:
        try:
            invitation = invite(self.request.user, form.invitee())
        except ValidationError as error:
            form.add_error(FIELDS.get(error.code or ""), error.messages)
            return self.form_invalid(form)
        tell(self.request, invitation)
        return redirect("accounts_invitations:index")


FIELDS = {"account": "email", "invited": "email", "role": "roles", "unit": "unit"}


class ConfirmView(PermissionCheckedMixin, InvitationPage, TemplateView):
    """Asks once before something is done to one invitation."""

    model = Invitation
    permission_required = "add"
    template_name = "accounts/admin/confirm_invitation.html"
    header_icon = "mail"
    question: str | Promise = ""
    button: str | Promise = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.invitation = get_object_or_404(Invitation, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            invitation=self.invitation, question=self.question, button=self.button, **kwargs
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            self.act()
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("accounts_invitations:index")

    def act(self) -> None:
        raise NotImplementedError


class ResendView(ConfirmView):
    page_title = _("Resend invitation")
    question = _("The person gets a new link, valid for 14 days. The old link stops working.")
    button = _("Resend")

    def act(self) -> None:
        resend(self.request.user, self.invitation)
        tell(self.request, self.invitation)


class WithdrawView(ConfirmView):
    page_title = _("Withdraw invitation")
    question = _("The link stops working, and the address is removed from the list.")
    button = _("Withdraw")

    def act(self) -> None:
        withdraw(self.request.user, self.invitation)
        messages.success(self.request, gettext("The invitation is withdrawn."))


def tell(request: HttpRequest, invitation: Invitation) -> None:
    """Whether the mail has gone; with a worker beside the site it goes a moment later."""
    invitation.refresh_from_db()
    if invitation.sent_at is not None:
        messages.success(
            request, gettext("The invitation to %(email)s is mailed.") % {"email": invitation.email}
        )
    elif is_queued():
        messages.success(
            request,
            gettext("The invitation to %(email)s will be mailed in a moment.") % {"email": invitation.email},
        )
    else:
        messages.error(
            request,
            gettext(
                "The invitation to %(email)s is written, but the mail could not be sent. Resend it later."
            )
            % {"email": invitation.email},
        )


class InvitationViewSet(ModelViewSet):
    model = Invitation
    name = "accounts_invitations"
    url_prefix = "invitations"
    icon = "mail"
    menu_label = _("Invitations")
    menu_order = 601
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["email"]
    index_view_class = InvitationIndexView

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.construct_view(InviteView), name="add"),
            path("file/", self.construct_view(ImportView), name="file"),
            path("resend/<int:pk>/", self.construct_view(ResendView), name="resend"),
            path("withdraw/<int:pk>/", self.construct_view(WithdrawView), name="withdraw"),
        ]
