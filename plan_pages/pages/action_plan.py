"""The local action plan against violent extremism."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel
from wagtail.fields import RichTextField, StreamField

from handslag.places.models import Municipality
from plan_pages.documents import EditionDocument, Place, Validity
from plan_pages.editions.kinds import SeriesKind
from plan_pages.pages.block_ids import with_unique_ids
from plan_pages.pages.blocks import SectionsBlock
from plan_pages.pages.building import (
    html_of,
    linked_documents,
    raw_sections,
    rich_texts,
    running_text,
    sections_of,
)
from plan_pages.pages.decided import DecidedPage
from plan_pages.pages.draft_notes import DraftNotesPanel
from plan_pages.pages.files import references
from plan_pages.pages.function_choice import FunctionListPanel, function_widget
from plan_pages.pages.unfinished import unfinished_in


class ActionPlanPage(DecidedPage):
    introduction = RichTextField(
        _("introduction"), blank=True, features=["bold", "italic", "ol", "ul", "link", "document-link"]
    )
    municipalities = ParentalManyToManyField(
        Municipality,
        blank=True,
        related_name="+",
        verbose_name=_("municipalities"),
        help_text=_("For whom the plan is; several where municipalities share it."),
    )
    plan_owner = models.CharField(
        _("plan owner"),
        max_length=160,
        blank=True,
        help_text=_("The body that keeps the plan up to date, for example the municipal executive board."),
    )
    responsible_function = models.CharField(
        _("responsible function"),
        max_length=160,
        blank=True,
        help_text=_("The function that answers for the plan; never a person's name."),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    sections = StreamField(SectionsBlock(), blank=True, verbose_name=_("sections"))

    series_kind = SeriesKind.ACTION_PLAN
    series_address = "handlingsplan"

    page_description = _("The local action plan: written here, decided by the board, read as editions.")
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(
            content=_(
                "This is the draft. Readers see the edition that was decided, and nothing you change here until the "
                "next decision is recorded. Write functions and never names of persons."
            )
        ),
        DraftNotesPanel(heading=_("Asked for")),
        FunctionListPanel(),
        # Not Wagtail's own panel, which fills in a slug: a workbench has no address that anybody reads.
        FieldPanel("title", classname="title", help_text=_("The title as it is to be decided.")),
        FieldPanel("introduction"),
        FieldPanel("sections"),
        MultiFieldPanel(
            [
                FieldPanel("municipalities"),
                FieldPanel("plan_owner"),
                FieldPanel("responsible_function", widget=function_widget()),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
            ],
            heading=_("About the plan"),
        ),
    ]
    # Dates of publishing and who may see the page mean nothing for a workbench.
    settings_panels: ClassVar[list[Panel]] = []
    promote_panels: ClassVar[list[Panel]] = []

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="action_plan_ends_after_it_begins",
                violation_error_message=_("The plan ends before it begins; check the two dates."),
            ),
        ]

    def give_ids(self) -> None:
        raw = self.sections.get_prep_value()
        unique = with_unique_ids(raw)
        if unique != raw:
            self.sections = self.sections.stream_block.to_python(unique)

    def unfinished(self) -> list[str]:
        return list(unfinished_in(self.sections.get_prep_value()))

    def to_document(self) -> EditionDocument:
        raw = self.sections.get_prep_value()
        return EditionDocument(
            kind="action_plan",
            language=self.locale.language_code,
            title=self.title,
            introduction=running_text(self.introduction),
            municipalities=tuple(
                Place(code=one.code, name=one.name)
                for one in sorted(self.municipalities.all(), key=lambda one: one.code)
            ),
            owner=self.plan_owner,
            responsible_function=self.responsible_function,
            valid=Validity(first=self.valid_from, last=self.valid_to),
            sections=sections_of(raw),
            files=references(linked_documents([self.introduction, *rich_texts(raw)])),
        )

    def fill_from(self, document: EditionDocument) -> None:
        self.title = document.title
        self.introduction = html_of(document.introduction)
        self.plan_owner = document.owner
        self.responsible_function = document.responsible_function
        self.valid_from, self.valid_to = document.valid.first, document.valid.last
        self.sections = self.sections.stream_block.to_python(raw_sections(document.sections))
        codes = [place.code for place in document.municipalities]
        self.municipalities = Municipality.objects.filter(code__in=codes)

    def reading_address(self) -> str:
        return reverse("plan:in_force")
