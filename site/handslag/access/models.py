"""Rules that narrow or open a subtree, and the log of restricted reading."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.access.audiences import Audience


class AccessRule(models.Model):
    """The audience of a page and everything below it.

    Rules add up: every rule on the way to the root must admit the reader, so a subtree can narrow and never widen.
    Without any rule a page is for everyone with an account. `public` opens a subtree to the world.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="access_rule", verbose_name=_("page")
    )
    audience = models.CharField(_("audience"), max_length=12, choices=Audience)
    roles = models.ManyToManyField(
        Group,
        blank=True,
        related_name="+",
        verbose_name=_("roles"),
        help_text=_("Who may see the page when the audience is “Only certain roles”."),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("access rule")
        verbose_name_plural = _("access rules")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(audience__in=Audience.values), name="access_rule_audience_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()} (#{self.page_id})"


class ReadLogEntry(models.Model):
    """Who read what restricted matter and when; an identifier only, never the content."""

    class Kind(models.TextChoices):
        PAGE = "page", _("page")
        DOCUMENT = "document", _("document")
        IMAGE = "image", _("image")
        GUIDANCE = "guidance", _("request for guidance")
        LIST = "list", _("list in the admin with pages below")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("reader"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    object_id = models.BigIntegerField(_("number"))
    read_at = models.DateTimeField(_("read at"), default=clock.now, db_index=True)
    break_glass = models.BooleanField(
        _("emergency access"), default=False, help_text=_("Read by a superuser without the role.")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reading of restricted matter")
        verbose_name_plural = _("readings of restricted matter")
        ordering = ["-read_at"]
        indexes = [models.Index(fields=["kind", "object_id"], name="read_log_object")]

    def __str__(self) -> str:
        return f"{self.kind} #{self.object_id}"
