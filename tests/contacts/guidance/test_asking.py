"""From a question to feedback, as who asks and the forum see it."""

import datetime
import re
import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from contacts.guidance.kinds import Status
from contacts.guidance.reply_time import reply_by
from contacts.guidance.request import GuidanceMessage, GuidanceRequest
from handslag import clock
from tests.contacts.guidance.asking import QUESTION, START, address, asked, member, sent, signed_in
from tests.handslag.privacy.synthetic import NUMBER
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db

MONDAY = datetime.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def site(db: None) -> None:
    make_site()


def form(**changed: Any) -> dict[str, Any]:
    return {
        "situation": "symbols",
        "urgency": "week",
        "unit": "",
        "question": QUESTION,
        "token": uuid.uuid4(),
        **changed,
    }


def test_asking__the_whole_way() -> None:
    asker, forum = UserFactory(), member()
    with clock.set_to(MONDAY):
        answer = signed_in(asker).post(START, form())
    found = GuidanceRequest.objects.get()
    assert answer.headers["Location"] == f"{address(found)}#content"
    assert (found.status, found.asked_by, found.reply_by) == (Status.NEW, asker, datetime.date(2026, 3, 5))
    ours, theirs = signed_in(asker), signed_in(forum)
    assert sent(theirs, found, "take").status_code == 302
    assert sent(theirs, found, "answer", text="Fotografera, anmäl, ta bort.").status_code == 302
    assert "Fotografera, anmäl, ta bort." in ours.get(address(found)).content.decode()
    assert sent(ours, found, "further", text="Vem tar bort det?").status_code == 302
    found.refresh_from_db()
    assert found.status == Status.ASSIGNED and found.assigned_to == forum
    sent(theirs, found, "answer", text="Fastighetsägaren.")
    sent(ours, found, "feedback", is_useful="yes", text="Tydligt.")
    sent(theirs, found, "register", registry_number="KS 2026:14", answer_registry_number="KS 2026:15")
    sent(theirs, found, "close")
    found.refresh_from_db()
    assert (found.status, found.is_useful, found.registry_number) == (Status.CLOSED, True, "KS 2026:14")
    assert found.purge_on == clock.today() + datetime.timedelta(days=365)
    late = sent(ours, found, "further", text="En till?")
    assert late.status_code == 422 and "En till?" in late.content.decode()
    assert GuidanceMessage.objects.filter(request=found).count() == 3


def test_asking__twice_is_once() -> None:
    client, same = signed_in(UserFactory()), form()
    first, second = client.post(START, same), client.post(START, same)
    assert first.headers["Location"] == second.headers["Location"]
    assert GuidanceRequest.objects.count() == 1


def test_asking__the_same_token_of_another_person_is_another_request() -> None:
    same = form()
    for user in (UserFactory(), UserFactory()):
        signed_in(user).post(START, same)
    assert GuidanceRequest.objects.count() == 2


def test_answering__twice_is_once() -> None:
    found, client, token = asked(), signed_in(member()), uuid.uuid4()
    for _time in range(2):
        sent(client, found, "answer", text="Ett svar.", token=token)
    assert GuidanceMessage.objects.count() == 1


def test_asking__an_identity_number_is_refused_and_the_text_kept() -> None:
    answer = signed_in(UserFactory()).post(START, form(question=f"Det gäller {NUMBER}, vad gör vi?"))
    assert answer.status_code == 422
    assert f"Det gäller {NUMBER}, vad gör vi?" in answer.content.decode()
    assert not GuidanceRequest.objects.exists()


@pytest.mark.parametrize(
    ("step", "field"),
    [("answer", "text"), ("register", "registry_number"), ("register", "answer_registry_number")],
)
def test_forum__an_identity_number_is_refused_too(step: str, field: str) -> None:
    found = asked()
    assert sent(signed_in(member()), found, step, **{field: NUMBER}).status_code == 422
    found.refresh_from_db()
    assert not found.messages.exists() and not found.registry_number


def test_asking__code_cannot_write_a_number_either() -> None:
    with pytest.raises(ValidationError):
        asked(question=f"Om {NUMBER}")


def test_asking__a_wording_is_pointed_out_and_stops_nothing() -> None:
    client = signed_in(UserFactory())
    few = "Den enda pojken på Norra skolan som bär märket, vad gör vi?"
    plain = client.post(START, form(), follow=True).content.decode()
    page = client.post(START, form(question=few), follow=True).content.decode()
    assert "notification--warning" in page and "notification--warning" not in plain
    assert GuidanceRequest.objects.count() == 2


WORDS = "Ett långt\r\noch <b>genomtänkt</b> svar."
SHOWN = "Ett långt<br>och &lt;b&gt;genomtänkt&lt;/b&gt; svar."


