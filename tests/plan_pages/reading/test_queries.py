"""How much work the reading page is: the same for a small plan and a large one, for two editions and for fifty."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag import clock
from tests.plan_pages.reading.test_reading import reader
from tests.support import plans
from tests.support.factories import make_site
from tests.support.helplines import verified

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]

MOST = 12


def warm_queries(path: str) -> int:
    client = reader()
    assert client.get(path).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("sections", [9, 90])
@pytest.mark.parametrize("editions", [2, 50])
def test_reading_page__needs_no_more_for_more(sections: int, editions: int) -> None:
    cache.clear()
    make_site()
    page = plans.plan_page(text=plans.document(sections))
    for count in range(editions):
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=count)
        with clock.set_to(day):
            small = plans.document(2 if count < editions - 1 else sections, title=f"Plan {count}")
            plans.adopt(page, small, decisions=(plans.decision(in_effect_from=day),))
    assert warm_queries("/handlingsplan/") <= MOST
    # Two more for the register of helplines and what they were, which the text in force alone is held against.
    verified()
    warm_queries("/handlingsplan/")
    assert warm_queries("/handlingsplan/") == warm_queries("/handlingsplan/utgavor/1/") + 2
