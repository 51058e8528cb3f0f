"""A series owns editions and the address they are read at."""

import uuid

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.access.audiences import Audience
from handslag.privacy.registration import scanned
from plan_pages.editions.kinds import SeriesKind


@scanned(exempt={"address": "an address of ours"})
class EditionSeries(models.Model):
    """All editions of one plan. No slug, move, unpublishing or deletion of a page takes its address away.

    `key` names the series in sealed heads. `page` is the workbench in the site's first language, `translation_key`
    that page's and its translations'. `redactions` counts removed texts: it is part of every cache key.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=30, choices=SeriesKind)
    address = models.SlugField(_("address"), max_length=80, unique=True)
    translation_key = models.UUIDField(unique=True, editable=False)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    audience = models.CharField(_("audience"), max_length=12, choices=Audience, default=Audience.STAFF)
    roles = models.ManyToManyField(Group, blank=True, related_name="+", verbose_name=_("roles"))
    redactions = models.PositiveIntegerField(default=0, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("series of editions")
        verbose_name_plural = _("series of editions")
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=SeriesKind.values), name="series_kind_known"),
            models.CheckConstraint(
                condition=models.Q(audience__in=Audience.values), name="series_audience_known"
            ),
        ]

    def __str__(self) -> str:
        return self.address
