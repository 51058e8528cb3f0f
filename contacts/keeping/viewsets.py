"""Organisations, functions and contact persons in the admin (A6.1)."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from contacts.functions.function import Function
from contacts.functions.person import ContactPerson
from contacts.keeping.function_select import FunctionSelect
from contacts.keeping.views import AddView, NamedFunctionView, SeenChangeView
from contacts.organisations.organisation import Organisation
from handslag.forms.seen_in_admin import SeenEditView, SeenModelForm

# A column without a label makes its heading from the field's name, in English whoever reads.
CHECKED_ON = DateColumn("checked_on", label=capfirst(_("particulars checked on")))
ARCHIVED_ON = DateColumn("archived_on", label=capfirst(_("archived on")))
ABOLISHED_ON = DateColumn("abolished_on", label=capfirst(_("abolished on")))


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    name = "contacts_organisations"
    url_prefix = "kontakter/organisationer"
    icon = "group"
    menu_label = _("Organisations")
    edit_view_class = SeenEditView
    copy_view_enabled = False
    list_display = ("name", "kind", "municipality", CHECKED_ON, ARCHIVED_ON)
    list_filter = ("kind", "municipality")
    search_fields = ("name", "former_names__name")
    search_backend_name = None
    ordering = ("name", "pk")
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            InlinePanel(
                "former_names",
                heading=_("Former names"),
                label=_("Former name"),
                help_text=_("Whoever looks for the old name finds the organisation."),
                panels=[FieldPanel("name"), FieldPanel("until")],
            ),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("municipality"), FieldPanel("parent")]),
            MultiFieldPanel(
                [FieldPanel("works_universal"), FieldPanel("works_selective"), FieldPanel("works_indicated")],
                heading=_("Levels of prevention"),
            ),
            FieldPanel("what_for"),
            MultiFieldPanel(
                [FieldPanel("email"), FieldPanel("phone"), FieldPanel("website"), FieldPanel("address")],
                heading=_("The organisation's own particulars"),
            ),
            FieldPanel("checked_on"),
            FieldPanel(
                "archived_on",
                help_text=_(
                    "An organisation is not deleted: with a day here it leaves the lists, and what "
                    "was written about it goes on naming it."
                ),
            ),
        ],
        base_form_class=SeenModelForm,
    )


class FunctionViewSet(ModelViewSet):
    model = Function
    name = "contacts_functions"
    url_prefix = "kontakter/funktioner"
    icon = "tag"
    menu_label = _("Functions")
    add_view_class = NamedFunctionView
    edit_view_class = SeenEditView
    copy_view_enabled = False
    list_display = ("name", "organisation", ABOLISHED_ON)
    search_fields = ("name", "organisation__name", "former_names__name")
    search_backend_name = None
    ordering = ("name", "pk")
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("organisation"),
            FieldPanel("tasks"),
            MultiFieldPanel(
                [FieldPanel("email"), FieldPanel("phone")],
                heading=_("The function's own particulars"),
                help_text=_("They stay when its holder leaves."),
            ),
            InlinePanel(
                "former_names",
                heading=_("Former names"),
                label=_("Former name"),
                help_text=_("The plan may still call the function so. A new name puts the old one here."),
                panels=[FieldPanel("name")],
            ),
            FieldPanel("abolished_on"),
        ],
        base_form_class=SeenModelForm,
    )


class PersonViewSet(ModelViewSet):
    """To delete a person leaves the functions vacant; nothing of the person stays."""

    model = ContactPerson
    name = "contacts_persons"
    url_prefix = "kontakter/personer"
    icon = "user"
    menu_label = _("Contact persons")
    add_view_class = AddView
    edit_view_class = SeenChangeView
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = ("name", Column("email", label=_("e-mail at work")), CHECKED_ON)
    search_fields = ("name",)
    search_backend_name = None
    ordering = ("name", "pk")
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel(
                "agreed_on",
                help_text=_(
                    "Only those who said yes are listed. Seen by people with an account, never publicly."
                ),
            ),
            FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
            InlinePanel(
                "holdings",
                heading=_("Holds these functions"),
                label=_("Function"),
                panels=[
                    FieldPanel("function", widget=FunctionSelect),
                    FieldRowPanel([FieldPanel("since"), FieldPanel("until"), FieldPanel("is_deputy")]),
                ],
            ),
            FieldPanel("checked_on"),
        ],
        base_form_class=SeenModelForm,
    )


class ContactsViewSets(ModelViewSetGroup):
    menu_label = _("Contacts")
    menu_icon = "group"
    menu_order = 150
    items = (OrganisationViewSet, FunctionViewSet, PersonViewSet)
