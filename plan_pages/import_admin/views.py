"""The admin's page for importing a plan: two steps, and nothing of the plan is saved before the second."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from handslag.places.models import Municipality
from plan_pages.import_admin.forms import BasePlaceFormSet, FileForm, PlaceFormSet, SaveForm, read_checked
from plan_pages.import_admin.found import commitments_in, decision_in, facts_in
from plan_pages.import_admin.permission import may_import
from plan_pages.importing import waiting_files
from plan_pages.importing.document import to_document
from plan_pages.importing.plan import ImportedPlan
from plan_pages.importing.saving import ImportOrder, Saved, may_be_registered, plan_page, save_import
from plan_pages.showing.document import rendered


class ImportView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "plan_pages/import_admin/import.html"
    page_title = gettext_lazy("Import a plan from a file")
    header_icon = "upload"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", FileForm())
        return dict(super().get_context_data(**kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._save(request) if "token" in request.POST else self._preview(request)

    def _preview(self, request: HttpRequest) -> HttpResponse:
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._render(form=form)
        name = form.cleaned_data["file"].name
        token = waiting_files.keep(form.content, name, request.user)
        places = self._place_forms(initial=_places(request.user, form.plan))
        return self._show(form.plan, name, self._form(initial={"token": token}), places)

    def _save(self, request: HttpRequest) -> HttpResponse:
        """The file is read and checked again: what was shown is not taken from the browser."""
        try:
            file = waiting_files.read(request.POST["token"], request.user)
            plan = read_checked(file.content, file.name)
        except waiting_files.FileIsGoneError:
            messages.error(request, _("The file is no longer here; choose it once more. Nothing was saved."))
            return redirect("plan_import")
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect("plan_import")
        form, places = self._form(request.POST), self._place_forms(request.POST)
        if form.is_valid() and places.is_valid():
            try:
                saved = save_import(self._order(form, places, plan, file))
            except ValidationError as refusal:
                for sentence in refusal.messages:
                    form.add_error(None, sentence)
            else:
                waiting_files.forget(file)
                return self._done(saved)
        return self._show(plan, file.name, form, places)

    def _form(self, *args: Any, **kwargs: Any) -> SaveForm:
        return SaveForm(*args, may_register=may_be_registered(), has_draft=plan_page() is not None, **kwargs)

    def _place_forms(self, data: Any = None, *, initial: Any = None) -> BasePlaceFormSet:
        return PlaceFormSet(data, initial=initial, form_kwargs={"may_register": may_be_registered()})

    def _order(
        self, form: SaveForm, places: BasePlaceFormSet, plan: ImportedPlan, file: waiting_files.WaitingFile
    ) -> ImportOrder:
        return ImportOrder(
            document=to_document(plan),
            municipalities=places.municipalities,
            content=file.content,
            name=file.name,
            decisions=places.records if form.is_decided else None,
            replace_draft=form.cleaned_data.get("replace_draft", False),
            user=self.request.user,
        )

    def _done(self, saved: Saved) -> HttpResponse:
        if saved.registration is None:
            messages.success(self.request, _("The plan is imported as a draft; nobody but editors sees it."))
            return redirect("wagtailadmin_pages:edit", saved.page.pk)
        messages.success(
            self.request,
            _(
                "The plan is imported. A second person now compares it with the file; it waits on their start page."
            ),
        )
        return redirect("plan:registration", saved.registration.pk)

    def _show(self, plan: ImportedPlan, name: str, form: SaveForm, places: BasePlaceFormSet) -> HttpResponse:
        document = to_document(plan)
        return self._render(
            plan=plan,
            file_name=name,
            save_form=form,
            may_register=may_be_registered(),
            places=places,
            document=document,
            commitments=commitments_in(document),
            facts=facts_in(document),
            body=rendered(document),
        )

    def _render(self, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**context))


def _places(user: Any, plan: ImportedPlan) -> list[dict[str, Any]]:
    """One form per municipality; chosen is the only one there is, else the person's own."""
    everyone = list(Municipality.objects.all())
    own = everyone[0] if len(everyone) == 1 else getattr(user, "municipality", None)
    return [{"municipality": one, "included": one == own, **decision_in(plan)} for one in everyone]
