"""Wagtail's list and form of users, for our accounts."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.users.views import users

from accounts.activity import deactivate, may_deactivate
from accounts.admin.forms import AccountForm
from accounts.admin.frame import AdminPage
from accounts.invitations.granting import may_invite
from accounts.roles import titles_of
from accounts.user import User


class AccountIndexView(users.IndexView):
    """Without bulk actions: whoever gives roles or shuts out looks at one person at a time."""

    template_name = "wagtailadmin/generic/index.html"
    results_template_name = "wagtailadmin/generic/index_results.html"
    page_title = _("Accounts")
    search_fields = ["name", "email"]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            self._get_title_column_class(TitleColumn)(
                "name", label=_("Name"), accessor="get_full_name", sort_key="name", get_url=self.get_edit_url
            ),
            Column("email", label=_("E-mail address"), sort_key="email"),
            Column("roles", label=_("Roles"), accessor=_roles),
            Column("unit", label=_("Unit")),
            BooleanColumn("has_totp", label=_("Two steps")),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last signed in"), sort_key="last_login"),
        ]

    def order_queryset(self, queryset: "QuerySet[User]") -> "QuerySet[User]":
        if self.ordering in ("name", "-name"):
            return queryset.order_by(self.ordering, "email")
        return super().order_queryset(queryset)

    def get_base_queryset(self) -> "QuerySet[User]":
        app = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
        rows = super().get_base_queryset().select_related("unit").prefetch_related("groups")
        return rows.annotate(has_totp=Exists(app))

    def get_list_more_buttons(self, instance: User) -> list[Any]:
        buttons = list(super().get_list_more_buttons(instance))
        if may_deactivate(self.request.user, instance):
            url = reverse("wagtailusers_users:deactivate", args=[instance.pk])
            buttons.append(MenuItem(gettext("Deactivate"), url=url, icon_name="no-view", priority=40))
        return buttons

    def get_list_buttons(self, instance: User) -> list[Any]:
        """Without a menu where there is nothing to choose."""
        return super().get_list_buttons(instance) if self.get_list_more_buttons(instance) else []

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not may_invite(self.request.user):
            return []
        return [HeaderButton(gettext("Invite"), url=reverse("accounts_invitations:add"), icon_name="plus")]


def _roles(user: User) -> str:
    names = titles_of(user.groups.all())
    return ", ".join([gettext("Administrator"), *names] if user.is_superuser else names)


class AccountEditView(users.EditView):
    page_title = _("Account")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.can_delete = False


class DeactivateView(AdminPage, TemplateView):
    """Asks once; the rule is in `deactivate`."""

    template_name = "accounts/admin/deactivate.html"
    page_title = _("Deactivate account")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.person = get_object_or_404(User, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def back(self) -> dict[str, Any]:
        return {"url": reverse("wagtailusers_users:index"), "label": gettext("Accounts")}

    def get_page_subtitle(self) -> str:
        return self.person.get_full_name()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        allowed = may_deactivate(self.request.user, self.person)
        return super().get_context_data(person=self.person, allowed=allowed, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        deactivate(request.user, self.person)
        messages.success(
            request, gettext("%(name)s is deactivated and signed out everywhere.") % {"name": self.person}
        )
        return redirect("wagtailusers_users:index")


class AccountViewSet(users.UserViewSet):
    index_view_class = AccountIndexView
    edit_view_class = AccountEditView
    copy_view_enabled = False
    menu_label = _("Accounts")
    template_prefix = ""

    def get_form_class(self, for_update: bool = False) -> type[AccountForm]:
        return AccountForm

    def get_urlpatterns(self) -> list[Any]:
        deactivate_view = self.construct_view(DeactivateView)
        return [*super().get_urlpatterns(), path("deactivate/<int:pk>/", deactivate_view, name="deactivate")]
