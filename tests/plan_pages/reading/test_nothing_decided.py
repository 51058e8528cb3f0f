"""The plan's address before anything is decided."""

import pytest
from django.test import Client

from tests.plan_pages.reading.test_reading import reader, text_of
from tests.support import plans
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db


def test_nothing_decided__says_so_to_staff_and_nothing_to_strangers() -> None:
    make_site()
    plans.plan_page()
    assert "Ingen plan är beslutad här ännu." in text_of(reader(), "/handlingsplan/", status=404)
    answer = Client().get("/handlingsplan/")
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/konto/login/")
