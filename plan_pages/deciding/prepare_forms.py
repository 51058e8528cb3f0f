"""Everything that is asked beside the text, as one form: reasons, matches, three questions, the law, the referral."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from handslag.privacy.forms import ScannedFormMixin
from plan_pages.deciding.changed import reason_prefix
from plan_pages.documents import Commitment
from plan_pages.road.changes import Changes, reasons_of
from plan_pages.road.matter import Matter
from plan_pages.road.missing import QUESTIONS
from plan_pages.road.preparation import Fate
from plan_pages.road.preparing import ANSWERS, Given, Match

_YES_NO = (("yes", _lazy("Yes")), ("no", _lazy("No")))
_AS_TEXT = {True: "yes", False: "no", None: ""}
_AS_BOOL = {"yes": True, "no": False, "": None}
_SHOWN = 120


def match_field(vanished: str, part: str) -> str:
    return f"lofte-{vanished}-{part}"


def yes_or_no(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=_YES_NO,
        widget=forms.RadioSelect,
        coerce=_as_bool,
        empty_value=None,
        help_text=help_text,
    )


def _as_bool(value: str) -> bool | None:
    return _AS_BOOL[value]


class PrepareForm(ScannedFormMixin, forms.Form):
    """Nothing is required to save: what is missing is said when the text is submitted.

    Each field sends along what stood in it when the page was opened, so that only what this person changed is written:
    what a colleague saved meanwhile stays.
    """

    registry_number = forms.CharField(
        label=_lazy("Registry number of the matter"), required=False, max_length=60
    )
    orders_mapping = yes_or_no(
        _lazy("Does anything in the text order the mapping of what people think or believe?"),
        _lazy("The Instrument of Government (2:3 and 2:6) does not allow it."),
    )
    singles_out = yes_or_no(_lazy("Does anything single out a group?"))
    describes_few = yes_or_no(_lazy("Does anything describe a person in a way that few would fit?"))
    answers_note = forms.CharField(
        label=_lazy("What was done about it"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_lazy("Only where one of the answers is yes."),
    )
    law_checked_by = forms.CharField(
        label=_lazy("Who checked the text against the law?"),
        required=False,
        max_length=160,
        help_text=_lazy("A function, for example the municipal lawyer."),
    )
    law_checked_on = forms.DateField(
        label=_lazy("On which day?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    asks_referral = yes_or_no(_lazy("Does the text go out on referral before the board decides?"))
    no_referral_reason = forms.CharField(
        label=_lazy("Why not?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_lazy("Only where it does not."),
    )

    def __init__(self, data: Any = None, *, matter: Matter, changes: Changes | None) -> None:
        self.vanished = changes.vanished() if changes is not None else []
        self.changed = changes.sections() if changes is not None else []
        super().__init__(data, initial=self._initial(matter))
        reasons = reasons_of(matter) if matter.pk else {}
        for section in self.changed:
            name = f"{reason_prefix(section.section)}-text"
            self.fields[name] = self._reason(section.title, reasons.get(section.section, ""))
        new = [(promise.id, Truncator(promise.text).chars(_SHOWN)) for promise in self._new(changes)]
        rows = {str(row.vanished): row for row in matter.matches.all()} if matter.pk else {}
        for promise in self.vanished:
            row = rows.get(promise.id)
            self.fields[match_field(promise.id, "fate")] = forms.ChoiceField(
                label=_("What became of “%(text)s”?") % {"text": Truncator(promise.text).chars(_SHOWN)},
                required=False,
                choices=[("", _("Choose")), *Fate.choices],
                initial=row.fate if row else "",
            )
            self.fields[match_field(promise.id, "successor")] = forms.ChoiceField(
                label=_("Which commitment in the new text?"),
                required=False,
                choices=[("", _("none")), *new],
                initial=str(row.successor) if row and row.successor else "",
            )
        for field in self.fields.values():
            field.show_hidden_initial = True

    def given(self) -> Given:
        """What the person changed and can be saved, also where something else on the page cannot."""
        changed = set(self.changed_data) & set(self.cleaned_data)
        return Given(
            reasons={
                section.section: self.cleaned_data[name]
                for section in self.changed
                if (name := f"{reason_prefix(section.section)}-text") in changed
            },
            matches={
                promise.id: self._match(promise.id)
                for promise in self.vanished
                if self._can_be_saved(promise, changed)
            },
            answers={name: self.cleaned_data[name] for name in ANSWERS if name in changed},
        )

    def reason_fields(self) -> dict[str, forms.BoundField]:
        return {one.section: self[f"{reason_prefix(one.section)}-text"] for one in self.changed}

    def match_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [
            (self[match_field(one.id, "fate")], self[match_field(one.id, "successor")])
            for one in self.vanished
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for promise in self.vanished:
            fate, successor = (data.get(match_field(promise.id, part)) for part in ("fate", "successor"))
            if fate in (Fate.SAME, Fate.REPLACED) and not successor:
                self.add_error(
                    match_field(promise.id, "successor"), _("Choose the commitment that it became.")
                )
        return data

    def _match(self, vanished: str) -> Match:
        fate = self.cleaned_data[match_field(vanished, "fate")]
        successor = self.cleaned_data[match_field(vanished, "successor")]
        return Match(fate, successor if fate in (Fate.SAME, Fate.REPLACED) else "")

    def _can_be_saved(self, promise: Commitment, changed: set[str]) -> bool:
        """The two answers belong together."""
        names = {match_field(promise.id, part) for part in ("fate", "successor")}
        return bool(names & changed) and names <= set(self.cleaned_data)

    @staticmethod
    def _initial(matter: Matter) -> dict[str, Any]:
        as_form: dict[str, Callable[[Any], Any]] = dict.fromkeys(
            (*QUESTIONS, "asks_referral"), _AS_TEXT.__getitem__
        )
        return {name: as_form.get(name, lambda value: value)(getattr(matter, name)) for name in ANSWERS}

    @staticmethod
    def _new(changes: Changes | None) -> list[Commitment]:
        return changes.new() if changes is not None else []

    @staticmethod
    def _reason(title: str, given: str) -> forms.CharField:
        return forms.CharField(
            label=_("Reason for the change in “%(section)s”") % {"section": title},
            required=False,
            initial=given,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
