"""A text sent out to other bodies, over HTTP: from there to the board, to whom, and how it is refused."""

from typing import Any

import pytest

from handslag import clock
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.workflow import doors
from tests.handslag.privacy import documents
from tests.handslag.privacy.synthetic import NUMBER
from tests.support.referrals import (
    AFTER,
    BODIES,
    DAY,
    LETTER,
    address,
    body,
    changed_text,
    enter,
    handle,
    kinds,
    moved_on,
    post,
    sent_out,
    signed_in,
    stage,
    text,
    upload,
)

pytestmark = pytest.mark.django_db


def test_referral__from_sending_out_to_the_board(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    page = text(post(editor, matter, "open", **LETTER, seen=matter.digest))
    assert "Texten är ute på remiss" in page and "Polismyndigheten" in page
    assert "Svarstiden går ut 1 april 2026, och 2 remissinstanser har inte svarat" in page
    assert "registrator@polisen.example" not in text(signed_in(people["reviewer"]).get(address(matter)))

    opinion = documents.pdf("Polisen tillstyrker planen.")
    page = text(
        enter(
            editor,
            matter,
            "Polis",
            stance="Tillstyrker",
            registry_number="A123.456/2026",
            file=upload(opinion),
        )
    )
    assert "Svaret är sparat" in page and "1 svar är inte hanterat: Polismyndigheten." in page
    fetched = signed_in(people["reviewer"]).get(address(matter, body("Polis").pk, "svar", "fil"))
    assert b"".join(fetched) == opinion and "no-store" in fetched["Cache-Control"]

    with clock.set_to(AFTER):
        assert "1 svar är inte hanterat" in text(post(editor, matter, "close", summary="Två frågor."))
        assert stage(matter) == Stage.REFERRAL
        page = text(handle(editor, matter, "Polis"))
        assert "Inget saknas" in page and "Inget svar" in page
        assert "Remissen är avslutad" in text(post(editor, matter, "close", summary="Två frågor."))
    assert stage(matter) == Stage.BOARD
    assert kinds(matter)[-4:] == ["referred", "replied", "referral_closed", "at_board"]
    closed = matter.events.get(kind=EventKind.REFERRAL_CLOSED)
    assert closed.text == "Två frågor." and closed.actor == editor
    assert {name: closed.data[name] for name in ("asked", "answered", "no_reply", "late")} == {
        "asked": 2,
        "answered": 1,
        "no_reply": 1,
        "late": 0,
    }


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"deadline": DAY.isoformat()}, "Välj en dag efter i dag"),
        ({"deadline": ""}, "Ange vilken dag"),
        ({"bodies": " \n "}, "Ange minst en remissinstans"),
        ({"bodies": "Polisen; inte en adress"}, "Rad 1: det som står efter semikolonet"),
        ({"bodies": "Polisen\n; a@b.example"}, "Rad 2: börja med remissinstansens namn"),
        ({"bodies": "Polisen\npolisen"}, "finns redan med"),
        ({"bodies": f"Polisen {NUMBER}"}, "personnummer"),
        ({"message": f"Ring {NUMBER}"}, "personnummer"),
        ({"reply_to": "registrator"}, "e-postadress"),
        ({"seen": "0" * 64}, moved_on()),
    ],
)
def test_sending_out__is_refused_with_what_was_typed(
    matter: Matter, people: dict[str, Any], changes: dict[str, str], sentence: str
) -> None:
    values = {**LETTER, "seen": matter.digest, "message": "Behåll mig", **changes}
    answer = post(people["editor"], matter, "open", **values)
    assert answer.status_code == 422 and sentence in text(answer)
    assert values["message"] in text(answer) and "data-error-summary" in text(answer)
    assert not ReferralRound.objects.exists() and not ReferralBody.objects.exists()


def test_one_round__is_out_at_a_time(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    answer = post(people["editor"], matter, "open", **LETTER, seen=matter.digest)
    assert answer.status_code == 422 and "redan ute på remiss" in text(answer)
    assert ReferralRound.objects.count() == 1


def test_bodies__are_added_corrected_and_taken_away(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor, bodies="Polisen")
    only = body("Polisen")
    answer = signed_in(editor).post(address(matter, only.pk), {"way": "remove"})
    assert answer.status_code == 422 and "minst en remissinstans" in text(answer)
    assert post(editor, matter, "invite", bodies="Polisen").status_code == 422
    post(editor, matter, "invite", bodies="Skolnämnden; skola@kommun.example")
    signed_in(editor).post(
        address(matter, only.pk), {"way": "save", "name": "Polismyndigheten", "contact": "p@polisen.example"}
    )
    only.refresh_from_db()
    assert (only.name, only.contact) == ("Polismyndigheten", "p@polisen.example")
    enter(editor, matter, "Polis")
    assert signed_in(editor).post(address(matter, only.pk), {"way": "remove"}).status_code == 422
    assert signed_in(editor).post(address(matter, body("Skol").pk), {"way": "remove"}).status_code == 302
    assert [one.name for one in ReferralBody.objects.all()] == ["Polismyndigheten"]


def test_nothing_chosen__the_page_asks(matter: Matter, people: dict[str, Any]) -> None:
    with clock.set_to(DAY):
        matter.asks_referral = None
        matter.save()
        shown = text(signed_in(people["editor"]).get(address(matter)))
        assert "Ska texten gå ut på remiss?" in shown and "Välj om texten ska gå ut" in shown
        assert post(people["editor"], matter, "close").status_code == 422
        refused = post(people["editor"], matter, "choose", asks_referral="no", reason=" ")
        assert refused.status_code == 422 and "Skriv varför texten inte går ut" in text(refused)
        post(people["editor"], matter, "choose", asks_referral="no", reason="Ändringen är liten.")
        post(people["editor"], matter, "close")
    assert stage(matter) == Stage.BOARD
    assert matter.events.get(kind=EventKind.NO_REFERRAL).text == "Ändringen är liten."


def test_no_referral__cannot_be_chosen_while_the_text_is_out(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    answer = post(people["editor"], matter, "choose", asks_referral="no", reason="Bråttom.")
    assert answer.status_code == 422 and "ute på remiss" in text(answer)


def test_page__asks_the_database_little_however_many_bodies(
    matter: Matter, people: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    sent_out(matter, people["editor"], bodies="\n".join(f"Organ {number}" for number in range(30)))
    client = signed_in(people["editor"])
    client.get(address(matter))
    with django_assert_max_num_queries(20):
        client.get(address(matter))


def test_bodies__are_proposed_anew_when_the_text_goes_out_again(
    matter: Matter, people: dict[str, Any]
) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    matter = changed_text(matter, editor)
    post(editor, matter, "again", again="on")
    matter = doors.act(matter, people["reviewer"], "approve")
    assert matter.stage == Stage.REFERRAL
    shown = text(signed_in(editor).get(address(matter)))
    assert BODIES.splitlines()[0] in shown and "Titta särskilt på avsnitt 2." in shown
    assert "togs tillbaka efter att den hade skickats ut" in shown
