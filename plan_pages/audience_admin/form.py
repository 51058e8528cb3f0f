"""The audience of a plan, all its editions included."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from handslag.access.audiences import Audience
from handslag.access.roles import roles
from handslag.access.rule_form import RoleField
from plan_pages.editions.series import EditionSeries


class AudienceForm(forms.ModelForm):
    """Whoever opens the plan to the world says so twice."""

    roles = RoleField(
        label=_("Roles"),
        queryset=Group.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    opens_to_world = forms.BooleanField(
        label=_("Yes, everyone on the internet shall be able to read the plan and all its editions"),
        required=False,
    )

    class Meta:
        model = EditionSeries
        fields = ["audience", "roles"]
        widgets = {"audience": forms.RadioSelect}
        labels = {"audience": _("Who reads the plan")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was = self.instance.audience
        self.fields["roles"].queryset = Group.objects.filter(  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
            name__in=[role.name for role in roles]
        ).order_by("name")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        audience = cleaned.get("audience")
        if audience == Audience.RESTRICTED and not cleaned.get("roles"):
            self.add_error("roles", _("Choose at least one role, otherwise nobody can read the plan."))
        if audience == Audience.PUBLIC != self.was and not cleaned.get("opens_to_world"):
            self.add_error(
                "opens_to_world",
                _(
                    "The plan would be open to everyone without signing in. Tick the box if that is what you want."
                ),
            )
        if audience != Audience.RESTRICTED:
            cleaned["roles"] = Group.objects.none()
        return cleaned
