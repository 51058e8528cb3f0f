"""The form of the recorder's page: RecordForm with the minutes as a file, and what each outcome leads to."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from handslag.forms.carried import carry
from handslag.places.models import Municipality
from plan_pages.editions.kinds import Outcome
from plan_pages.importing import waiting_files
from plan_pages.importing.files import LARGEST
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.workflow.record_form import RecordForm

KINDS = ("pdf", "docx", "odt")
_OWN = ("seen", "minutes_token", "minutes_file")


class RecordPageForm(RecordForm):
    """`seen` is the digest of the text on the page. Files cannot be carried from step to step in a form, so a chosen
    one waits in the storage and `minutes_token` names it."""

    scan_exempt: ClassVar[dict[str, str]] = dict.fromkeys(("seen", "minutes_token"), "made by the program")

    seen = forms.CharField(
        label=_lazy("The page"),
        widget=forms.HiddenInput,
        error_messages={"required": _lazy("It was not sent as a whole; open it anew.")},
    )
    minutes_token = forms.CharField(widget=forms.HiddenInput, required=False)
    minutes_file = forms.FileField(
        label=_lazy("The minutes as a file"),
        required=False,
        help_text=_lazy(
            "PDF, Word (.docx) or OpenDocument (.odt), at most 20 MB. Read by those who work with the matter."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{kind}" for kind in KINDS)}),
        validators=[FileExtensionValidator(KINDS)],
        error_messages={"empty": _lazy("The file is empty; choose another.")},
    )

    class Meta(RecordForm.Meta):
        model = RecordedDecision
        fields: ClassVar[list[str]] = [name for name in RecordForm.Meta.fields if name != "minutes_document"]
        help_texts: ClassVar[dict[str, Any]] = {
            "body": _lazy("As the minutes name it."),
            "paragraph": _lazy(
                "For example 17. Other bodies than council, executive board and committees may lack one."
            ),
            "in_effect_from": _lazy("Needed where the text is adopted."),
            "reason": _lazy("Needed where the text is not adopted; those who work with the matter read it."),
            "minutes_verified_on": _lazy("Leave it empty if the minutes are not verified yet."),
        }

    def __init__(
        self, *args: Any, user: Any, places: Sequence[Municipality], number: int, **kwargs: Any
    ) -> None:
        """`places` have still to decide; `number` is what the edition would be called."""
        super().__init__(*args, **kwargs)
        self._user = user
        self.minutes: waiting_files.WaitingFile | None = None
        place: Any = self.fields["municipality"]
        place.queryset = Municipality.objects.filter(pk__in=[one.pk for one in places])
        if len(places) == 1:
            place.widget = forms.HiddenInput()
            place.initial = places[0].pk
        outcome: Any = self.fields["outcome"]
        outcome.choices = [(value, f"{label}. {_leads_to(value, number)}") for value, label in _outcomes()]

    def clean_minutes_file(self) -> UploadedFile | None:
        upload: UploadedFile | None = self.cleaned_data["minutes_file"]
        if upload and upload.size is not None and upload.size > LARGEST:
            raise ValidationError(_("The file is larger than 20 MB; choose a smaller one."))
        return upload or None

    def clean(self) -> dict[str, Any]:
        """A file that was chosen anew counts, and not the one before it."""
        data = super().clean()
        token = data.get("minutes_token")
        if token and not data.get("minutes_file"):
            try:
                self.minutes = waiting_files.read(token, self._user)
            except waiting_files.FileIsGoneError:
                self.add_error("minutes_file", _("The file is no longer here; choose it once more."))
        return data

    def find_minutes(self) -> None:
        """Those that wait since an earlier step, for a form that is only shown."""
        try:
            self.minutes = waiting_files.read(self["minutes_token"].value() or "", self._user)
        except waiting_files.FileIsGoneError:
            self.minutes = None

    def keep_minutes_waiting(self) -> None:
        """Whatever else is wrong: a file that was chosen and passed the scanner is not chosen twice."""
        upload = self.cleaned_data.get("minutes_file")
        if upload is not None:
            upload.seek(0)
            carry(self, "minutes_token", waiting_files.keep(upload.read(), upload.name or "", self._user))
            self.find_minutes()
        elif self.minutes is None:
            carry(self, "minutes_token", "")

    def show_text(self, digest: str) -> None:
        """The text that now stands on the page is another than when the form was sent."""
        carry(self, "seen", digest)

    def decision(self) -> RecordedDecision:
        """Unsaved, and without its minutes."""
        found: RecordedDecision = self.save(commit=False)
        return found

    def fields_of_decision(self) -> dict[str, Any]:
        """For the act, which reads them anew."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def refuse(self, refusal: ValidationError) -> None:
        """What the act says, on the field it is about where this page has it."""
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            here = "minutes_file" if name == "minutes_document" else name
            self.add_error(None if name == NON_FIELD_ERRORS or here not in self.fields else here, errors)

    @property
    def carried(self) -> list[Any]:
        """What the confirmation carries on, out of sight."""
        return [self[name] for name in (*self.Meta.fields, *_OWN) if name != "minutes_file"]

    @property
    def has_preparation(self) -> bool:
        """Whether something is filled in, or wrong, of what the page keeps folded up."""
        names = [name for name in self.Meta.fields if name.startswith("prepared_")]
        return any(self[name].value() or self[name].errors for name in names)


def _outcomes() -> list[tuple[str, str]]:
    return [(str(value), str(label).capitalize()) for value, label in Outcome.choices]


def _leads_to(outcome: str, number: int) -> str:
    return {
        Outcome.ADOPTED: _("The text becomes edition %(number)d, exactly as it was put forward."),
        Outcome.ADOPTED_WITH_CHANGES: _(
            "You enter the changes, another person compares them with the minutes, and that text becomes edition"
            " %(number)d."
        ),
        Outcome.REFERRED_BACK: _("The text goes back to the editors and can be changed again."),
        Outcome.TABLED: _("The text stays as it is and waits for the next meeting."),
        Outcome.REJECTED: _("The text becomes no edition for the municipality."),
    }[Outcome(outcome)] % {"number": number}
