"""A workbench from which something was decided stays: its revisions are what the editions were made from."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from handslag.trash.keeping import KeptPages
from plan_pages.editions.series import EditionSeries


def decided_pages() -> QuerySet[Page]:
    decided = EditionSeries.objects.filter(page__isnull=False, editions__isnull=False)
    return Page.objects.filter(pk__in=decided.values("page"))


kept = KeptPages(
    "plan",
    decided_pages,
    _(
        "Decided editions rest on this plan's page, so it cannot be deleted; a plan ends when its repeal is decided."
    ),
)
