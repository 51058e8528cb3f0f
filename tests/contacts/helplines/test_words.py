"""A helpline in other languages: the words are translated, the number and who vouches for it are one record."""

import importlib
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from contacts.helplines.feed import Feed
from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.verifying import verify
from contacts.helplines.words.model import HelplineWords
from handslag.search.models import SearchDocument
from tests.contacts.helplines import translating
from tests.contacts.helplines.translating import (
    DAY,
    ENGLISH,
    FEED,
    LIST,
    SHEET,
    SWEDISH,
    edit_address,
    publish,
    signed_in,
    submit,
    translate,
    type_in,
    words,
)
from tests.support.factories import UserFactory
from tests.support.helplines import verified

pytestmark = pytest.mark.django_db

site = translating.site


@pytest.mark.parametrize("role", ["coordinator", "editor"])
def test_translation__is_asked_for_written_and_read(role: str) -> None:
    line = verified(DAY)
    client = signed_in(role)
    translate(client, line)
    for path in (LIST, SHEET, FEED):
        page = words(path)
        assert ENGLISH in page and "Weekdays 9 to 16" in page and "08-465 004 61" in page
        assert SWEDISH not in page and "not translated" not in page
    assert SWEDISH in words("/information/stodlinjer/")
    assert (
        edit_address(line.words.get(locale__language_code="en"))
        in client.get("/admin/stodlinjer/").content.decode()
    )


def test_translation__is_not_for_those_who_only_read() -> None:
    line = verified(DAY)
    translation = submit(signed_in("coordinator"), line)
    for role in ("forum", "auditor"):
        client = signed_in(role)
        assert client.post(f"/admin/stodlinjer/translate/{line.pk}/", {"locales": [1]}).status_code in (
            302,
            403,
        )
        assert [answer.status_code for answer in type_in(client, translation, audience="X")] == [403]
    assert not StringTranslation.objects.exists()


