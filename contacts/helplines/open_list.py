"""The list among what strangers and their search engines may find."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse

from handslag.navigation.open_addresses import OpenAddress, OpenAddresses


def find_open_list(request: HttpRequest) -> Iterator[OpenAddress]:
    yield OpenAddress(reverse("helplines:public"))


entry = OpenAddresses("helplines", find_open_list)
