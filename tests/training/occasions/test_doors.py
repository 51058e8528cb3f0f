"""Whoever reads of a narrowed course's occasion leaves a trace, by whatever address."""

import pytest

from handslag.access.models import ReadLogEntry
from tests.support.factories import UserFactory, restrict
from tests.support.occasions import client_of
from tests.support.training import occasion

pytestmark = pytest.mark.usefixtures("today")
# By what stands after the occasion's number, and whether it is there where the course's page is taken away.
ADDRESSES = {
    "/utbildning/tillfalle/{}/": False,
    "/utbildning/tillfalle/{}/kalender.ics": False,
    "/utbildning/tillfalle/{}/anmal/": False,
    "/utbildning/tillfalle/{}/narvaro/": True,
    "/utbildning/ordna/{}/": True,
}


def test_narrowed_course__every_address_of_its_occasion_is_logged_once() -> None:
    row = occasion()
    person = UserFactory(roles=["dialogue", "coordinator"])
    outside = client_of("coordinator")
    insider = client_of(person=person)

    def logged_by(address: str) -> tuple[int, list[tuple[int, int]]]:
        ReadLogEntry.objects.all().delete()
        outside.get(address.format(row.pk))
        status = insider.get(address.format(row.pk)).status_code
        return status, list(ReadLogEntry.objects.values_list("user", "object_id"))

    for address in ADDRESSES:
        assert logged_by(address) == (200, []), address
    restrict(row.course, "dialogue")
    for address in ADDRESSES:
        assert logged_by(address) == (200, [(person.pk, row.course_id)]), address
    row.course.unpublish()
    for address, is_there in ADDRESSES.items():
        found = (200, [(person.pk, row.course_id)]) if is_there else (404, [])
        assert logged_by(address) == found, address
