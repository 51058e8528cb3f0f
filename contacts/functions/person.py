"""A contact person: the least that is needed, by their own choice, seen by staff only (domain.md harm 7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from handslag import clock
from handslag.privacy.registration import scanned
from handslag.sensible_days import validate_not_ahead, validate_sensible


@scanned
class ContactPerson(ClusterableModel):
    """`agreed_on`: the day the person said yes to being listed. Deleting the person leaves vacancies, not holes."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail at work"), blank=True)
    phone = models.CharField(_("phone at work"), max_length=40, blank=True)
    agreed_on = models.DateField(
        _("agreed to be listed on"), validators=[validate_sensible, validate_not_ahead]
    )
    checked_on = models.DateField(_("particulars checked on"), default=clock.today)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
