"""The platform speaks Swedish: what its packages leave in English stands in site/config/locale/."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import django
import polib
import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from django.views.i18n import JSONCatalog
from wagtail.models import Page

from accounts.models import User
from tests.support.locations import ROOT
from tools import platform_messages

AT_LEAST = 99.0
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")
HANDSLAG = ROOT / "site" / "handslag" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
# What a person meets in English where Swedish is missing; each stands on one of the pages below.
SAMPLE = (
    "Autosave", "Children", "Dashboard", "Date updated", "Go-live", "Keyboard shortcuts", "Locked by",
    "Log out", "Publish", "Refresh", "Reports", "Save draft", "Search all pages", "Settings", "Side panel",
    "There are no", "Title", "Updated",
)  # fmt: skip
# Wagtail's template says this in English whatever the language; there is no message to translate.
HARD_CODED = '<nav aria-label="Actions" id="w-slim-header-buttons"'
ADDRESSES = (
    "wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_account", "wagtailadmin_pages:search",
    "wagtailadmin_reports:locked_pages", "wagtailadmin_reports:site_history", "wagtailadmin_reports:workflow",
    "wagtailadmin_workflows:index", "wagtailadmin_collections:index", "wagtaildocs:index",
    "wagtailimages:index", "wagtaillocales:index",
)  # fmt: skip


def own_entries() -> Iterator[tuple[str, polib.POEntry]]:
    for domain in platform_messages.DOMAINS:
        for entry in platform_messages.own_catalogue(domain):
            yield domain, entry


def texts_of(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.mark.parametrize("package", platform_messages.PACKAGES)
def test_platform_translations__cover_the_package(package: str) -> None:
    total, _itself, with_ours = platform_messages.coverage()[package]
    assert platform_messages.percent(with_ours, total) >= AT_LEAST


def test_platform_translations__nothing_is_empty_or_unsure() -> None:
    assert [entry.msgid for _domain, entry in own_entries() if not entry.translated() or entry.fuzzy] == []


def test_platform_translations__keep_placeholders() -> None:
    """The plural needs them all; the singular may leave out the number."""
    for _domain, entry in own_entries():
        allowed = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        required = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        texts = texts_of(entry)
        assert set(PLACEHOLDER.findall("".join(texts))) <= allowed, entry.msgid
        assert required <= set(PLACEHOLDER.findall(texts[-1])), entry.msgid


def test_platform_translations__keep_markup() -> None:
    for _domain, entry in own_entries():
        expected = sorted(TAG.findall(entry.msgid_plural or entry.msgid))
        assert sorted(TAG.findall(texts_of(entry)[-1])) == expected, entry.msgid


def test_platform_translations__keep_the_space_at_either_end() -> None:
    for _domain, entry in own_entries():
        for text in texts_of(entry):
            assert (text[:1].isspace(), text[-1:].isspace()) == (
                entry.msgid[:1].isspace(),
                entry.msgid[-1:].isspace(),
            ), entry.msgid


def test_platform_translations__have_both_plural_forms() -> None:
    plurals = [entry for _domain, entry in own_entries() if entry.msgid_plural]
    assert plurals
    for entry in plurals:
        assert set(entry.msgstr_plural) == {0, 1}, entry.msgid
        assert all(entry.msgstr_plural.values()), entry.msgid


def test_platform_translations__nothing_superfluous_is_kept() -> None:
    assert platform_messages.superfluous() == []


def test_platform_translations__are_what_the_site_says() -> None:
    """Ours win over the packages'; only our own apps' catalogue stands above them."""
    above = (
        {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(HANDSLAG))}
        if HANDSLAG.exists()
        else set()
    )
    with translation.override("sv"):
        for domain, entry in own_entries():
            if domain != "django" or (entry.msgctxt, entry.msgid) in above:
                continue
            if entry.msgid_plural:
                said = [translation.ngettext(entry.msgid, entry.msgid_plural, number) for number in (1, 2)]
            elif entry.msgctxt:
                said = [translation.pgettext(entry.msgctxt, entry.msgid)]
            else:
                said = [translation.gettext(entry.msgid)]
            assert said == texts_of(entry)


def test_own_translations__leave_djangos_words_alone() -> None:
    """A capital in our "March" would stand in every date of the site."""
    compiled = Path(django.__file__).parent / "conf" / "locale" / "sv" / "LC_MESSAGES" / "django.mo"
    django_says = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.mofile(str(compiled))}
    ours = polib.pofile(str(HANDSLAG)).translated_entries() if HANDSLAG.exists() else []
    changed = [
        entry.msgid
        for entry in ours
        if django_says.get((entry.msgctxt, entry.msgid), entry.msgstr) != entry.msgstr
    ]
    assert changed == []


@pytest.mark.parametrize("package", ["wagtail.admin", "wagtail_localize"])
def test_platform_translations__reach_the_scripts(package: str) -> None:
    with translation.override("sv"):
        answer = JSONCatalog.as_view(packages=[package])(RequestFactory().get("/"))
    catalogue = json.loads(answer.content)["catalog"]
    for domain, entry in own_entries():
        if domain == "djangojs":
            expected = texts_of(entry)
            assert catalogue[entry.msgid] == (expected if entry.msgid_plural else expected[0])


class VisibleTexts(HTMLParser):
    """What a page shows or reads aloud: texts outside scripts, and the attributes that carry words."""

    spoken = ("aria-label", "title", "placeholder", "alt")

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        self.found |= {" ".join((value or "").split()) for name, value in attrs if name in self.spoken}

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.add(" ".join(data.split()))


def english_of_the_platform() -> set[str]:
    """Messages that can stand on a page as they are, and whose Swedish is different."""
    with translation.override("sv"):
        return {
            " ".join(entry.msgid.split())
            for source in platform_messages.sources()
            for entry in source.messages
            if not PLACEHOLDER.search(entry.msgid) and translation.gettext(entry.msgid) != entry.msgid
        }


@pytest.fixture
def admin(db: None) -> Client:
    client = Client(headers={"accept-language": "sv"})
    client.force_login(
        User.objects.create_superuser(email="admin@handslag.test"),
        backend=settings.AUTHENTICATION_BACKENDS[0],
    )
    return client


@pytest.fixture(scope="module")
def english() -> set[str]:
    return english_of_the_platform()


def shown_english(client: Client, address: str, english: set[str]) -> set[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    page = VisibleTexts()
    page.feed(answer.content.decode().replace(HARD_CODED, "<nav"))
    samples = {text for text in page.found for sample in SAMPLE if re.search(rf"\b{sample}\b", text)}
    return (page.found & english) | samples


@pytest.mark.parametrize("name", ADDRESSES)
def test_admin_page__shows_no_english(admin: Client, english: set[str], name: str) -> None:
    assert shown_english(admin, reverse(name), english) == set()


def test_page_editor__shows_no_english(admin: Client, english: set[str]) -> None:
    page = Page.objects.filter(depth__gt=1).first()
    assert page
    assert shown_english(admin, reverse("wagtailadmin_pages:edit", args=[page.pk]), english) == set()
