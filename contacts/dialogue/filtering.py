"""What the list can be narrowed to. Nothing is offered that only hidden entries have."""

from typing import Any

from django import forms
from django.db.models import Count, Exists, Max, Min, OuterRef, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind
from contacts.dialogue.participant import DialogueParticipant
from contacts.organisations.organisation import Organisation


class DialogueFilter(forms.Form):
    """`entries` are those that the reader may see; organisations stand by name and without any number."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none(), required=False, empty_label=_("All")
    )
    ar = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    typ = forms.ChoiceField(label=_("Kind of matter"), required=False)

    def __init__(
        self, data: QueryDict, *, entries: QuerySet[DialogueEntryPage], by_kind: bool, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.entries = entries
        self.fields["organisation"].queryset = taking_part(entries)  # type: ignore[attr-defined]  # a ModelChoiceField
        # From the first of them to the last; a year between may be empty, whoever reads.
        found = entries.order_by().aggregate(number=Count("pk"), first=Min("date"), last=Max("date"))
        years = range(found["last"].year, found["first"].year - 1, -1) if found["last"] else ()
        self.number_of_all: int = found["number"]
        self.fields["ar"].choices = [("", _("All")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]  # a ChoiceField
        if by_kind:
            self.fields["typ"].choices = [("", _("All")), *MatterKind.choices]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["typ"]

    def count(self) -> int:
        """Of the narrowed entries; where nothing is asked for they are counted already."""
        asks = any(self.data.get(name) for name in self.fields)
        return self.narrowed().count() if asks else self.number_of_all

    def narrowed(self) -> QuerySet[DialogueEntryPage]:
        """What was chosen and cannot be is said beside the field; the rest still holds."""
        self.is_valid()
        chosen = self.cleaned_data
        entries = self.entries
        if organisation := chosen.get("organisation"):
            named = DialogueParticipant.objects.filter(organisation=organisation)
            entries = entries.filter(pk__in=named.values("page"))
        if year := chosen.get("ar"):
            entries = entries.filter(date__year=year)
        if kind := chosen.get("typ"):
            entries = entries.filter(kind=kind)
        return entries


def taking_part(entries: QuerySet[DialogueEntryPage]) -> QuerySet[Organisation]:
    """Those named by one of the entries. Of each it is asked whether there is one, not which: a few organisations take
    part in thousands of entries."""
    named = DialogueParticipant.objects.values("organisation")
    one = entries.order_by().filter(participants__organisation=OuterRef("pk"))
    return Organisation.objects.filter(Exists(one), pk__in=named).order_by("name", "pk")
