"""Municipalities and their units in the admin, for those whose role may change them (A1.1, A2.5)."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from handslag.places.models import Municipality, Unit


class MunicipalityViewSet(ModelViewSet):
    model = Municipality
    name = "handslag_municipalities"
    url_prefix = "kommuner"
    icon = "site"
    menu_label = _("Municipalities")
    copy_view_enabled = False
    list_display = ("name", "code")
    search_fields = ("name", "code")
    search_backend_name = None
    ordering = ("name", "pk")
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("code")])


class UnitViewSet(ModelViewSet):
    model = Unit
    name = "handslag_units"
    url_prefix = "verksamheter"
    icon = "group"
    menu_label = _("Units")
    copy_view_enabled = False
    list_display = ("name", "municipality", "parent")
    list_filter = ("municipality",)
    search_fields = ("name",)
    search_backend_name = None
    ordering = ("name", "pk")
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("municipality"), FieldPanel("parent")])


class PlaceViewSets(ModelViewSetGroup):
    menu_label = _("Municipalities and units")
    menu_icon = "site"
    menu_order = 605
    items = (MunicipalityViewSet, UnitViewSet)


def viewsets() -> PlaceViewSets:
    return PlaceViewSets()


def connect() -> None:
    hooks.register("register_admin_viewset", viewsets)
