"""The forms of the two steps."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from handslag.places.models import Municipality
from handslag.privacy.forms import ScannedFormMixin
from handslag.privacy.messages import describe
from handslag.privacy.texts import Piece
from plan_pages.documents import Place
from plan_pages.documents.head import DecisionRecord
from plan_pages.editions.kinds import BodyType
from plan_pages.importing.files import LARGEST
from plan_pages.importing.plan import ImportedPlan
from plan_pages.importing.reader import read_plan_from
from plan_pages.importing.refusal import ImportRefusedError

DECISION_FIELDS = ("body_type", "body", "meeting_date", "paragraph", "registry_number", "in_effect_from")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
ACCEPT = ".docx,.odt,.pdf,.html,.htm,.txt"


class FileForm(forms.Form):
    """Reads the file while it is checked: `plan` is what was found in it, `content` the file."""

    plan: ImportedPlan
    content: bytes

    file = forms.FileField(
        label=_("The plan as a file"),
        help_text=_(
            "Word (.docx), OpenDocument (.odt), PDF with text, web page or plain text; at most 20 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty; choose another."),
        },
    )

    def clean_file(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["file"]
        content = upload.read(LARGEST + 1)
        self.plan = read_checked(content, upload.name or "")
        self.content = content
        return upload


def read_checked(content: bytes, name: str) -> ImportedPlan:
    """Raises ValidationError with the sentence for the person: unreadable, or it holds an identity number."""
    try:
        plan = read_plan_from(content, name)
    except ImportRefusedError as refusal:
        raise forms.ValidationError(str(refusal)) from refusal
    texts = [Piece(name), Piece(plan.title)]
    texts += [Piece(f"{section.heading}\n{section.text}", section.place) for section in plan.sections]
    if message := describe(texts):
        raise forms.ValidationError(message)
    return plan


class SaveForm(ScannedFormMixin, forms.Form):
    """What the import becomes. Fields that do not apply here are left out."""

    scan_exempt = {"token": "made by the program"}

    token = forms.CharField(widget=forms.HiddenInput)
    decided = forms.TypedChoiceField(
        label=_("Is this text decided?"),
        choices=[
            ("yes", _("Yes: register it as decided, after a second person has compared it with the file")),
            ("no", _("No: it becomes a draft")),
        ],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        initial="yes",
    )
    replace_draft = forms.BooleanField(
        label=_("The import may take the place of the draft that is there; its versions stay in the history"),
        required=False,
    )

    def __init__(self, *args: Any, may_register: bool, has_draft: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_draft:
            del self.fields["replace_draft"]
        if not may_register:
            del self.fields["decided"]

    @property
    def is_decided(self) -> bool:
        return bool(self.cleaned_data.get("decided", False))


class PlaceForm(ScannedFormMixin, forms.Form):
    """One municipality and its decision. What is not known stays empty: an empty field is a gap that everyone sees,
    and never a guess (domain.md §0.3)."""

    municipality = forms.ModelChoiceField(Municipality.objects.all(), widget=forms.HiddenInput)
    included = forms.BooleanField(label=_("The plan is for this municipality"), required=False)
    body_type = forms.ChoiceField(label=_("Kind of body"), choices=BodyType.choices)
    body = forms.CharField(label=_("Body as the document names it"), max_length=160, required=False)
    meeting_date = forms.DateField(label=_("Day of the meeting"), required=False, widget=DAY)
    paragraph = forms.CharField(label=_("Paragraph (§)"), max_length=20, required=False)
    registry_number = forms.CharField(label=_("Registry number"), max_length=60, required=False)
    in_effect_from = forms.DateField(
        label=_("In force since"),
        required=False,
        widget=DAY,
        help_text=_("Where it is not known, the day of the meeting counts."),
    )

    def __init__(self, *args: Any, may_register: bool, **kwargs: Any) -> None:
        """Where nothing can be registered, there is no decision to fill in."""
        super().__init__(*args, **kwargs)
        if not may_register:
            for name in DECISION_FIELDS:
                del self.fields[name]

    @property
    def place_name(self) -> str:
        """Of the municipality, whether the form is new or was sent."""
        value = self["municipality"].value()
        found = value if isinstance(value, Municipality) else Municipality.objects.filter(pk=value).first()
        return str(found or "")

    def record(self) -> DecisionRecord:
        data = self.cleaned_data
        place = Place(code=data["municipality"].code, name=data["municipality"].name)
        return DecisionRecord(municipality=place, **{name: data[name] for name in DECISION_FIELDS})


class BasePlaceFormSet(forms.BaseFormSet):
    """A plan may be shared: each municipality decides for itself (A1.1), so each has a form."""

    def clean(self) -> None:
        if not any(self.errors) and not self.included:
            raise forms.ValidationError(_("Choose at least one municipality."))

    @property
    def included(self) -> list[PlaceForm]:
        return [form for form in self.forms if form.cleaned_data.get("included")]

    @property
    def municipalities(self) -> list[Municipality]:
        return [form.cleaned_data["municipality"] for form in self.included]

    @property
    def records(self) -> list[DecisionRecord]:
        return [form.record() for form in self.included]


PlaceFormSet: type[BasePlaceFormSet] = forms.formset_factory(  # type: ignore[assignment]  # its stub forgets `formset`
    PlaceForm, formset=BasePlaceFormSet, extra=0
)
