"""What the list can be narrowed to. Nothing is offered that only hidden entries have."""

from typing import Any

from django import forms
from django.db.models import Max, Min, QuerySet
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
        named = DialogueParticipant.objects.filter(page__in=entries.order_by().values("pk"))
        self.fields["organisation"].queryset = Organisation.objects.filter(  # type: ignore[attr-defined]  # a ModelChoiceField
            pk__in=named.values("organisation")
        ).order_by("name", "pk")
        # From the first of them to the last; a year between may be empty, whoever reads.
        ends = entries.order_by().aggregate(first=Min("date"), last=Max("date"))
        years = range(ends["last"].year, ends["first"].year - 1, -1) if ends["last"] else ()
        self.fields["ar"].choices = [("", _("All")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]  # a ChoiceField
        if by_kind:
            self.fields["typ"].choices = [("", _("All")), *MatterKind.choices]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["typ"]

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
