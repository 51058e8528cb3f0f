"""The admin's forms for an account and an invitation."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.admin.fields import GroupField, UnitField, bundle_choices, bundles_in_words, role_choices
from accounts.invitations.granting import ALWAYS, Inviter, grantable_roles
from accounts.invitations.inviting import Invitee
from accounts.user import User
from handslag.access.roles import bundles
from handslag.places.models import Municipality
from handslag.privacy.forms import ScannedFormMixin


class PlacesMixin:
    """A unit belongs to its municipality; the municipality may be left out where the unit names it."""

    cleaned_data: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data  # type: ignore[misc]  # a mixin of forms
        unit, municipality = cleaned.get("unit"), cleaned.get("municipality")
        if unit is not None and municipality is None:
            cleaned["municipality"] = unit.municipality
        elif unit is not None and municipality is not None and unit.municipality_id != municipality.pk:
            self.add_error("unit", _("This unit belongs to another municipality; choose one of its own."))  # type: ignore[attr-defined]  # as above
        return cleaned


class AccountForm(ScannedFormMixin, PlacesMixin, forms.ModelForm):
    """No password: its owner sets it."""

    required_css_class = "required"
    unit = UnitField()
    groups = GroupField(Group.objects.all(), label=_("Roles"), required=False)

    class Meta:
        model = User
        fields = ["email", "name", "municipality", "unit", "is_active", "is_superuser", "groups"]

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["email"].help_text = _("The person signs in with this address, and reset links go to it.")
        self.fields["groups"].help_text = bundles_in_words()
        self.fields["is_superuser"].label = _("Administrator")
        self.fields["is_superuser"].help_text = _(
            "May do everything, restricted pages included; each such reading is logged."
        )
        if editing_self:
            # Somebody else must do it, so that a site never loses its last administrator by mistake.
            del self.fields["is_active"], self.fields["is_superuser"]

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class InvitationForm(ScannedFormMixin, PlacesMixin, forms.Form):
    """What may be chosen follows from who asks; the function that writes the invitation decides again."""

    required_css_class = "required"
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    municipality = forms.ModelChoiceField(Municipality.objects.all(), label=_("Municipality"), required=False)
    unit = UnitField()
    bundle = forms.ChoiceField(label=_("Ready-made set of roles"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody invited also becomes an employee, who reads the intranet."),
    )

    def __init__(self, *args: Any, inviter: Inviter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may_give = grantable_roles(inviter)
        self.fields["bundle"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", _("None, I choose roles below")),
            *bundle_choices({role.name for role in may_give}),
        ]
        self.fields["bundle"].help_text = bundles_in_words()
        self.fields["roles"].choices = role_choices([role for role in may_give if role.name != ALWAYS])  # type: ignore[attr-defined]  # as above

    def invitee(self) -> Invitee:
        data = self.cleaned_data
        chosen = set(data["roles"])
        if data["bundle"]:
            chosen |= set(bundles.get(data["bundle"]).roles)
        return Invitee(
            email=data["email"],
            name=data["name"],
            roles=frozenset(chosen),
            municipality=data["municipality"],
            unit=data["unit"],
        )
