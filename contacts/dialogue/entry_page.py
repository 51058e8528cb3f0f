"""An entry: when, which organisations, what kind of matter, what was agreed and who follows it up (B-1.4, B-1.5).

No field here is about a person, about what somebody believes or thinks, or about a place (domain.md, harms 1 to 3); a
test holds the list of fields.
"""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, Panel, TitleFieldPanel
from wagtail.models import Revision

from contacts.bodies.meeting import MeetingPage
from contacts.dialogue.entries import EntryManager
from contacts.dialogue.kinds import MatterKind, theme_names
from contacts.dialogue.meeting_link import MeetingPanel, with_meetings
from contacts.dialogue.testers import DialogueTester
from contacts.dialogue.themes import DialogueEntryForm, ThemesPanel
from contacts.dialogue.wordings import WordingsPanel
from contacts.functions.function import Function
from handslag import clock
from handslag.access.testers import HousePermissionTester
from handslag.pages.models import HandslagPage
from handslag.privacy.registration import scanned

NEVER = _(
    "Write about organisations and agreements. Never write a person's name, what somebody believes or thinks, or who "
    "attended. Where only a few people fit a description, leaving out the name is not enough: describe the situation "
    "in general words or leave it out. No place smaller than a district."
)


@scanned(exempt={"themes": "chosen from a list of ours"})
class DialogueEntryPage(HandslagPage):
    """Exposure matters are closed to all but their role (`closing`); a follow-up has a function, never a person."""

    date = models.DateField(_("date"), default=clock.today)
    kind = models.CharField(
        _("kind of matter"),
        max_length=24,
        choices=MatterKind,
        help_text=_(
            "Exposure: only the role Dialogue sees the entry, from the moment it is saved, and it stays so even if the "
            "kind is changed afterwards. Write an open entry of its own about the rest of the meeting."
        ),
    )
    meeting = models.ForeignKey(
        MeetingPage,
        null=True,
        blank=True,
        # A refusal to delete the meeting, or a warning before it, would tell that a hidden entry hangs on it.
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("meeting at which it came up"),
        help_text=_(
            "The meeting is an open record and counts. Its page names this entry to those who may see the entry, and "
            "to nobody else."
        ),
    )
    themes = models.JSONField(_("themes"), default=list, blank=True)
    agreed = models.TextField(
        _("what was agreed"),
        blank=True,
        help_text=_("In general words; names nobody and fits no few persons."),
    )
    follow_up = models.TextField(_("what is to be followed up"), blank=True)
    follow_up_owner = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("function that follows it up"),
    )
    follow_up_due = models.DateField(_("to be followed up by"), null=True, blank=True)
    done_on = models.DateField(_("followed up on"), null=True, blank=True)

    objects = EntryManager()

    wagtail_reference_index_ignore = True
    base_form_class = DialogueEntryForm
    template = "contacts/dialogue/entry_page.html"
    page_description = _(
        "One conversation: date, organisations, kind of matter, what was agreed. Never persons."
    )
    parent_page_types: ClassVar[list[str]] = ["contacts.DialogueLogPage"]
    subpage_types: ClassVar[list[str]] = []
    permission_tester: ClassVar[type[HousePermissionTester]] = DialogueTester
    content_panels: ClassVar[list[Panel]] = [
        HelpPanel(content=NEVER),
        WordingsPanel(),
        TitleFieldPanel(
            "title", help_text=_("What it was about in a few general words; it is part of the address.")
        ),
        FieldPanel("date"),
        FieldPanel("kind", required_on_save=True),
        InlinePanel(
            "participants", label=_("Organisation"), heading=_("Participating organisations"), min_num=1
        ),
        MeetingPanel("meeting"),
        ThemesPanel("themes"),
        FieldPanel("agreed"),
        MultiFieldPanel(
            [
                FieldPanel("follow_up"),
                FieldPanel("follow_up_owner"),
                FieldPanel("follow_up_due"),
                FieldPanel("done_on"),
            ],
            heading=_("Follow-up"),
        ),
    ]

    class Meta:
        verbose_name = _("entry in the dialogue log")
        verbose_name_plural = _("entries in the dialogue log")
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="dialogue_latest_first")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=MatterKind.values), name="dialogue_kind_is_known"
            )
        ]

    @classmethod
    def is_always_restricted(cls, pk: int) -> bool:
        """Also where only a draft or an earlier version says exposure: its words stay in the page's versions."""
        return (
            cls.objects.filter(pk=pk, kind=MatterKind.EXPOSURE).exists()
            or Revision.page_revisions.filter(object_id=str(pk), content__kind=MatterKind.EXPOSURE).exists()
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        with_meetings([self], request.user)
        return super().get_context(request, *args, **kwargs)

    @property
    def organisation_names(self) -> list[str]:
        """By name, so that the order says nothing."""
        return sorted({str(row.organisation) for row in self.participants.all()})

    @property
    def theme_names(self) -> list[str]:
        return theme_names(self.themes)
