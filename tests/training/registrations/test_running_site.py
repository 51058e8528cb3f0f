"""Two hundred people press the button of a running site: nobody meets an error page, on either database."""

import os
from pathlib import Path

import pytest

from tests.support.registering_site import RegisteringSite, at_once

PEOPLE, PLACES, THREADS = 200, 20, 16


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_running_site__gives_the_places_once(tmp_path: Path) -> None:
    site = RegisteringSite(tmp_path, os.environ["DATABASE_URL"], people=PEOPLE, places=PLACES)
    try:
        answered = at_once(THREADS, [lambda key=key: site.send(site.open_form(key)) for key in site.sessions])
    finally:
        site.stop()
    assert len(answered) == PEOPLE
    assert site.counted() == (PLACES, PEOPLE - PLACES)
