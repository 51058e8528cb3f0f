"""Words of a helpline that are kept in the admin's own form, past the translators' one."""

import io
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import fingerprint
from contacts.helplines.verifying import verify
from contacts.helplines.words.model import HelplineWords
from contacts.helplines.words.telling import told
from tests.contacts.helplines import translating
from tests.contacts.helplines.translating import (
    DAY,
    ENGLISH,
    IDENTITY_NUMBER,
    LIST,
    SWEDISH,
    edit_address,
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
BY_HAND = {
    "audience": "For anyone worried.",
    "hours": "Weekdays",
    "languages": "",
    "anonymity": "",
    "cost": "",
}


def kept_by_hand(client: Client, line: Helpline) -> HelplineWords:
    translation = translate(client, line)
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    row: HelplineWords = translation.get_target_instance()
    return row


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
