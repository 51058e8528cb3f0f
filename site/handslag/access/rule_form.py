"""The form for a page's access rule."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.roles import roles

INHERIT = ""


class RoleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(roles.get(obj.name).title) if obj.name in roles else str(obj)


class AccessRuleForm(forms.Form):
    """Whoever opens a page to the world says so twice."""

    audience = forms.ChoiceField(
        label=_("Who may see the page and everything below it"), required=False, widget=forms.RadioSelect
    )
    roles = RoleField(
        label=_("Roles"), queryset=Group.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    opens_to_world = forms.BooleanField(
        label=_("Yes, everyone on the internet shall be able to read the page and the pages below it"),
        required=False,
    )

    def __init__(self, *args: Any, rule: AccessRule | None, is_fixed: bool, **kwargs: Any) -> None:
        self.rule, self.is_fixed = rule, is_fixed
        initial = {"audience": rule.audience if rule else INHERIT, "roles": rule.roles.all() if rule else []}
        super().__init__(*args, **{"initial": initial, **kwargs})
        choices = [(INHERIT, _("The same as the page above")), *Audience.choices]
        self.fields["audience"].choices = (  # type: ignore[attr-defined]  # a ChoiceField
            [(Audience.RESTRICTED, Audience.RESTRICTED.label)] if is_fixed else choices
        )
        self.fields["audience"].required = is_fixed
        self.fields["roles"].queryset = Group.objects.filter(  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
            name__in=[role.name for role in roles]
        ).order_by("name")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        audience = cleaned.get("audience")
        if audience == Audience.RESTRICTED and not cleaned.get("roles"):
            self.add_error("roles", _("Choose at least one role, otherwise nobody can see the page."))
        opened_now = audience == Audience.PUBLIC and (
            self.rule is None or self.rule.audience != Audience.PUBLIC
        )
        if opened_now and not cleaned.get("opens_to_world"):
            self.add_error(
                "opens_to_world",
                _(
                    "The page would be open to everyone without signing in. Tick the box if that is what you want."
                ),
            )
        return cleaned