class Spoken(HTMLParser):
    """Every text of a page with the language it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[tuple[str, str]] = []
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "input", "br", "img"):
            own = dict(attrs).get("lang")
            self.inside.append((tag, own or (self.inside[-1][1] if self.inside else "")))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.inside[-1][0] not in ("script", "title"):
            self.said[" ".join(data.split())] = self.inside[-1][1]


def spoken(path: str) -> dict[str, str]:
    parser = Spoken()
    parser.feed(words(path))
    return parser.said


@pytest.mark.parametrize("code", ["fi", "ar"])
def test_frame__in_a_language_that_the_catalogue_lacks_is_marked_as_swedish(code: str) -> None:
    Locale.objects.get_or_create(language_code=code)
    verified(DAY)
    for path in (f"/{code}/information/helplines/", f"/{code}/information/helplines/sheet/"):
        said = spoken(path)
        swedish = {"Stödlinjer", "kontrollerad den"} | (
            {"Lämna sidan snabbt", "Ring", "Öppettider"} if "sheet" not in path else {"Det som gäller idag:"}
        )
        assert {word: said.get(word) for word in swedish} == dict.fromkeys(swedish, "sv"), path
        # Of what the catalogue has nothing is marked.
        emergency = "في حالة الطوارئ اتصل بالرقم" if code == "ar" else "Vid en nödsituation, ring"
        assert said[emergency] == ("ar" if code == "ar" else "sv")
        assert "2" in next(word for word, language in said.items() if language == code and "2026" in word)
    assert set(spoken(LIST).values()) == {"en", "sv"} and spoken(LIST)["Helplines"] == "en"


def test_untranslated__is_shown_in_swedish_and_says_so() -> None:
    line = verified(DAY)
    page = words(LIST)
    assert f'lang="sv">{SWEDISH}' in page and "In Swedish: not translated yet." in page
    assert "In Swedish: not translated yet." in words(SHEET)
    feed = Feed.model_validate(Client().get(FEED).json())
    assert (feed.language, feed.source_language) == ("en", "sv")
    assert feed.helplines[0].untranslated == ["audience", "hours"]
    translate(signed_in("coordinator"), line, audience=ENGLISH)
    page = words(LIST)
    assert ENGLISH in page and 'lang="sv">Vardagar 9–16' in page and "Partly in Swedish" in page
    assert Client().get(FEED).json()["helplines"][0]["untranslated"] == ["hours"]


def test_sheet__says_what_is_true_of_the_words_it_shows() -> None:
    line = verified(DAY, languages="Svenska", cost="Kostar som ett vanligt samtal", anonymity="Anonymt")
    client = signed_in("coordinator")
    on_sheet = {"audience": ENGLISH, "hours": "Weekdays 9 to 16", "anonymity": "Anonymous"}
    translation = translate(client, line, audience=ENGLISH)
    partly, not_at_all = "Partly in Swedish", "In Swedish: not translated yet."

    def said(path: str) -> list[str]:
        page = words(path)
        return [sentence for sentence in (partly, not_at_all) if sentence in page]

    assert said(LIST) == said(SHEET) == [partly]
    type_in(client, translation, **on_sheet)
    publish(client, translation)
    assert (said(LIST), said(SHEET)) == ([partly], [])
    # What is translated of this one stands not on the sheet.
    other = verified(DAY, name="Andra linjen", cost="Gratis")
    translate(client, other, cost="Free")
    assert (said(LIST), said(SHEET)) == ([partly], [not_at_all])


def test_untranslated__in_swedish_nothing_is_labelled() -> None:
    verified(DAY)
    page = words("/information/stodlinjer/")
    assert "helpline__name" in page and 'lang="sv">' not in page.partition("<main")[2]
    assert Client().get("/information/stodlinjer.json").json()["helplines"][0]["untranslated"] == []


def test_language__any_of_the_site_has_its_words() -> None:
    line = verified(DAY)
    translate(signed_in("coordinator"), line, "ar", audience="لمن يشعر بالقلق", hours="أيام الأسبوع")
    page = words("/ar/information/helplines/")
    assert "لمن يشعر بالقلق" in page and '<bdi dir="ltr">08-465 004 61</bdi>' in page


@pytest.mark.both_databases
@pytest.mark.parametrize("road", ["form", "update"])
def test_number__changed_once_is_hidden_and_then_new_in_every_language(road: str) -> None:
    line = verified(DAY)
    translate(signed_in("coordinator"), line)
    if road == "form":
        line.number = "08-465 004 62"
        line.save()
    else:
        Helpline.objects.filter(pk=line.pk).update(number="08-465 004 62")
    assert ENGLISH not in words(LIST) and ENGLISH not in words(FEED)
    line.refresh_from_db()
    verify(line.pk, UserFactory(), fingerprint(line))
    for path in (LIST, SHEET, FEED, "/information/stodlinjer/"):
        page = words(path)
        assert "08-465 004 62" in page and "08-465 004 61" not in page
    assert ENGLISH in words(LIST)


@pytest.mark.both_databases
@pytest.mark.parametrize("road", ["form", "update"])
def test_words__changed_in_swedish_fall_back_until_they_are_translated_again(road: str) -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    translation = translate(client, line)
    if road == "form":
        line.hours = "Vardagar 9–12"
        line.save()
    else:
        Helpline.objects.filter(pk=line.pk).update(hours="Vardagar 9–12")
        line.refresh_from_db()
    verify(line.pk, UserFactory(), fingerprint(line))

    def is_back() -> bool:
        page = words(LIST)
        assert ENGLISH in page
        return 'lang="sv">Vardagar 9–12' in page and "Weekdays 9 to 16" not in page

    assert is_back()
    # What is published again without having been looked at is of the old words still.
    publish(client, translation)
    assert is_back()
    line.refresh_from_db()
    line.save()
    type_in(client, translation, hours="Weekdays 9 to 12")
    assert is_back()
    publish(client, translation)
    assert "Weekdays 9 to 12" in words(LIST)


def test_words__the_same_translation_of_new_words_is_confirmed_by_publishing_it() -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    translation = translate(client, line)
    line.hours = "Vardagar klockan 9–16"
    line.save()
    verify(line.pk, UserFactory(), fingerprint(line))
    assert "Weekdays 9 to 16" not in words(LIST)
    type_in(client, translation, hours="Weekdays 9 to 16")
    publish(client, translation)
    assert "Weekdays 9 to 16" in words(LIST)


def test_search__finds_the_line_by_its_words_in_each_language(
    django_capture_on_commit_callbacks: Any,
) -> None:
    line = verified(DAY)
    with django_capture_on_commit_callbacks(execute=True):
        translate(signed_in("coordinator"), line)
    bodies = dict(SearchDocument.objects.filter(kind="helpline").values_list("locale", "body"))
    assert ENGLISH in bodies["en"] and SWEDISH in bodies["sv"]


def test_list__asks_no_more_for_more_lines() -> None:
    client = signed_in("coordinator")
    translate(client, verified(DAY))

    def queries() -> tuple[int, int]:
        counts = []
        for reader, path in ((client, "/admin/stodlinjer/"), (Client(), LIST)):
            reader.get(path)
            with CaptureQueriesContext(connection) as found:
                reader.get(path)
            counts.append(len(found))
        return counts[0], counts[1]

    few = queries()
    for number in range(15):
        verified(DAY, name=f"Linje {number}")
    assert queries() == few
    assert few[1] <= 15


@pytest.mark.both_databases
def test_words__are_one_row_for_each_language() -> None:
    line = verified(DAY)
    source = line.words.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        HelplineWords.objects.create(helpline=line, locale=source.locale)


def test_lines_from_before__get_the_row_that_translators_work_from() -> None:
    """As the data migration finds them: entered when there were no rows, by whatever road."""
    old = verified(name="Linje A", audience=SWEDISH)
    kept = verified(name="Linje B").words.get()
    HelplineWords.objects.filter(helpline=old).delete()
    migration = importlib.import_module("contacts.migrations.0011_words_and_signatures_kept")
    for _twice in range(2):
        migration.give_words(apps, None)
    row = old.words.get()
    assert (row.locale.language_code, row.audience, row.hours) == ("sv", SWEDISH, old.hours)
    assert list(HelplineWords.objects.exclude(pk=row.pk)) == [kept]
