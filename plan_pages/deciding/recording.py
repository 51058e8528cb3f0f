"""Recording what the board decided: a form, a confirmation in plain words, and then it is recorded. Without scripts,
and without a session: the confirmation carries what was typed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from plan_pages.deciding.doors import for_a_matter
from plan_pages.deciding.minutes import keep_minutes
from plan_pages.deciding.names import name_of_matter
from plan_pages.deciding.record_page_form import RecordPageForm
from plan_pages.deciding.recorded_facts import last_of, rows_of
from plan_pages.deciding.restating import next_number, restated
from plan_pages.deciding.telling import told
from plan_pages.documents import EditionDocument
from plan_pages.importing import waiting_files
from plan_pages.road import recording
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.rules import may
from plan_pages.road.table import Action
from plan_pages.road.text import text_at_stake
from plan_pages.workflow import doors


@for_a_matter
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, matter: Matter) -> HttpResponse:
    if why_not := may(request.user, Action.RECORD, matter).why_not:
        return _barred(request, matter, why_not)
    try:
        document = text_at_stake(matter)
    except ValidationError as moved:
        return _barred(request, matter, " ".join(moved.messages))
    page = _RecordPage(request, matter, document)
    return page.answered() if request.method == "POST" else page.form_page(page.new_form())


def _barred(request: HttpRequest, matter: Matter, why_not: str) -> HttpResponse:
    """Who sent something reads on the matter's page why it was not taken; who looks reads it here."""
    if request.method == "POST":
        messages.error(request, why_not)
        return redirect("decisions:matter", matter.pk)
    context = {"matter": matter, "title": name_of_matter(matter), "barred": why_not}
    return TemplateResponse(request, "plan_pages/deciding/record.html", context)


class _RecordPage:
    def __init__(self, request: HttpRequest, matter: Matter, document: EditionDocument) -> None:
        self._request, self._matter, self._document = request, matter, document
        self._places = recording.places_to_decide(matter, document)
        self._number = next_number(matter.series)

    def answered(self) -> HttpResponse:
        step = self._request.POST.get("step", "")
        if step == "change":
            form = self._form(initial=self._request.POST.dict())
            form.find_minutes()
            return self.form_page(form)
        form = self._form(self._request.POST, self._request.FILES)
        valid = form.is_valid()
        form.keep_minutes_waiting()
        if not valid:
            return self.form_page(form, status=422)
        try:
            if step != "confirm":
                recording.examine(
                    self._matter, self._request.user, form.decision(), form.cleaned_data["seen"]
                )
                return self._confirmation(form)
            matter = self._record(form)
        except ValidationError as refusal:
            return self._refused(form, refusal)
        except PermissionDenied as barred:
            return _barred(self._request, self._matter, str(barred))
        if form.minutes is not None:
            waiting_files.forget(form.minutes)
        return self._done(matter, form.decision())

    def new_form(self) -> RecordPageForm:
        """The body that decided last is likely the one that decides now; a day is never guessed."""
        before = last_of(self._matter.series, self._places)
        registry_number = self._matter.registry_number
        return self._form(initial={**before, "registry_number": registry_number, "seen": self._matter.digest})

    def form_page(self, form: RecordPageForm, status: int = 200) -> HttpResponse:
        context = {**self._context(form), "earlier": rows_of(recording.standing(self._matter))}
        return TemplateResponse(self._request, "plan_pages/deciding/record.html", context, status=status)

    def _form(self, *args: Any, **kwargs: Any) -> RecordPageForm:
        return RecordPageForm(
            *args, user=self._request.user, places=self._places, number=self._number, **kwargs
        )

    def _confirmation(self, form: RecordPageForm) -> HttpResponse:
        decision = form.decision()
        context = {
            **self._context(form),
            "restated": restated(self._matter, self._document, decision),
            "rows": rows_of([decision], minutes=form.minutes.name if form.minutes else ""),
        }
        return TemplateResponse(self._request, "plan_pages/deciding/record_confirm.html", context)

    def _context(self, form: RecordPageForm) -> dict[str, Any]:
        return {
            "matter": self._matter,
            "title": name_of_matter(self._matter),
            "document": self._document,
            "form": form,
            "number": self._number,
            "minutes": form.minutes,
        }

    @transaction.atomic
    def _record(self, form: RecordPageForm) -> Matter:
        """The minutes become a document only if the decision is recorded."""
        document = keep_minutes(form.minutes, self._request.user) if form.minutes else None
        return doors.act(
            self._matter,
            self._request.user,
            "record",
            **form.fields_of_decision(),
            minutes_document=document,
            seen=form.cleaned_data["seen"],
        )

    def _refused(self, form: RecordPageForm, refusal: ValidationError) -> HttpResponse:
        """Nothing was recorded. Where it still can be, what was typed is there, beside the text as it stands now."""
        self._matter.refresh_from_db()
        if why_not := may(self._request.user, Action.RECORD, self._matter).why_not:
            return _barred(self._request, self._matter, f"{' '.join(refusal.messages)} {why_not}")
        form.refuse(refusal)
        form.show_text(self._matter.digest)
        return self.form_page(form, status=422)

    def _done(self, matter: Matter, recorded: RecordedDecision) -> HttpResponse:
        messages.success(self._request, told(matter, self._document, recorded))
        if matter.edition is not None:
            return redirect("plan:edition", matter.edition.number)
        if matter.stage == Stage.AMENDING:
            return redirect("decisions:amend", matter.pk)
        return redirect("decisions:matter", matter.pk)
