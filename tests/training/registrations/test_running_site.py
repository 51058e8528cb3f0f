"""Two hundred people press the button of a running site: nobody meets an error page."""

from pathlib import Path

import pytest

from tests.support.registering_site import RegisteringSite, at_once
from tests.support.sqlite import copy_database, migrated_template, sqlite_url

PEOPLE, PLACES, THREADS = 200, 20, 16


@pytest.mark.slow
def test_running_site__gives_the_places_once(tmp_path: Path) -> None:
    copy_database(migrated_template(), tmp_path / "site.sqlite3")
    site = RegisteringSite(tmp_path, sqlite_url(tmp_path / "site.sqlite3"), people=PEOPLE, places=PLACES)
    try:
        answered = at_once(THREADS, [lambda key=key: site.send(site.open_form(key)) for key in site.sessions])
    finally:
        site.stop()
    assert len(answered) == PEOPLE
    assert site.counted() == (PLACES, PEOPLE - PLACES)
