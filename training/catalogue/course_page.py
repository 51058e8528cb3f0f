"""A course: what it teaches, whom it is for and with which method (A7.2, A7.3, B-3.1-B-3.4)."""

import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, Panel
from wagtail.fields import RichTextField

from contacts.organisations.organisation import Organisation
from handslag.pages.forms import RESERVED
from handslag.pages.models import HandslagPage
from training.catalogue import course_context
from training.catalogue.kinds import CourseKind, OrganiserLevel

# What stands beside the courses below the catalogue's page, and comes before them.
ADDRESSES_BESIDE = (
    "tillfalle", "kalender", "ordna", "mina", "avboka", "enhet", "intyg", "kompetens", "behov", "metoder",
    "erfarenheter", "import", "export",
)  # fmt: skip
# A chain of replacements longer than this is nobody's intention.
LONGEST_CHAIN = 20
# Ten years: whoever needs longer need not refresh.
MOST_MONTHS_VALID = 120

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class CoursePage(HandslagPage):
    """Occasions belong to the course in the site's first language; its translations show the same ones.

    `valid_months` None: what was learned does not need to be refreshed. A course that another one replaces is not
    offered any more and stays readable.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=CourseKind)
    organiser = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("organiser"),
    )
    organiser_level = models.CharField(
        _("level of the organiser"),
        max_length=16,
        choices=OrganiserLevel,
        default=OrganiserLevel.MUNICIPALITY,
    )
    summary = models.CharField(_("in one sentence"), max_length=250, blank=True)
    audience = models.CharField(_("whom it is for"), max_length=250, blank=True)
    prior_knowledge = models.CharField(_("what one needs to know before"), max_length=250, blank=True)
    aims = RichTextField(_("aims"), blank=True, features=TEXT_FEATURES)
    method = RichTextField(_("how it is taught"), blank=True, features=TEXT_FEATURES)
    valid_months = models.PositiveSmallIntegerField(
        _("to be refreshed after so many months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS_VALID)],
        help_text=_("Empty where it does not need to be refreshed."),
    )
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("replaced by"),
    )

    template = "training/catalogue/course_page.html"
    page_description = _("A course, a study visit or a conference; its occasions are added beside it.")
    parent_page_types: ClassVar[list[str]] = ["training.CatalogueIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(
            content=_(
                "Write what one can do after the course, not only what it is about. When and where it is given is "
                "added under Occasions, so that the course can be given many times."
            )
        ),
        *HandslagPage.content_panels,
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("organiser_level")]),
        FieldPanel("organiser"),
        FieldPanel("audience"),
        FieldPanel("prior_knowledge"),
        FieldPanel("aims"),
        FieldPanel("method"),
        InlinePanel("materials", heading=_("Materials"), label=_("material")),
        FieldPanel("valid_months"),
        FieldPanel("replaced_by"),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=CourseKind.values)
                & models.Q(organiser_level__in=OrganiserLevel.values),
                name="course_choices_are_known",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_months__gte=1, valid_months__lte=MOST_MONTHS_VALID),
                name="course_is_valid_for_so_many_months",
            ),
            models.CheckConstraint(
                condition=~models.Q(replaced_by=models.F("page_ptr")), name="course_does_not_replace_itself"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.slug in ADDRESSES_BESIDE:
            raise ValidationError({"slug": RESERVED % {"slug": self.slug}})
        if self._leads_back():
            raise ValidationError(
                {
                    "replaced_by": _(
                        "That course is itself replaced by this one; choose another or leave it empty."
                    )
                }
            )

    def _leads_back(self) -> bool:
        """Along the courses that replace each other, whichever language was chosen."""
        after = self.replaced_by
        keys: set[uuid.UUID] = set()
        while after is not None and len(keys) < LONGEST_CHAIN:
            if after.translation_key == self.translation_key or after.translation_key in keys:
                return True
            keys.add(after.translation_key)
            after = after.replaced_by
        return False

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **course_context.of(self, request)}
