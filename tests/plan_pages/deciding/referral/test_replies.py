"""What the bodies answer, over HTTP: entered, with a file, changed, handled; and every way in which it is not."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from handslag import clock
from plan_pages.road.matter import Matter
from plan_pages.road.referral.reply import ReferralReply
from tests.handslag.privacy import documents
from tests.handslag.privacy.synthetic import NUMBER
from tests.support import roads
from tests.support.referrals import (
    DAY,
    address,
    body,
    enter,
    handle,
    moved_on,
    sent_out,
    signed_in,
    text,
    upload,
    version,
)

pytestmark = pytest.mark.django_db


def test_reply_with_a_number__is_refused_and_what_was_typed_is_still_there(
    matter: Matter, people: dict[str, Any]
) -> None:
    sent_out(matter, people["editor"])
    answer = enter(people["editor"], matter, "Polis", text=f"Gäller {NUMBER}.", stance="Avstyrker")
    assert answer.status_code == 422 and "personnummer" in text(answer)
    assert f"Gäller {NUMBER}." in text(answer) and "Avstyrker" in text(answer)
    assert not ReferralReply.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (documents.pdf(f"Se {NUMBER}"), "yttrande.pdf", "personnummer"),
        (documents.pdf("Se"), f"{NUMBER}.pdf", "personnummer"),
        (b"MZ", "yttrande.exe", "exe"),
        (b"inte en pdf", "yttrande.pdf", "gick inte att läsa"),
    ],
)
def test_reply_file__is_checked_before_it_is_kept(
    matter: Matter, people: dict[str, Any], content: bytes, name: str, sentence: str, settings: Any
) -> None:
    sent_out(matter, people["editor"])
    answer = enter(people["editor"], matter, "Polis", text="Behåll mig", file=upload(content, name))
    assert answer.status_code == 422 and sentence in text(answer) and "Behåll mig" in text(answer)
    assert not ReferralReply.objects.exists()
    assert not list(Path(settings.MEDIA_ROOT).glob("documents/*"))


def test_reply_file__is_for_those_who_see_the_matter(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    enter(people["editor"], matter, "Polis", file=upload(documents.pdf("Svar")))
    stored = ReferralReply.objects.get().file
    ours = address(matter, body("Polis").pk, "svar", "fil")
    guest = roads.person()
    matter.guest_reviewers.create(user=guest)
    for user, seen in (
        (roads.person("board"), True),
        (roads.person("auditor"), True),
        (guest, True),
        (roads.person(), False),
        (roads.person("dialogue", "forum"), False),
    ):
        assert signed_in(user).get(ours).status_code == (200 if seen else 404)
    assert signed_in(roads.person()).get(stored.url).status_code == 404
    assert signed_in(roads.person("board")).get(stored.url).status_code == 200
    assert Client().get(stored.url).status_code == 302 and Client().get(ours).status_code == 302


def test_reply_file__is_replaced_and_taken_away(
    matter: Matter, people: dict[str, Any], django_capture_on_commit_callbacks: Any
) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    enter(editor, matter, "Polis", file=upload(documents.pdf("Första")))
    first = ReferralReply.objects.get().file
    with django_capture_on_commit_callbacks(execute=True):
        enter(editor, matter, "Polis", file=upload(documents.pdf("Andra")))
    second = ReferralReply.objects.get().file
    assert second != first and not type(first).objects.filter(pk=first.pk).exists()
    assert not first.file.storage.exists(first.file.name)
    enter(editor, matter, "Polis", drops_file="on")
    assert ReferralReply.objects.get().file is None
    assert signed_in(editor).get(address(matter, body("Polis").pk, "svar", "fil")).status_code == 404


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "Skriv svaret i korthet"),
        ({"received_on": "2026-03-03"}, "efter i dag"),
        ({"received_on": "2026-03-01"}, "innan texten skickades ut"),
    ],
)
def test_reply__is_refused(
    matter: Matter, people: dict[str, Any], changes: dict[str, str], sentence: str
) -> None:
    sent_out(matter, people["editor"])
    answer = enter(people["editor"], matter, "Polis", stance="Behåll mig", **changes)
    assert answer.status_code == 422 and sentence in text(answer) and "Behåll mig" in text(answer)
    assert not ReferralReply.objects.exists()


def test_two_tabs__the_second_reply_does_not_replace_the_first(
    matter: Matter, people: dict[str, Any]
) -> None:
    sent_out(matter, people["editor"])
    enter(people["editor"], matter, "Polis", text="Den första")
    answer = enter(people["editor"], matter, "Polis", text="Den andra", seen="")
    assert answer.status_code == 422 and moved_on() in text(answer) and "Den andra" in text(answer)
    assert ReferralReply.objects.get().text == "Den första"


def test_changed_reply__waits_to_be_handled_again(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    enter(editor, matter, "Polis")
    old = version("Polis")
    handle(editor, matter, "Polis")
    with clock.set_to(DAY + datetime.timedelta(days=1)):
        enter(editor, matter, "Polis", text="Ett tillägg")
    assert ReferralReply.objects.get().handled_at is None
    stale = {"way": "handle", "seen": old, "handling": "Ingen ändring"}
    answer = signed_in(editor).post(address(matter, body("Polis").pk, "svar"), stale)
    assert answer.status_code == 422 and moved_on() in text(answer)
    assert ReferralReply.objects.get().handled_at is None


def test_handling__needs_a_word(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    enter(people["editor"], matter, "Polis")
    answer = handle(people["editor"], matter, "Polis", " ")
    assert answer.status_code == 422 and "Skriv vad svaret ledde till" in text(answer)
