"""The sealed facts as a form: a new value is written where the old one stands, and the rest is left alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.privacy.forms import ScannedFormMixin
from plan_pages.correcting.correction.acting import Proposal, concerned, refusal_of
from plan_pages.correcting.correction.changing import Changes, FactChange, FactText, facts_of, text_of
from plan_pages.correcting.correction.wording import LONGEST, Wording
from plan_pages.correcting.living import mark_of
from plan_pages.correcting.overtaken import OvertakenError
from plan_pages.documents import EditionDocument, Fact
from plan_pages.editions.edition import Edition
from plan_pages.showing.standing import label_of

APPLY, LEAVE = "apply", "leave"


@dataclass(frozen=True)
class FactFields:
    """`is_open`: what is folded away needs a look. `sealed`: what the plan says, where something else is filled in."""

    name: str
    value: BoundField
    more: list[BoundField]
    is_open: bool
    sealed: str = ""


@dataclass(frozen=True)
class SectionFields:
    title: str
    facts: list[FactFields]


class CorrectionForm(ScannedFormMixin, forms.Form):
    """`base` is the edition whose words are shown, one of `editions`: those that people follow or will follow.
    `values`: by id of a fact, what is known to hold today and filled in."""

    scan_exempt = {"seen": "made by the program"}

    def __init__(
        self,
        data: Any,
        base: Edition,
        document: EditionDocument,
        editions: list[Edition],
        values: Mapping[str, str] | None = None,
    ) -> None:
        known = {f"{fact}-value": value for fact, value in (values or {}).items()}
        super().__init__(data, initial=known)
        self.base, self.document, self.editions = base, document, editions
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=mark_of(editions))
        for _section, fact in facts_of(document):
            self._add_fact(fact)
        self.fields["old_wording"] = forms.CharField(
            label=gettext_lazy("As it stands in the running text"),
            help_text=gettext_lazy(
                "Copy the number, the address or the name exactly. It is corrected wherever it stands, except in "
                "commitments."
            ),
            max_length=LONGEST,
            required=False,
        )
        self.fields["new_wording"] = forms.CharField(
            label=gettext_lazy("As it is to be"), max_length=LONGEST, required=False
        )
        for edition in self._others():
            self.fields[_choice(edition)] = forms.ChoiceField(
                label=_("If %(edition)s says the same")
                % {"edition": label_of(edition)[:1].lower() + label_of(edition)[1:]},
                choices=[(APPLY, _("correct it there too")), (LEAVE, _("leave it as it is there"))],
                widget=forms.RadioSelect,
                required=False,
            )
        self.fields["reason"] = forms.CharField(
            label=gettext_lazy("Why is it corrected?"),
            help_text=gettext_lazy("Everyone reads this beside the corrected edition."),
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=2000,
        )

    @property
    def sections(self) -> Iterator[SectionFields]:
        """Those that name facts, in the order of the text."""
        for section in self.document.sections:
            if section.facts:
                yield SectionFields(section.title, [self._fields_of(fact) for fact in section.facts])

    @property
    def choices(self) -> list[BoundField]:
        return [self[_choice(edition)] for edition in self._others()]

    def proposal(self) -> Proposal:
        """Of a form that is valid."""
        others = {edition.main: self.cleaned_data[_choice(edition)] for edition in self._others()}
        return Proposal(
            main=self.base.main,
            changes=self._changes(),
            reason=self.cleaned_data["reason"],
            seen=self.cleaned_data["seen"],
            applies={main: chosen == APPLY for main, chosen in others.items() if chosen},
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("seen") != mark_of(self.editions):
            # The fields are those of another text; what is wrong in them is not the point.
            self.errors.clear()
            self.add_error(None, OvertakenError())
        if self.errors:
            return data
        changes = self._changes()
        if not changes:
            self.add_error(
                None, _("Nothing is changed yet: write the new number, address or name in its field.")
            )
        elif bool(data["old_wording"]) != bool(data["new_wording"]):
            empty = "new_wording" if data["old_wording"] else "old_wording"
            self.add_error(empty, _("Give the wording as it stands and as it is to be, or neither."))
        elif changes.wording is not None and (sentence := refusal_of(self.document, changes.wording)):
            self.add_error("old_wording", sentence)
        else:
            self._ask_for_choices(changes)
        return data

    def _ask_for_choices(self, changes: Changes) -> None:
        for edition in concerned(self._others(), changes):
            if not self.cleaned_data[_choice(edition)]:
                self.add_error(
                    _choice(edition),
                    _("Edition %(number)s says the same: choose whether it is corrected too.")
                    % {"number": str(edition.number)},
                )

    def _changes(self) -> Changes:
        data = self.cleaned_data
        facts = []
        for section, fact in facts_of(self.document):
            after = FactText(*(data[_name(fact, field)] for field in FactText._fields))
            if after != text_of(fact):
                facts.append(FactChange(section.id, fact.id, text_of(fact), after))
        old, new = data["old_wording"], data["new_wording"]
        differs = bool(old or new) and old != new
        return Changes(tuple(facts), Wording(old, new) if differs else None)

    def _add_fact(self, fact: Fact) -> None:
        labels = {
            "label": (_("What it is"), 160),
            "value": (_("Number or address"), 250),
            "note": (_("Note"), 250),
        }
        for field, (label, longest) in labels.items():
            initial = getattr(fact, field)
            self.fields[_name(fact, field)] = forms.CharField(
                label=label,
                initial=initial,
                max_length=max(longest, len(initial)),
                required=field != "note",
                # What is compared is what was typed: a sealed value may end in a blank.
                strip=initial == initial.strip(),
            )

    def _fields_of(self, fact: Fact) -> FactFields:
        more = [self[_name(fact, "label")], self[_name(fact, "note")]]
        is_open = any(field.errors or field.value() != field.initial for field in more)
        value = self[_name(fact, "value")]
        sealed = fact.value if value.html_name in self.initial else ""
        return FactFields(fact.label, value, more, is_open, sealed)

    def _others(self) -> list[Edition]:
        return [edition for edition in self.editions if edition != self.base]


class DeclineForm(ScannedFormMixin, forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Why is it declined?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": gettext_lazy("Say why, so that whoever proposed it knows what to do.")},
    )


def _name(fact: Fact, field: str) -> str:
    return f"{fact.id}-{field}"


def _choice(edition: Edition) -> str:
    return f"edition-{edition.main}"
