"""The plan among what strangers and their search engines may find, where it is open to everyone."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from handslag.access.visibility import visible_to
from handslag.navigation.open_addresses import OpenAddress, OpenAddresses
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage


def find_open_plan(request: HttpRequest) -> Iterator[OpenAddress]:
    """The date is that of the newest edition, never of the page it is written on."""
    series = EditionSeries.objects.filter(address=ActionPlanPage.series_address)
    newest = (
        Edition.objects.filter(series__in=visible_to(series, AnonymousUser())).order_by("-sequence").first()
    )
    if newest is not None:
        yield OpenAddress(reverse("plan:in_force"), newest.sealed_at)


entry = OpenAddresses("plan", find_open_plan)
