"""A helpline (A6.2): one record; who verified it and when decides whether the public sees it."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.helplines import expiry
from contacts.helplines.numbers import dialled, validate_number
from contacts.helplines.particulars import particulars_in_database, particulars_of
from contacts.organisations.organisation import Organisation
from handslag.privacy.registration import scanned

VERIFICATION = ("verified_by", "verified_on", "verified_as")


class HelplineQuerySet(models.QuerySet["Helpline"]):
    def going_on(self, day: datetime.date) -> "HelplineQuerySet":
        """Those that have not ended."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day))

    def verified(self, day: datetime.date) -> "HelplineQuerySet":
        """What the public may see that day: the same rule as `rules.is_shown_to_public`, for the database."""
        return self.going_on(day).filter(
            verified_on__lte=day,
            verified_on__gte=day - expiry.holds_for(),
            verified_as=particulars_in_database(),
        )


@scanned(exempt={"verified_as": "a copy of the other fields, which are scanned"})
class Helpline(models.Model):
    """112 is none: it is always shown. Ended and not deleted, so that the log of what was shown keeps its name."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    number = models.CharField(
        _("number"),
        max_length=30,
        validators=[validate_number],
        help_text=_("With spaces, as it is read aloud: 08-465 004 00."),
    )
    operator = models.CharField(
        _("who answers"), max_length=160, help_text=_("The organisation that runs the line.")
    )
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="helplines",
        verbose_name=_("organisation in the directory"),
    )
    audience = models.CharField(
        _("whom it helps"),
        max_length=300,
        help_text=_("One sentence: “For those who worry about a relative.”"),
    )
    hours = models.CharField(
        _("opening hours"),
        max_length=200,
        help_text=_("In words: “Weekdays 9–16, evenings until 20 on Tuesdays”."),
    )
    languages = models.CharField(_("languages"), max_length=200, blank=True)
    anonymity = models.CharField(
        _("anonymity"), max_length=200, blank=True, help_text=_("For example “You need not say who you are”.")
    )
    cost = models.CharField(_("cost"), max_length=120, blank=True)
    url = models.URLField(_("website"), blank=True)
    sort_order = models.PositiveSmallIntegerField(
        _("place in the list"), default=100, help_text=_("Lower numbers come first.")
    )
    ended_on = models.DateField(
        _("ended on"), null=True, blank=True, help_text=_("From this day the line is shown nowhere.")
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("verified by"),
    )
    verified_on = models.DateField(_("verified on"), null=True, blank=True, editable=False)
    verified_as = models.TextField(_("verified particulars"), blank=True, default="", editable=False)

    wagtail_reference_index_ignore = True

    objects = HelplineQuerySet.as_manager()

    class Meta:
        verbose_name = _("helpline")
        verbose_name_plural = _("helplines")
        ordering = ["sort_order", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verified_on=None, verified_as="")
                | (Q(verified_on__isnull=False) & ~Q(verified_as="")),
                name="helpline_verification_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **options: Any) -> None:
        """A verification of something else than what is saved goes away with it. The former number is kept."""
        if self.verified_as and self.verified_as != particulars_of(self):
            self.verified_by, self.verified_on, self.verified_as = None, None, ""
            if options.get("update_fields") is not None:
                options["update_fields"] = {*options["update_fields"], *VERIFICATION}
        with transaction.atomic():
            former = self._former(options.get("update_fields"))
            super().save(**options)
            if former is not None:
                name, number = former
                FormerHelpline.objects.get_or_create(helpline=self, name=name, number=number)

    def _former(self, fields: Iterable[str] | None) -> tuple[str, str] | None:
        """Name and number in the database until now, where one of them is another; None where neither is."""
        if self._state.adding or not {"name", "number"} & set(fields or ("name",)):
            return None
        before = Helpline.objects.filter(pk=self.pk).values_list("name", "number").first()
        return None if before == (self.name, self.number) else before

    @property
    def tel(self) -> str:
        return dialled(self.number)

    @property
    def anchor(self) -> str:
        return f"stodlinje-{self.pk}"

    @property
    def last_day(self) -> datetime.date | None:
        return expiry.last_day(self.verified_on) if self.verified_on else None


@scanned(exempt=dict.fromkeys(("name", "number"), "copied from the helpline, which is scanned"))
class FormerHelpline(models.Model):
    """Only ever added: an older edition of the plan goes on saying what the line was called, and its number (A6.2)."""

    helpline = models.ForeignKey(
        Helpline, on_delete=models.CASCADE, related_name="former", verbose_name=_("helpline")
    )
    name = models.CharField(_("former name"), max_length=120)
    number = models.CharField(_("former number"), max_length=30)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("former particulars of a helpline")
        verbose_name_plural = _("former particulars of helplines")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["helpline", "name", "number"], name="former_helpline_once")
        ]

    def __str__(self) -> str:
        return self.name
