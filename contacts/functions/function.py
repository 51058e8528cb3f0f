"""A function in an organisation: "head of social services", held by somebody or vacant (A1.2, A5.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.organisations.organisation import Organisation
from handslag.privacy.registration import scanned


class FunctionQuerySet(models.QuerySet["Function"]):
    def current(self) -> "FunctionQuerySet":
        """Those that are not abolished."""
        return self.filter(abolished_on=None, organisation__archived_on=None)


@scanned(exempt={"email": "an address of the function", "phone": "a number of the function"})
class Function(models.Model):
    """E-mail and phone belong to the function and stay when its holder leaves."""

    name = models.CharField(_("name of the function"), max_length=160)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="functions", verbose_name=_("organisation")
    )
    tasks = models.TextField(_("what it answers for"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    abolished_on = models.DateField(_("abolished on"), null=True, blank=True)

    objects = FunctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("function")
        verbose_name_plural = _("functions")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="function_once_per_organisation")
        ]

    def __str__(self) -> str:
        return self.name
