"""Which functions sit in the forum (B-0.5): functions, never persons."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.functions.function import Function
from handslag.privacy.registration import scanned


@scanned
class ForumFunction(models.Model):
    """Kept by the coordinator; shown above the form, with what to ask them about."""

    function = models.OneToOneField(
        Function, on_delete=models.CASCADE, related_name="+", verbose_name=_("function")
    )
    knows_about = models.CharField(_("what it knows about"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        verbose_name = _("function in the consultation forum")
        verbose_name_plural = _("functions in the consultation forum")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.function)


def functions_of_forum() -> models.QuerySet[ForumFunction]:
    """Not those that are abolished."""
    current = Function.objects.current()
    return ForumFunction.objects.filter(function__in=current).select_related("function__organisation")
