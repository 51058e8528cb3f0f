"""Keeping occasions in the admin; announcing and cancelling are acts of their own (`organise_views`)."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from contacts.keeping.function_select import FunctionSelect
from contacts.keeping.views import AddView, ChangeView
from handslag.access.roles import Permissions
from handslag.access.visibility import visible_to
from handslag.privacy.forms import ScannedFormMixin
from training.catalogue.course_page import CoursePage
from training.catalogue.languages import first_language
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rules import ORGANISERS, organised_occasions
from training.occasions.saving import keep, typed_print

MAY = tuple(f"training.{verb}_occasion" for verb in ("add", "change", "delete"))


class OccasionForm(ScannedFormMixin, WagtailAdminModelForm):
    scan_exempt: ClassVar[dict[str, str]] = {
        "link": "an address",
        "language": "a code",
        "seen": "made by the program",
    }

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.initial["seen"] = typed_print(self.instance)
        courses = CoursePage.objects.filter(locale__language_code=first_language()).order_by("title", "pk")
        course: forms.ModelChoiceField[CoursePage] = self.fields["course"]
        course.queryset = visible_to(courses, self.for_user)

    def save(self, commit: bool = True) -> Occasion:
        """By the rules of `saving`, whichever view saves. Raises ValidationError."""
        occasion: Occasion = super().save(commit=False)
        if commit:
            keep(occasion, self.cleaned_data["seen"])
        return occasion


class OnlyDraftsAreDeleted(ModelPermissionPolicy):
    """What was announced is cancelled, so that everybody hears of it; superusers included."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Occasion) -> bool:
        if action == "delete" and instance.state != OccasionState.DRAFT:
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))


class _OfSeenCourses:
    """An occasion of a course that the person may not see is not there."""

    def get_object(self, *args: Any, **kwargs: Any) -> Occasion:
        found: Occasion = super().get_object(*args, **kwargs)  # type: ignore[misc]  # a mixin for object views
        if not organised_occasions(self.request.user).filter(pk=found.pk).exists():  # type: ignore[attr-defined]  # as above
            raise Http404
        return found


class OccasionList(generic.IndexView):
    any_permission_required = ["add", "change", "view"]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            self._get_title_column("course"),
            DateColumn("starts_at", label=_("Begins")),
            Column("place", label=_("Place")),
            Column("state", label=_("State"), accessor=lambda row: row.get_state_display()),
            Column("taken", label=_("Places"), accessor=lambda row: f"{row.taken}/{row.capacity}"),
        ]

    def get_base_queryset(self) -> "QuerySet[Occasion]":
        return organised_occasions(self.request.user).select_related("course")


class OccasionChange(_OfSeenCourses, ChangeView):
    pass


class OccasionDelete(_OfSeenCourses, generic.DeleteView):
    """The view asks what the person may do with occasions at all; this one is asked here."""

    def get_object(self, *args: Any, **kwargs: Any) -> Occasion:
        found = super().get_object(*args, **kwargs)
        if not self.permission_policy.user_has_permission_for_instance(self.request.user, "delete", found):
            raise PermissionDenied
        return found


class OccasionHistory(_OfSeenCourses, generic.HistoryView):
    pass


class OccasionUsage(_OfSeenCourses, generic.UsageView):
    pass


class OccasionViewSet(ModelViewSet):
    model = Occasion
    name = "training_occasions"
    url_prefix = "utbildning/tillfallen"
    icon = "date"
    menu_label = _("Occasions")
    menu_order = 320
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = OccasionList
    add_view_class = AddView
    edit_view_class = OccasionChange
    delete_view_class = OccasionDelete
    history_view_class = OccasionHistory
    usage_view_class = OccasionUsage
    list_filter = ("state",)
    search_fields = ("course__title", "place")
    search_backend_name = None
    ordering = ("-starts_at", "-pk")
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "Save first; nobody else sees a draft. Then announce it under Organise training. Whoever is "
                    "registered is told when days, place or link change."
                )
            ),
            FieldPanel("course", widget=forms.Select),
            InlinePanel(
                "days",
                heading=_("Days"),
                label=_("Day"),
                help_text=_("In local time. Several days make one occasion that people register to once."),
                panels=[FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])],
            ),
            MultiFieldPanel([FieldPanel("place"), FieldPanel("link")], heading=_("Where")),
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("language")]),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("deadline")]),
            FieldPanel("contact_function", widget=FunctionSelect),
        ],
        base_form_class=OccasionForm,
    )


permissions = Permissions("training occasions", model_permissions=dict.fromkeys(ORGANISERS, MAY), order=41)


def viewset() -> OccasionViewSet:
    return OccasionViewSet()


def connect() -> None:
    register_permission_policy(Occasion, OnlyDraftsAreDeleted(Occasion), exact_class=True)
    hooks.register("register_admin_viewset", viewset)
