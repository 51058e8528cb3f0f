"""A text out with other bodies, over HTTP: sent out, answered, handled, closed; and every way in which it is not."""

import datetime
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from handslag import clock
from plan_pages.editions.series import EditionSeries
from plan_pages.road.event import EventKind
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.referral.summary import BodyState, referral_summary
from plan_pages.workflow import doors
from tests.handslag.privacy import documents
from tests.handslag.privacy.synthetic import NUMBER
from tests.support import plans, roads
from tests.support.factories import make_site
from tests.support.once import anew, once
from tests.support.referrals import (
    AFTER,
    BODIES,
    DAY,
    DEADLINE,
    LETTER,
    address,
    body,
    changed_text,
    enter,
    handle,
    moved_on,
    on_referral,
    post,
    sent_out,
    signed_in,
    upload,
    version,
)

pytestmark = pytest.mark.django_db


def reviewed() -> dict[str, Any]:
    make_site()
    people = {"editor": roads.person("editor", name="Eva Redaktör"), "reviewer": roads.person("reviewer")}
    page = plans.plan_page()
    plans.adopt(page)
    with clock.set_to(DAY):
        return {**people, "page": page, "matter": on_referral(page, people["editor"], people["reviewer"])}


before_sending = once(reviewed)


@pytest.fixture
def people(before_sending: dict[str, Any], settings: Any, tmp_path: Path) -> dict[str, Any]:
    settings.MEDIA_ROOT = str(tmp_path)
    return {name: anew(before_sending[name]) for name in ("editor", "reviewer")}


@pytest.fixture
def matter(before_sending: dict[str, Any], people: dict[str, Any]) -> Any:
    with clock.set_to(DAY):
        yield anew(before_sending["matter"])


def text(answer: Any) -> str:
    return str(answer.content.decode())


def stage(matter: Matter) -> str:
    matter.refresh_from_db()
    return matter.stage


def kinds(matter: Matter) -> list[str]:
    return [event.kind for event in matter.events.all()]


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


