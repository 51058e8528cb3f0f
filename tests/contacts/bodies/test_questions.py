"""Open questions stay in sight until they are closed (A2.5, A2.6)."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.html import escape
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from contacts.collaboration.question import OpenQuestion
from contacts.collaboration.question_retention import purge_questions
from contacts.collaboration.todos import waiting_for
from handslag import clock
from handslag.access.models import ReadLogEntry
from tests.support.bodies import collaboration
from tests.support.contacts import organisation
from tests.support.factories import UserFactory, make_site, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
DAY = datetime.date(2026, 3, 2)
BEFORE = DAY - datetime.timedelta(days=1)
ANSWERED: dict[str, Any] = {"answer": "Nej, inte nu", "answered_on": DAY}


@pytest.mark.parametrize(
    ("fields", "is_allowed"),
    [
        ({}, True),
        (ANSWERED, True),
        ({**ANSWERED, "is_provisional": True}, False),
        ({**ANSWERED, "is_provisional": True, "revisit_on": DAY}, True),
        ({**ANSWERED, "revisit_on": DAY}, True),
        ({"answer": "Nej"}, False),
        ({"answered_on": DAY}, False),
        ({"is_provisional": True, "revisit_on": DAY}, False),
        ({"closed_on": DAY}, False),
        ({**ANSWERED, "closed_on": DAY}, True),
        ({**ANSWERED, "answered_on": BEFORE}, False),
        ({**ANSWERED, "revisit_on": BEFORE}, False),
        ({"revisit_on": BEFORE}, False),
        ({**ANSWERED, "closed_on": BEFORE}, False),
        ({"asked_on": datetime.date(26, 3, 2)}, False),
        ({"revisit_on": datetime.date(9999, 3, 2)}, False),
    ],
)
def test_question__what_belongs_together(fields: dict[str, Any], is_allowed: bool) -> None:
    question = OpenQuestion(question="Gemensamt Brå?", **{"asked_on": DAY, **fields})
    if is_allowed:
        question.full_clean()
        question.save()
        return
    with pytest.raises(ValidationError):
        question.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        question.save()


def test_list__open_ones_first_and_strangers_sign_in() -> None:
    make_site()
    for name, closed in (("Stängd", DAY), ("Obesvarad", None)):
        answer = ANSWERED if closed else {}
        OpenQuestion.objects.create(
            question=name, asked_on=DAY, closed_on=closed, asked_of=organisation(f"Org {name}"), **answer
        )
    assert Client().get("/samverkan/fragor/").status_code == 302
    reader = Client()
    reader.force_login(UserFactory(roles=["staff"]))
    text = reader.get("/samverkan/fragor/").content.decode()
    assert text.index("Obesvarad") < text.index("Stängd")
    assert "Nej, inte nu" in text
    assert "/admin/" not in text
    assert reader.get("/en/samverkan/fragor/").status_code == 200


def test_list__goes_by_the_sections_page_and_its_reading_is_logged() -> None:
    section = collaboration()
    question = OpenQuestion.objects.create(question="Gemensamt Brå?", asked_on=DAY, revisit_on=DAY)

    def answers(*roles: str) -> tuple[int, int]:
        """What the page answers, and how many readings that leaves."""
        ReadLogEntry.objects.all().delete()
        client = Client()
        client.force_login(UserFactory(roles=[*roles]))
        return client.get("/samverkan/fragor/").status_code, ReadLogEntry.objects.count()

    assert answers("staff") == (200, 0)
    restrict(section, "forum")
    assert (answers("staff"), answers("forum")) == ((404, 0), (200, 1))
    coordinators = [UserFactory(roles=roles) for roles in (["coordinator"], ["coordinator", "forum"])]
    with clock.set_to(DAY):
        told = [[todo.page_id for todo in waiting_for(one)] for one in coordinators]
    assert told == [[], [section.pk]]
    question.delete()
    assert (answers("staff"), answers("forum")) == ((404, 0), (200, 1))
    section.unpublish()
    assert answers("forum") == (404, 0)


def test_coordinator__answers_in_the_admin_and_an_answer_for_now_needs_a_day() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)
    client = Client()
    client.force_login(UserFactory(roles=["coordinator"]))
    fields = {
        "question": "Gemensamt Brå?",
        "asked_on": "2026-03-02",
        "answer": "Nej",
        "answered_on": "2026-03-03",
    }
    refused = client.post("/admin/open-questions/new/", {**fields, "is_provisional": "on"})
    assert refused.status_code == 200
    assert not OpenQuestion.objects.exists()
    taken = client.post(
        "/admin/open-questions/new/", {**fields, "is_provisional": "on", "revisit_on": "2027-03-02"}
    )
    assert taken.status_code == 302
    assert "Gemensamt Brå?" in client.get("/samverkan/fragor/").content.decode()
    person_number = client.post("/admin/open-questions/new/", {**fields, "question": "Om 640823-3234"})
    assert person_number.status_code == 200
    assert OpenQuestion.objects.count() == 1


def test_question__is_kept_for_a_set_time_after_it_was_closed(settings: Any) -> None:
    """With what the admin's history says of it, which begins with its words."""
    settings.QUESTION_KEEP_DAYS = 30
    for name, fields in {
        "Stängd": {**ANSWERED, "closed_on": DAY},
        "Stängd senare": {**ANSWERED, "closed_on": DAY + datetime.timedelta(days=1)},
        "Besvarad för länge sedan": ANSWERED,
        "Obesvarad": {},
    }.items():
        question = OpenQuestion.objects.create(question=name, asked_on=DAY, **fields)
        log(instance=question, action="wagtail.edit")
    with clock.set_to(DAY + datetime.timedelta(days=30)):
        assert purge_questions() == 0
    with clock.set_to(DAY + datetime.timedelta(days=31)):
        assert purge_questions() == 1
    left = {"Stängd senare", "Besvarad för länge sedan", "Obesvarad"}
    assert set(OpenQuestion.objects.values_list("question", flat=True)) == left
    assert set(ModelLogEntry.objects.values_list("label", flat=True)) == left


