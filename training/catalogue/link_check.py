"""What the last check of a link found, by address: publishing a course writes its materials anew (A7.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.privacy.registration import scanned


class Problem(models.TextChoices):
    """Why a link does not lead anywhere; said to those who keep the course."""

    NONE = "", _("works")
    STATUS = "status", _("the page answers with an error")
    SILENT = "silent", _("nobody answers")
    FORBIDDEN = "forbidden", _("the address is not on the open web")
    ASTRAY = "astray", _("the page sends on without end")


@scanned(exempt={"url": "an address"})
class LinkCheck(models.Model):
    """`failures`: times in a row; one may be chance. `working_since` and `broken_since`: of the last change."""

    url = models.URLField(_("link"), unique=True)
    checked_at = models.DateTimeField(_("checked at"))
    problem = models.CharField(_("problem"), max_length=12, choices=Problem, blank=True)
    status = models.PositiveSmallIntegerField(_("the server's answer"), null=True, blank=True)
    working_since = models.DateTimeField(_("works since"), null=True, blank=True)
    broken_since = models.DateTimeField(_("does not work since"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("check of a link")
        verbose_name_plural = _("checks of links")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(problem="", broken_since=None, failures=0, working_since__isnull=False)
                | (
                    ~models.Q(problem="")
                    & models.Q(broken_since__isnull=False, failures__gte=1, working_since=None)
                ),
                name="link_check_works_or_does_not",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_working(self) -> bool:
        return self.problem == Problem.NONE

    @property
    def is_out_of_reach(self) -> bool:
        """On the municipality's own network, where it may well work: it was not asked for."""
        return self.problem == Problem.FORBIDDEN