def test_summary__says_what_the_board_needs_and_no_addresses(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        enter(editor, matter, "Polis", stance="Tillstyrker", registry_number="A123", received_on=AFTER)
        handle(editor, matter, "Polis")
        post(editor, matter, "close", summary="En fråga.")
    summary = referral_summary(matter)
    (found,) = summary.rounds
    assert (found.asked, found.answered, found.declined, found.no_reply, found.late) == (2, 1, 0, 1, 1)
    assert found.is_same_text and found.summary == "En fråga."
    police, school = found.bodies
    assert (police.stance, police.registry_number, police.is_late) == ("Tillstyrker", "A123", True)
    assert police.handling == "Avsnitt 2 är omskrivet." and school.state == BodyState.SILENT
    read = text(signed_in(roads.person("board")).get(address(matter)))
    assert "exakt den här texten" in read and "1 svar kom för sent." in read
    assert "example" not in read and "Eva Redaktör" not in read


@pytest.mark.parametrize("declines", [True, False])
def test_all_answered__may_close_before_the_day(
    matter: Matter, people: dict[str, Any], declines: bool
) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    enter(editor, matter, "Polis", declines="on", text="")
    if not declines:
        post(editor, matter, "close")
        assert stage(matter) == Stage.REFERRAL
        return
    enter(editor, matter, "Skol", declines="on", text="")
    post(editor, matter, "close")
    assert stage(matter) == Stage.BOARD
    assert referral_summary(matter).rounds[0].declined == 2


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


@pytest.mark.parametrize(
    ("role", "sees", "acts"),
    [
        ("editor", True, True),
        ("coordinator", True, True),
        ("reviewer", True, False),
        ("board", True, False),
        ("board_secretary", True, False),
        ("steering_group", True, False),
        ("auditor", True, False),
        ("forum", False, False),
        ("dialogue", False, False),
        ("staff", False, False),
    ],
)
def test_roles__who_sees_and_who_acts(
    matter: Matter, people: dict[str, Any], role: str, sees: bool, acts: bool
) -> None:
    user = roads.person(role)
    assert signed_in(user).get(address(matter)).status_code == (200 if sees else 404)
    post(user, matter, "open", **LETTER, seen=matter.digest)
    assert ReferralRound.objects.exists() is acts
    if not acts:
        sent_out(matter, people["editor"])
    enter(user, matter, "Polis", declines="on", text="")
    assert ReferralReply.objects.exists() is acts
    own = signed_in(user).post(address(matter, body("Skol").pk), {"way": "save", "name": "Nytt namn"})
    assert own.status_code == (302 if sees else 404)
    assert ReferralBody.objects.filter(name="Nytt namn").exists() is acts
    for way in ("extend", "invite", "again", "close", "mail", "summarise"):
        post(user, matter, way, deadline="2026-06-01", bodies="Kyrkan", again="on", summary="x")
    assert ReferralRound.objects.filter(deadline="2026-06-01").exists() is acts
    assert stage(matter) == Stage.REFERRAL


def test_who_may_not__reads_why(matter: Matter) -> None:
    page = text(post(roads.person("board"), matter, "open", **LETTER, seen=matter.digest))
    assert "Redaktör" in page and not ReferralRound.objects.exists()


def test_stranger__is_sent_to_sign_in(matter: Matter) -> None:
    answer = Client().get(address(matter))
    assert answer.status_code == 302 and answer["Location"].startswith("/konto/login/")


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


def test_more_time__counts_for_what_is_late(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    assert post(editor, matter, "extend", deadline=DEADLINE.isoformat()).status_code == 422
    assert "längre tid" in text(post(editor, matter, "extend", deadline="2026-05-01"))
    with clock.set_to(AFTER):
        enter(editor, matter, "Polis", received_on=AFTER.isoformat())
        assert referral_summary(matter).rounds[0].late == 0
        post(editor, matter, "close")
        assert stage(matter) == Stage.REFERRAL
    assert matter.events.filter(kind=EventKind.REFERRED).last().data["deadline"] == "2026-05-01"


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


def test_body_of_another_matter__is_not_found(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    series = EditionSeries.objects.create(
        kind="action_plan", address="en-annan", translation_key=uuid.uuid4()
    )
    other = Matter.objects.create(series=series)
    police = body("Polis").pk
    for parts in ((police,), (police, "svar"), (police, "svar", "fil")):
        assert signed_in(people["editor"]).get(address(matter, *parts[:2])).status_code == 200
        assert signed_in(people["editor"]).get(address(other, *parts)).status_code == 404
        answer = signed_in(people["editor"]).post(address(other, *parts), {"way": "remove"})
        assert answer.status_code in (404, 405)
    assert body("Polis").pk == police


def test_closed_round__takes_no_more_replies(matter: Matter, people: dict[str, Any]) -> None:
    editor = people["editor"]
    sent_out(matter, editor)
    with clock.set_to(AFTER):
        page = signed_in(editor).get(address(matter, body("Polis").pk, "svar"))
        post(editor, matter, "close")
        assert page.status_code == 200 and stage(matter) == Stage.BOARD
        enter(editor, matter, "Polis")
        post(editor, matter, "close")
    assert not ReferralReply.objects.exists() and stage(matter) == Stage.BOARD


def test_closing_from_an_old_page__approves_no_review(matter: Matter, people: dict[str, Any]) -> None:
    """A person with both roles presses “close” on a page that is old by then: the matter is in review again."""
    both = roads.person("editor", "reviewer")
    matter = changed_text(matter, people["editor"])
    assert matter.stage == Stage.REVIEW
    post(both, matter, "close", summary="")
    assert stage(matter) == Stage.REVIEW


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


def test_start_page__says_what_waits_for_editors_and_to_nobody_else(
    matter: Matter, people: dict[str, Any]
) -> None:
    editor = people["editor"]

    def start(user: Any) -> str:
        return text(signed_in(user).get("/"))

    assert "Skicka ut texten på remiss" in start(editor)
    assert "Skicka ut texten på remiss" not in start(people["reviewer"])
    sent_out(matter, editor)
    assert "Skicka ut texten på remiss" not in start(editor) and "Avsluta remissen" not in start(editor)
    enter(editor, matter, "Polis")
    assert "Hantera 1 remissvar" in start(editor) and "1 april 2026" in start(editor)
    handle(editor, matter, "Polis")
    assert "Hantera 1 remissvar" not in start(editor)
    with clock.set_to(AFTER):
        assert "Avsluta remissen" in start(editor)
        post(editor, matter, "close")
        assert "Avsluta remissen" not in start(editor)


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
