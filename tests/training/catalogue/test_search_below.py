"""What stands below the catalogue is found with it, and not while it is not published."""

from collections.abc import Callable
from typing import Any

import pytest

from handslag.search.models import SearchDocument
from tests.support.factories import restrict
from tests.support.occasions import client_of
from tests.support.training import DAY, catalogue
from training.models import Experience, Method

pytestmark = pytest.mark.usefixtures("today")

RECORDS: list[Callable[[], Any]] = [
    lambda: Method.objects.create(name="Trygghetsmetoden", description="Öppna frågor."),
    lambda: Experience.objects.create(
        kind="study_visit",
        held_on=DAY,
        subject="Trygghetsmetoden",
        place="Lillsjö",
        participants=3,
        learned="Korta samtal.",
    ),
]


@pytest.mark.parametrize("make", RECORDS, ids=["method", "experience"])
def test_search__follows_the_catalogues_page(
    make: Callable[[], Any], django_capture_on_commit_callbacks: Any
) -> None:
    reader, page = client_of("staff"), catalogue()

    def is_found() -> bool:
        return any(document.title == "Trygghetsmetoden" for document in SearchDocument.objects.all())

    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        make()
    assert not is_found()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert is_found() and "Trygghetsmetoden</" in reader.get("/sok/?q=trygghetsmetoden").content.decode()
    page.refresh_from_db()
    restrict(page, "forum")
    assert "Trygghetsmetoden</" not in reader.get("/sok/?q=trygghetsmetoden").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert not is_found()