@pytest.mark.parametrize(
    ("step", "field", "meanwhile", "status"),
    [
        ("answer", "text", "close", 422),
        ("answer", "text", "withdraw", 404),
        ("further", "text", "close", 422),
        ("rewrite", "question", "take", 422),
        ("rewrite", "question", "withdraw", 404),
        ("feedback", "text", "further", 422),
    ],
)
def test_what_was_written__is_given_back_where_the_request_moved_on(
    step: str, field: str, meanwhile: str, status: int
) -> None:
    """As somebody else did something, or the same person in another window."""
    asker, forum = UserFactory(), member()
    found, clients = asked(asker), (signed_in(asker), signed_in(forum))
    if step == "feedback":
        sent(clients[1], found, "answer", text="Svar.")
    by_forum = {"close", "take"}
    words = {"is_sure": "on", "text": "Mer?"}
    assert sent(clients[meanwhile in by_forum], found, meanwhile, **words).status_code == 302
    late = sent(clients[step == "answer"], found, step, **{field: WORDS, "is_useful": "yes"})
    assert late.status_code == status and SHOWN in late.content.decode()
    assert not GuidanceMessage.objects.filter(text__contains="genomtänkt").exists()


def test_what_was_written__is_not_given_back_where_it_stands_already() -> None:
    asker = UserFactory()
    found, client = asked(asker), signed_in(asker)
    sent(signed_in(member()), found, "answer", text="Svar.")
    for _time in range(2):
        assert sent(client, found, "feedback", is_useful="yes", text=WORDS).status_code == 302


def test_what_was_written__tells_nothing_of_a_request_of_others() -> None:
    found, client = asked(), signed_in(UserFactory())
    answers = [
        client.post(path, {"step": "further", "text": "Hej"})
        for path in (address(found), f"{START}987654321/")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    pages = [re.sub("[0-9]{9}|token.*", "", answer.content.decode()) for answer in answers]
    assert pages[0] == pages[1]


def test_numbers__tell_nothing_of_how_many_there_are() -> None:
    numbers = [asked().number for _each in range(5)]
    assert max(numbers) - min(numbers) > 1000
    assert all(10**8 <= number < 10**9 for number in numbers)
    client = signed_in(member())
    assert client.get(f"{START}{GuidanceRequest.objects.first().pk}/").status_code == 404
    assert f"vägledning {numbers[0]}" in client.get(f"{START}{numbers[0]}/").content.decode()


def test_question__is_changed_until_somebody_begins() -> None:
    asker = UserFactory()
    found, client = asked(asker), signed_in(asker)
    sent(client, found, "rewrite", question="En bättre fråga.")
    sent(signed_in(member()), found, "take")
    sent(client, found, "rewrite", question="För sent.")
    found.refresh_from_db()
    assert found.question == "En bättre fråga."


@pytest.mark.parametrize("step", ["take", "answer", "close", "register"])
def test_requester__does_nothing_of_the_forums(step: str) -> None:
    asker = member()
    found = asked(asker)
    sent(signed_in(asker), found, step, text="Jag svarar mig själv.")
    found.refresh_from_db()
    assert found.status == Status.NEW and not found.messages.exists()


@pytest.mark.parametrize("step", ["rewrite", "further", "feedback"])
def test_forum__does_nothing_of_the_requesters(step: str) -> None:
    found = asked()
    sent(signed_in(member()), found, step, text="Nej", question="Nej", is_useful="yes")
    found.refresh_from_db()
    assert found.question == QUESTION and found.is_useful is None and not found.messages.exists()


@pytest.mark.parametrize(
    ("urgency", "day"), [("today", (2026, 3, 9)), ("week", (2026, 3, 11)), ("no_hurry", (2026, 3, 20))]
)
def test_reply_time__counts_working_days_from_a_friday(urgency: str, day: tuple[int, int, int]) -> None:
    assert reply_by(datetime.date(2026, 3, 6), urgency) == datetime.date(*day)


def test_reply_time__is_a_setting(settings: Any) -> None:
    settings.GUIDANCE_REPLY_DAYS = {"today": 2}
    assert reply_by(MONDAY, "today") == datetime.date(2026, 3, 4)
    assert reply_by(MONDAY, "week") == datetime.date(2026, 3, 5)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "answered"},
        {"status": "closed"},
        {"purge_on": None},
        {"closed_at": datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)},
        {"is_useful": True},
        {"status": "lost"},
        {"answered_at": datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)},
    ],
)
def test_states__the_database_refuses_what_cannot_be(wrong: dict[str, Any]) -> None:
    found = asked()
    with pytest.raises(IntegrityError), transaction.atomic():
        GuidanceRequest.objects.filter(pk=found.pk).update(**wrong)


def test_model__has_no_field_for_whom_it_is_about() -> None:
    accounts = {"asked_by", "assigned_to"}
    related = {field.name for field in GuidanceRequest._meta.get_fields() if field.is_relation}
    assert related == {*accounts, "unit", "messages"}
    assert {field.name for field in GuidanceMessage._meta.get_fields() if field.is_relation} == {"request"}


def test_asking__says_that_it_may_become_public_and_where_matters_of_persons_belong() -> None:
    page = signed_in(UserFactory(roles=["staff"])).get(START).content.decode()
    assert "allmän handling" in page
    assert "socialtjänsten" in page and "eget system" in page
