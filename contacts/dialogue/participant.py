"""An organisation that took part: never who came from it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from contacts.organisations.organisation import Organisation


class DialogueParticipant(Orderable):
    """CASCADE and not PROTECT: a refusal to delete an organisation would tell that a hidden entry names it.
    Organisations are archived, not deleted."""

    page = ParentalKey("contacts.DialogueEntryPage", on_delete=models.CASCADE, related_name="participants")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", verbose_name=_("organisation")
    )

    wagtail_reference_index_ignore = True

    class Meta(Orderable.Meta):
        verbose_name = _("participating organisation")
        verbose_name_plural = _("participating organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "organisation"], name="dialogue_organisation_once_per_entry"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)
