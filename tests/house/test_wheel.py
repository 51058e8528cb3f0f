"""The wheel in somebody else's Wagtail site: its own `home` app, Django's user, Wagtail's images."""

import json
import urllib.request
from collections.abc import Iterator

import pytest

from tests.support.bare_site import BareSite
from tests.support.locations import ROOT

MAKE_A_PAGE = """
import json
import contacts, handslag
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from wagtail.models import Site
from contacts.models import ContactsIndexPage

reader = get_user_model().objects.create_superuser("reader", "reader@handslag.test", "a-password-of-the-test")
home = Site.objects.get(is_default_site=True).root_page
page = home.add_child(
    instance=ContactsIndexPage(title="Whom to ask", slug="whom", introduction="<p>Ask early.</p>")
)
request = RequestFactory().get("/")
request.session = SessionStore()
login(request, reader, backend="django.contrib.auth.backends.ModelBackend")
request.session.save()
print(json.dumps({
    "path": page.get_url(), "cookie": f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}",
    "from": [handslag.__file__, contacts.__file__],
}))
"""


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> BareSite:
    site = BareSite(tmp_path_factory.mktemp("bare"))
    site.migrate()
    return site


@pytest.fixture
def address(bare_site: BareSite) -> Iterator[str]:
    address, program = bare_site.serve()
    yield address
    program.stop()


def test_wheel__holds_every_template_and_static_file_of_its_apps(bare_site: BareSite) -> None:
    missing = [
        f"{app}/{path.relative_to(source)}"
        for app, source in {
            **{app: ROOT / "templates" / app for app in ("handslag", "contacts", "plan_pages", "training")},
        }.items()
        for path in source.rglob("*.html")
        if not (bare_site.packages / app / "templates" / app / path.relative_to(source)).exists()
    ]
    static = ROOT / "site" / "handslag" / "static"
    missing += [
        str(path)
        for path in static.rglob("*")
        if path.is_file()
        and not (bare_site.packages / "handslag" / "static" / path.relative_to(static)).exists()
    ]
    assert not missing


def test_wheel__holds_nothing_of_the_running_site(bare_site: BareSite) -> None:
    not_ours = (".dist-info", "__pycache__")  # of the wheel itself, and of having been run
    top_level = {path.name for path in bare_site.packages.iterdir() if not path.name.endswith(not_ours)}
    assert top_level == {"handslag", "contacts", "plan_pages", "training", "sitecustomize.py"}


def test_wheel__its_models_match_its_migrations_in_another_site(bare_site: BareSite) -> None:
    bare_site.manage(
        "makemigrations", "--check", "--dry-run", "handslag", "contacts", "plan_pages", "training"
    )


def test_wheel__a_page_of_ours_is_made_and_seen_in_another_site(bare_site: BareSite, address: str) -> None:
    made = json.loads(bare_site.manage("shell", "--verbosity=0", "--command", MAKE_A_PAGE).splitlines()[-1])
    assert all(file.startswith(str(bare_site.packages)) for file in made["from"])

    request = urllib.request.Request(f"{address}{made['path']}", headers={"Cookie": made["cookie"]})
    with urllib.request.urlopen(request, timeout=30) as response:
        body = response.read().decode()
    assert response.status == 200
    assert "Whom to ask" in body
    assert "Ask early." in body