def test_two_who_answer_one_question__do_not_undo_each_other() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)
    question = OpenQuestion.objects.create(question="Gemensamt Brå?", asked_on=DAY, revisit_on=DAY)
    address = f"/admin/open-questions/edit/{question.pk}/"
    first, second = Client(), Client()
    for client in (first, second):
        client.force_login(UserFactory(roles=["coordinator", "staff"]))
    seen = first.get(address).context["form"].initial["seen"]
    assert f'name="seen" value="{escape(seen)}"' in second.get(address).content.decode()
    fields = {"question": "Gemensamt Brå?", "asked_on": "2026-03-02", "revisit_on": "2026-03-02"}
    answered = {**fields, "answer": "Ja", "answered_on": "2026-03-02", "seen": seen}
    assert first.post(address, answered).status_code == 302
    assert first.post(address, answered).status_code == 302
    late = {**fields, "question": "Gemensamt Brå, tack?", "seen": seen}
    refused = second.post(address, late)
    assert refused.status_code == 200 and "Gemensamt Brå, tack?" in refused.content.decode()
    assert OpenQuestion.objects.get().answer == "Ja"
    now = refused.context["form"].data["seen"]
    assert second.post(address, {**late, "seen": now}).status_code == 302
    assert OpenQuestion.objects.get().answer == ""


def test_list__says_when_to_ask_again_and_leads_to_the_form() -> None:
    make_site()
    call_command("setup_roles", verbosity=0)
    question = OpenQuestion.objects.create(question="Gemensamt Brå?", asked_on=DAY, revisit_on=DAY)
    for role, is_linked in (("coordinator", True), ("forum", False)):
        client = Client()
        client.force_login(UserFactory(roles=[role, "staff"]))
        text = client.get("/samverkan/fragor/").content.decode()
        assert "Ställs igen 2 mars 2026" in text
        assert (f"/admin/open-questions/edit/{question.pk}/" in text) is is_linked
