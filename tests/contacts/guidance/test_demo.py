"""The demo has a request in every state, and loading it again changes nothing."""

import pytest

from contacts.guidance.demo import ASKER, FORUM, load_requests
from contacts.guidance.kinds import Status
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from tests.support.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_demo__one_in_each_state_and_only_once() -> None:
    load_requests()
    assert not GuidanceRequest.objects.exists()
    UserFactory(email=ASKER)
    UserFactory(email=FORUM)
    for _time in range(2):
        load_requests()
        assert sorted(GuidanceRequest.objects.values_list("status", flat=True)) == sorted(Status.values)
        assert GuidanceMessage.objects.count() == 4
