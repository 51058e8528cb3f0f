"""The test site: its settings, its database (`--database=sqlite|postgresql`) and what every test may use."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from tests.support.availability import MissingProgramError, unavailable
from tests.support.mail import MailSink
from tests.support.postgres import PostgresServer, PostgresTestDatabase, create_template, start_server
from tests.support.site_process import OWN_SETTINGS, environment, site_settings
from tests.support.sqlite import SQLiteTestDatabase

type TestDatabase = SQLiteTestDatabase | PostgresTestDatabase

TESTS = Path(__file__).parent
OPTIONAL_APPS = ("plan_pages", "contacts", "training")
CHEAP_PASSWORDS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PLAIN_STATIC = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# How long one generated case takes is the machine's business; no test here is a timing.
hypothesis_settings.register_profile("handslag", deadline=None)
hypothesis_settings.load_profile("handslag")

folder_key = pytest.StashKey[Path]()
database_key = pytest.StashKey[TestDatabase]()
server_key = pytest.StashKey[PostgresServer]()
address_key = pytest.StashKey[str]()
missing_key = pytest.StashKey[str]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="the database under the tests; PostgreSQL is started by the run, or named by TEST_DATABASE_URL",
    )
    parser.addoption(
        "--apps",
        default="",
        help="run the site with these of plan_pages, contacts and training only; the others' tests are left out",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The tests of an app that this run's site does not have."""
    chosen = config.getoption("apps")
    left_out = set(OPTIONAL_APPS) - set(chosen.split(","))
    return True if chosen and collection_path.parent == TESTS and collection_path.name in left_out else None


def pytest_configure(config: pytest.Config) -> None:
    """Choose folder and database before the settings are read."""
    if django_settings.configured:
        raise pytest.UsageError(
            "The settings were read too early; unset DJANGO_SETTINGS_MODULE and run again."
        )
    folder = Path(tempfile.mkdtemp(prefix="handslag-tests-"))
    config.stash[folder_key] = folder
    config.stash[database_key] = database = _database(config, folder)
    for name in OWN_SETTINGS:
        os.environ.pop(name, None)
    settings = {"EXTRA_APPS": "tests.support.restricted"}
    if chosen := config.getoption("apps"):
        settings["HANDSLAG_APPS"] = chosen
    settings = site_settings(folder / "var", database.url, **settings)
    os.environ.update(environment(**settings), DJANGO_SETTINGS_MODULE="config.settings")
    django.setup()
    # Workers of pytest-xdist inherit the environment, and must make their own before they read the settings.
    del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist what the controlling process found."""
    node.workerinput["postgres_address"] = node.config.stash.get(address_key, "")
    node.workerinput["postgres_missing"] = node.config.stash.get(missing_key, "")


def pytest_unconfigure(config: pytest.Config) -> None:
    if folder_key in config.stash:
        shutil.rmtree(config.stash[folder_key], ignore_errors=True)
    if server_key in config.stash:
        config.stash[server_key].stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright leaves an event loop behind, under which Django refuses database work.

    Slow ones first: what is left at the end is quick, and no process waits long for the other.
    """
    items.sort(
        key=lambda item: (bool(item.get_closest_marker("browser")), not item.get_closest_marker("slow"))
    )


def pytest_collection_finish() -> None:
    """Code and collected tests stay to the end: the collector of garbage need not walk through them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if missing := item.config.stash.get(missing_key, ""):
        unavailable(missing)


def _database(config: pytest.Config, folder: Path) -> TestDatabase:
    if config.getoption("database") == "sqlite":
        return SQLiteTestDatabase(folder, config.getoption("apps"))
    worker = getattr(config, "workerinput", None)
    if worker is None:
        _find_postgres(config)
        name = "main"
    else:
        config.stash[address_key] = worker["postgres_address"]
        config.stash[missing_key] = worker["postgres_missing"]
        name = worker["workerid"]
    if config.stash.get(missing_key, ""):
        return SQLiteTestDatabase(folder)
    return PostgresTestDatabase(config.stash[address_key], name)


def _find_postgres(config: pytest.Config) -> None:
    if given := os.environ.get("TEST_DATABASE_URL"):
        create_template(given)
        config.stash[address_key] = given
        return
    try:
        config.stash[server_key] = server = start_server()
    except MissingProgramError as missing:
        config.stash[missing_key] = str(missing)
    else:
        config.stash[address_key] = server.address


def _create_test_tables() -> None:
    """Apps of the tests have no migrations: their tables come beside the migrated ones."""
    with connections["default"].schema_editor() as editor:
        for model in apps.get_app_config("restricted").get_models():
            editor.create_model(model)
    connections.close_all()


@pytest.fixture(autouse=True)
def _no_language_of_others() -> Iterator[None]:
    """An address in another language leaves it chosen in the process; the next test begins in the site's own."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def settings_of_tests(django_test_environment: None) -> Iterator[None]:
    """Cheap passwords and unhashed static files; everything else is as on a server."""
    storages = {**django_settings.STORAGES, "staticfiles": PLAIN_STATIC}
    with override_settings(PASSWORD_HASHERS=CHEAP_PASSWORDS, STORAGES=storages):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, settings_of_tests: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Put a copy of the migrated template in place instead of migrating in every process."""
    database = request.config.stash[database_key]
    database.prepare()
    patch = pytest.MonkeyPatch()

    def restore(test_case: TransactionTestCase) -> None:
        connections.close_all()
        database.restore()

    # A flush would take what migrations wrote, and stumble over triggers that forbid deleting.
    patch.setattr(TransactionTestCase, "_fixture_teardown", restore)
    with django_db_blocker.unblock():
        _create_test_tables()
        # The template may be older than what apps write after each migrate (triggers, permissions).
        emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
        connections.close_all()
    database.keep()
    yield
    patch.undo()
    with django_db_blocker.unblock():
        connections.close_all()
    database.close()


@pytest.fixture
def mail_sink(settings: Any) -> Iterator[MailSink]:
    """Mail of this test goes through SMTP to a server on the loopback instead of Django's list in memory."""
    with MailSink() as sink:
        settings.MAILERS = sink.mailers
        yield sink
