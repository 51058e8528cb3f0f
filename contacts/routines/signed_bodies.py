"""A body whose rounds were signed stays: the signatures show that the plan was followed up (B-2.1)."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from contacts.routines.signature import StepSignature
from handslag.trash.keeping import KeptPages


def signed_bodies() -> QuerySet[Page]:
    """Also where every signature was withdrawn: who signed and why it was taken back is kept too."""
    return Page.objects.filter(pk__in=StepSignature.objects.values("step__run__body"))


kept = KeptPages(
    "routines",
    signed_bodies,
    _("Bodies with signed rounds of routines are not deleted: unpublish the body; what was signed is kept."),
)
