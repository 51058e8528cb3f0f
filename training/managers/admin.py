"""The coordinator says who answers for which unit."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from handslag.access.roles import Permissions
from handslag.places.models import Unit
from training.managers.manager import UnitManager
from training.managers.unit_field import UnitField

MAY = tuple(f"training.{verb}_unitmanager" for verb in ("add", "change", "delete"))


class UnitManagerForm(WagtailAdminModelForm):
    """People to choose: accounts that are open, and the one that stands there already."""

    unit = UnitField(
        label=_("Unit"),
        queryset=Unit.objects.select_related("municipality").order_by("municipality__name", "name"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: forms.ModelChoiceField[Any] = self.fields["person"]
        accounts = get_user_model()._default_manager.filter(Q(is_active=True) | Q(pk=self.instance.person_id))
        person.queryset = accounts.order_by(*_by_name(), "pk")


def _by_name() -> list[str]:
    """A host site's accounts may have no field for names."""
    model = get_user_model()
    names = {field.name for field in model._meta.get_fields()}
    return [name for name in ("name", model.USERNAME_FIELD) if name in names]


class UnitManagerList(generic.IndexView):
    any_permission_required = ["add", "change", "view"]

    @cached_property
    def columns(self) -> list[Column]:
        return [self._get_title_column("unit"), Column("person", label=_("Manager"))]

    def get_base_queryset(self) -> "QuerySet[UnitManager]":
        return UnitManager.objects.select_related("unit__municipality", "person")


class UnitManagerViewSet(ModelViewSet):
    model = UnitManager
    name = "training_managers"
    url_prefix = "utbildning/chefer"
    icon = "group"
    menu_label = _("Managers of units")
    menu_order = 321
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = UnitManagerList
    ordering = ("unit__name", "pk")
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "A manager sees the training of the unit and of the units below it, in numbers, and confirms "
                    "what its people have learned elsewhere. A unit may have several managers."
                )
            ),
            FieldPanel("unit", widget=forms.Select),
            FieldPanel("person", widget=forms.Select),
        ],
        base_form_class=UnitManagerForm,
    )


permissions = Permissions("unit managers", model_permissions={"coordinator": MAY}, order=42)


def viewset() -> UnitManagerViewSet:
    return UnitManagerViewSet()


def connect() -> None:
    hooks.register("register_admin_viewset", viewset)
