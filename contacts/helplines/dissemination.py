"""Where the municipality has spread the helplines (A6.3): where, when, how many sheets."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned


@scanned
class Dissemination(models.Model):
    """A place is a school, a library, an event; never a person."""

    place = models.CharField(
        _("where"), max_length=200, help_text=_("A school, a library, an event; never a person.")
    )
    day = models.DateField(_("when"), default=clock.today)
    sheets = models.PositiveIntegerField(
        _("number of sheets"),
        default=0,
        help_text=_("0 where it was done without paper, for example on a screen."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("entered by"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("dissemination of the helplines")
        verbose_name_plural = _("disseminations of the helplines")
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.place}, {self.day.isoformat()}"
