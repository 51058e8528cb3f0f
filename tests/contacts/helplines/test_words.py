"""A helpline in other languages: the words are translated, the number and who vouches for it are one record."""

import datetime
import importlib
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from contacts.helplines.feed import Feed
from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.verifying import verify
from contacts.helplines.words.model import HelplineWords
from contacts.helplines.words.telling import told
from handslag import clock
from handslag.access.role_setup import setup_roles
from handslag.search.models import SearchDocument
from tests.support.factories import PublicHomePageFactory, UserFactory, make_site, translated_home
from tests.support.helplines import verified

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)
SWEDISH, ENGLISH = "För den som är orolig.", "For those who are worried."
LIST, SHEET, FEED = (
    "/en/information/helplines/",
    "/en/information/helplines/sheet/",
    "/en/information/helplines.json",
)
IDENTITY_NUMBER = "640823-3234"


@pytest.fixture(autouse=True)
def site() -> Iterator[None]:
    home = make_site()
    PublicHomePageFactory(parent=home)
    translated_home(home, "en")
    setup_roles()
    with clock.set_to(DAY):
        yield


def signed_in(*roles: str) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=["staff", *roles]))
    return client


def submit(client: Client, line: Helpline, code: str = "en") -> Translation:
    """As a translator does it: from the list of helplines."""
    locale = Locale.objects.get_or_create(language_code=code)[0]
    page = client.get("/admin/stodlinjer/").content.decode()
    address = f"/admin/stodlinjer/translate/{line.pk}/"
    assert f"{address}?select_locale={code}" in page
    assert client.get(f"{address}?select_locale={code}").status_code == 200
    answer = client.post(address, {"locales": [locale.pk]})
    row = line.words.get(locale=locale)
    assert answer.status_code == 302 and answer["Location"] == edit_address(row)
    return Translation.objects.get(source__object_id=row.translation_key, target_locale=locale)


def edit_address(row: HelplineWords) -> str:
    return reverse("wagtailsnippets_contacts_helplinewords:edit", args=[row.pk])


def type_in(client: Client, translation: Translation, **texts: str) -> list[Any]:
    """Each text is saved as it is typed; readers see none of it."""
    answers = []
    for segment in translation.source.stringsegment_set.select_related("context"):
        if (text := texts.get(segment.context.path)) is not None:
            address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
            body = f"value={text}".replace(" ", "+")
            answers.append(client.put(address, body, content_type="application/x-www-form-urlencoded"))
    return answers


def publish(client: Client, translation: Translation) -> None:
    row = translation.get_target_instance()
    assert client.get(edit_address(row)).status_code == 200
    assert client.post(edit_address(row), {"action": "publish"}).status_code == 302


def translate(client: Client, line: Helpline, code: str = "en", **texts: str) -> Translation:
    translation = submit(client, line, code)
    type_in(client, translation, **(texts or {"audience": ENGLISH, "hours": "Weekdays 9 to 16"}))
    publish(client, translation)
    return translation


def words(path: str) -> str:
    return Client().get(path).content.decode()


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


def kept_by_hand(client: Client, line: Helpline) -> HelplineWords:
    translation = translate(client, line)
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    row: HelplineWords = translation.get_target_instance()
    return row


BY_HAND = {
    "audience": "For anyone worried.",
    "hours": "Weekdays",
    "languages": "",
    "anonymity": "",
    "cost": "",
}


def seen_on(answer: Any) -> dict[str, str]:
    """What the page carries about the words that stand above its form."""
    found = re.search(r'name="seen" value="(\w+)"', answer.content.decode())
    assert found is not None
    return {"seen": found[1]}


def test_translation__kept_by_hand_is_of_the_words_that_stand_above_the_form() -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    row = kept_by_hand(client, line)
    opened = client.get(edit_address(row))
    assert SWEDISH in opened.content.decode()
    sent = {**BY_HAND, **seen_on(opened)}
    refused = client.post(edit_address(row), {**sent, "cost": IDENTITY_NUMBER})
    assert refused.status_code == 200 and "For anyone worried." in refused.content.decode()
    assert client.post(edit_address(row), sent).status_code == 302
    assert "For anyone worried." in words(LIST)
    Helpline.objects.filter(pk=line.pk).update(audience="För alla.")
    assert told([Helpline.objects.get(pk=line.pk)], "en")[0].audience == "För alla."


def test_translation__kept_by_hand_of_words_that_changed_meanwhile_is_read_again() -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    row = kept_by_hand(client, line)
    opened = client.get(edit_address(row))
    line.audience = "För alla."
    line.save()
    verify(line.pk, UserFactory(), fingerprint(line))
    for carried in (seen_on(opened), {}):
        answer = client.post(edit_address(row), {**BY_HAND, **carried})
        page = answer.content.decode()
        assert answer.status_code == 200 and "For anyone worried." in page and "För alla." in page
        assert "For anyone worried." not in words(LIST)
    # The page that refused shows the new words: what is saved from it is of those.
    assert client.post(edit_address(row), {**BY_HAND, **seen_on(answer)}).status_code == 302
    assert "For anyone worried." in words(LIST)


def test_source__is_edited_where_the_helpline_is_and_never_deleted() -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    submit(client, line)
    source = line.words.get(locale__language_code="sv")
    names = {"edit": 302, "delete": 302}
    for name, status in names.items():
        address = reverse(f"wagtailsnippets_contacts_helplinewords:{name}", args=[source.pk])
        assert client.get(address).status_code == status
        client.post(address, {"audience": "Något annat"})
    source.refresh_from_db()
    assert source.audience == SWEDISH
    assert client.get("/admin/snippets/contacts/helplinewords/").status_code == 302
    assert client.get("/admin/snippets/contacts/helplinewords/add/").status_code == 302


def test_translation__is_withdrawn_by_deleting_it() -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    row = translate(client, line).get_target_instance()
    client.post(reverse("wagtailsnippets_contacts_helplinewords:delete", args=[row.pk]))
    assert SWEDISH in words(LIST) and ENGLISH not in words(LIST)


def test_scanner__stands_in_front_of_translations() -> None:
    line = verified(DAY)
    client = signed_in("coordinator")
    translation = submit(client, line)
    (answer,) = type_in(client, translation, audience=f"Ask for {IDENTITY_NUMBER}")
    assert answer.status_code == 400
    po = translation.export_po()
    po[0].msgstr = f"Ask for {IDENTITY_NUMBER}"
    upload = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    with_file = {"file": io.BytesIO(str(po).encode())}
    assert client.post(upload, with_file).status_code == 400
    assert not StringTranslation.objects.exists()


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
