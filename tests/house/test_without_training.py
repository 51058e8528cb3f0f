"""A site without `training` is a whole site; `make test` runs the other apps' tests on it, too."""

from pathlib import Path

import pytest

from tests.support.preparing import APPS_WITHOUT_TRAINING as APPS
from tests.support.site_process import manage, site_settings
from tests.support.sqlite import copy_database, migrated_template, sqlite_url


@pytest.fixture
def settings_without_training(tmp_path: Path) -> dict[str, str]:
    database = tmp_path / "site.sqlite3"
    copy_database(migrated_template(APPS), database)
    return site_settings(
        tmp_path, sqlite_url(database), HANDSLAG_APPS=APPS, DEMO="true", ALLOWED_HOSTS="localhost"
    )


def test_without_training__migrates_and_knows_no_table_of_it(
    settings_without_training: dict[str, str],
) -> None:
    tables = manage("inspectdb", settings=settings_without_training).stdout
    assert "db_table = 'handslag_" in tables
    assert "db_table = 'training_" not in tables


@pytest.mark.parametrize("command", [["makemigrations", "--check", "--dry-run"], ["load_demo"]])
def test_without_training__commands_work(
    settings_without_training: dict[str, str], command: list[str]
) -> None:
    manage(*command, settings=settings_without_training)
