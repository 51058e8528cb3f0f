"""Invitations from a file: choose it, see what it would do, confirm."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from accounts.admin.fields import bundles_in_words
from accounts.admin.frame import InvitationPage
from accounts.invitation import Invitation
from accounts.invitations.granting import grantable_roles
from accounts.invitations.status import is_stuck
from accounts.people_file.importing import Plan, carry_out, plan
from accounts.people_file.reading import MAX_BYTES, FileRow, decode, read_file, read_text


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty."),
        },
    )

    def clean_file(self) -> UploadedFile:
        """Reads it: `rows` and `text` are what the next step needs."""
        upload: UploadedFile = self.cleaned_data["file"]
        content = upload.read(MAX_BYTES + 1)
        self.rows = read_file(content)
        self.text = decode(content)
        return upload


class TextForm(forms.Form):
    """The second step carries the file's text itself; nothing lies on the server between the steps."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=MAX_BYTES)

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        self.rows = read_text(text)
        return text


class ImportView(PermissionCheckedMixin, InvitationPage, TemplateView):
    model = Invitation
    permission_required = "add"
    template_name = "accounts/admin/invite_from_file.html"
    page_title = _("Invite from a file")
    header_icon = "upload"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", FileForm())
        roles = [role.title for role in grantable_roles(self.request.user)]
        return super().get_context_data(roles=roles, bundles=bundles_in_words(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "text" in request.POST:
            return self._carry_out(request)
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._render(form=form)
        return self._preview(form.rows, form.text)

    def _preview(self, rows: list[FileRow], text: str) -> HttpResponse:
        return self._render(plan=plan(self.request.user, rows), confirm=TextForm(initial={"text": text}))

    def _carry_out(self, request: HttpRequest) -> HttpResponse:
        """Everything is checked again: time has passed, and the text came from the browser."""
        form = TextForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(map(str, form.errors.get("text", []))))
            return redirect("accounts_invitations:file")
        try:
            written = carry_out(request.user, form.rows)
        except ValidationError:
            return self._preview(form.rows, form.cleaned_data["text"])
        self._tell(written)
        return redirect("accounts_invitations:index")

    def _tell(self, written: list[Invitation]) -> None:
        messages.success(
            self.request,
            ngettext("%(count)d person is invited.", "%(count)d persons are invited.", len(written))
            % {"count": len(written)},
        )
        unsent = [
            row for row in Invitation.objects.filter(pk__in=[row.pk for row in written]) if is_stuck(row)
        ]
        if unsent:
            messages.error(
                self.request,
                ngettext(
                    "%(count)d mail could not be sent; resend it later.",
                    "%(count)d mails could not be sent; resend them later.",
                    len(unsent),
                )
                % {"count": len(unsent)},
            )

    def _render(self, **context: Plan | forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**context))
