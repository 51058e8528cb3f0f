"""Attendance, certificate, evaluation and the managers' figures."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from handslag import clock
from handslag.places.models import Municipality, Unit
from tests.plan_pages.pdf.reading import is_tagged, words_of
from tests.support import training
from tests.support.factories import UserFactory, restrict
from tests.training.registrations.people import MINE, registered, signed_in
from training.models import Evaluation, Occasion, Registration, UnitManager
from training.occasions import acting as arranging
from training.occasions.kinds import OccasionState
from training.registrations.evaluations.answering import NotAskedError, answer
from training.registrations.evaluations.results import results
from training.registrations.kinds import RegistrationState
from training.registrations.refusals import NotHeldError

pytestmark = pytest.mark.django_db

BEGINS = datetime.datetime(2026, 3, 2, 8, tzinfo=datetime.UTC)
BEFORE, AFTER = BEGINS - datetime.timedelta(days=20), BEGINS + datetime.timedelta(hours=5)
MOST_QUESTIONS = 15


def held(people: int = 3, capacity: int = 20, **fields: Any) -> tuple[Occasion, list[Registration]]:
    with clock.set_to(BEFORE):
        occasion = training.occasion(at="2026-03-02 09:00", capacity=capacity, **fields)
        rows = [
            registered(occasion, UserFactory(name=f"Deltagare {number}"), needs="Ramp")
            for number in range(people)
        ]
    return occasion, rows


def test_attendance__is_marked_at_the_door_by_organisers_only() -> None:
    occasion, (first, second, waiting) = held(capacity=2)
    address = f"/utbildning/tillfalle/{occasion.pk}/narvaro/"
    organiser, reader = signed_in(UserFactory(roles=["coordinator"])), signed_in(first.person)
    assert reader.get(address).status_code == reader.post(address, {}).status_code == 404
    with clock.set_to(BEFORE):
        organiser.post(address, {"mark": f"attended:{first.pk}"})
        assert Registration.objects.get(pk=first.pk).state == RegistrationState.CONFIRMED
    # Also where the course's page was taken away since: people came all the same.
    occasion.course.unpublish()
    with clock.set_to(AFTER):
        for mark in (
            f"attended:{first.pk}",
            f"absent:{second.pk}",
            f"unmarked:{second.pk}",
            f"absent:{second.pk}",
            f"attended:{waiting.pk}",
            "attended:x",
            f"attended:{'9' * 5000}",
            "gone:1",
        ):
            assert organiser.post(address, {"mark": mark}).status_code == 302
        assert organiser.post(address, {"mark": "attended:999999"}).status_code == 404
        page = organiser.get(address).content.decode()
    assert "Deltagare 0" in page and "Ramp" in page
    states = list(Registration.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["attended", "absent", "waiting"], "there was no place for the third"
    assert Occasion.objects.get().taken == 2


def test_called_off_half_way__no_attendance_and_nothing_to_have_of_it() -> None:
    occasion, (came, registered_only, _third) = held()
    address = f"/utbildning/tillfalle/{occasion.pk}/narvaro/"
    organiser = signed_in(UserFactory(roles=["coordinator"]))
    with clock.set_to(BEGINS + datetime.timedelta(hours=1)):
        organiser.post(address, {"mark": f"attended:{came.pk}"})
        assert 'name="mark"' in organiser.get(address).content.decode()
        arranging.cancel(occasion.pk, "Läraren blev sjuk", None)
        page = organiser.get(address).content.decode()
        assert 'name="mark"' not in page and "Tillfället är inställt" in page
        answer = organiser.post(address, {"mark": f"attended:{registered_only.pk}"}, follow=True)
        with translation.override("sv"):
            assert [str(one) for one in answer.context["messages"]] == [NotHeldError().sentence]
    with clock.set_to(AFTER):
        for row in (came, registered_only):
            page = signed_in(row.person).get(MINE).content.decode()
            assert "tillfället är inställt" in page
            assert "/utbildning/intyg/" not in page and "/utvardering/" not in page
        Occasion.objects.update(state=OccasionState.OPEN)
        page = signed_in(came.person).get(MINE).content.decode()
        assert "/utbildning/intyg/" in page and "/utvardering/" in page


def test_mine__links_to_no_page_that_is_not_there() -> None:
    occasion, (row, *_others) = held()
    path = f"/utbildning/tillfalle/{occasion.pk}/anmal/"
    client = signed_in(row.person)
    with clock.set_to(BEFORE):
        assert path in client.get(MINE).content.decode()
        occasion.course.unpublish()
        page = client.get(MINE).content.decode()
    assert path not in page and occasion.course.title in page


def test_certificate__only_after_the_end_of_what_was_held_and_by_those_who_see_the_course() -> None:
    occasion, (came, *_others) = held()
    Registration.objects.update(state=RegistrationState.ATTENDED)
    papers = (f"/utbildning/intyg/{came.pk}.pdf", f"/utbildning/tillfalle/{occasion.pk}/utvardering/")
    client, editor = signed_in(came.person), signed_in(UserFactory(roles=["editor"]))
    with clock.set_to(BEGINS + datetime.timedelta(hours=1)):
        assert [client.get(paper).status_code for paper in papers] == [404, 404], (
            "not on the first day of several"
        )
    with clock.set_to(AFTER):
        assert [client.get(paper).status_code for paper in papers] == [200, 200]
        Occasion.objects.update(state=OccasionState.CANCELLED)
        assert [client.get(paper).status_code for paper in papers] == [404, 404], "called off half-way"
        with pytest.raises(NotAskedError):
            answer(came, useful=5, level="right", better="")
        Occasion.objects.update(state=OccasionState.OPEN)
        assert editor.get(papers[0]).status_code == 200
        restrict(occasion.course, "dialogue")
        assert editor.get(papers[0]).status_code == 404


def test_certificate__is_tagged_the_same_each_time_and_only_for_who_came() -> None:
    _occasion, (came, absent, _third) = held()
    with clock.set_to(AFTER):
        for row, state in ((came, RegistrationState.ATTENDED), (absent, RegistrationState.ABSENT)):
            Registration.objects.filter(pk=row.pk).update(state=state)
        address = f"/utbildning/intyg/{came.pk}.pdf"
        answer = signed_in(came.person).get(address)
        assert answer.status_code == 200
        assert is_tagged(answer.content) and "Deltagare 0" in words_of(answer.content)
        assert signed_in(UserFactory(roles=["editor"])).get(address).content == answer.content
        assert signed_in(absent.person).get(address).status_code == 404
        assert signed_in(absent.person).get(f"/utbildning/intyg/{absent.pk}.pdf").status_code == 404


def test_evaluation__is_anonymous_and_shown_in_fives() -> None:
    occasion, rows = held(people=11)
    Registration.objects.update(state=RegistrationState.ATTENDED)
    with clock.set_to(AFTER):
        client = signed_in(rows[0].person)
        address = f"/utbildning/tillfalle/{occasion.pk}/utvardering/"
        assert "utvardering" in client.get(MINE).content.decode()
        assert client.post(address, {"useful": 9}).status_code == 422
        form = {"useful": 5, "level": "right", "better": "Mer tid"}
        assert client.post(address, form).status_code == client.post(address, form).status_code == 302
        assert signed_in(UserFactory()).post(address, form).status_code == 404
        shown = []
        for number, row in enumerate(rows[1:], start=2):
            keys = set(Evaluation.objects.values_list("pk", flat=True))
            answer(row, useful=1, level="too_hard", better="")
            # When a five is full, its rows are written anew: none stands where it came.
            stayed = keys & set(Evaluation.objects.values_list("pk", flat=True))
            assert len(stayed) == len(keys) - (4 if number % 5 == 0 else 0)
            found = results(occasion)
            shown.append((number, found.answers if found else 0))
        with pytest.raises(NotAskedError):
            answer(rows[1], useful=1, level="right", better="")
    assert shown == [(number, number // 5 * 5) for number in range(2, 12)]
    assert Evaluation.objects.count() == 11
    fields = {field.name for field in Evaluation._meta.get_fields()}
    assert fields == {"id", "occasion", "batch", "useful", "level", "better"}
    assert {row.batch for row in Evaluation.objects.all()} == {0, 1, 2}


def test_units__numbers_for_managers_and_nothing_of_small_ones() -> None:
    place = Municipality.objects.create(name="Sjövik", code="9901")
    large, small = (Unit.objects.create(municipality=place, name=name) for name in ("Stora", "Lilla"))
    crowd = [UserFactory(unit=large, municipality=place, name=f"Hemlig {number}") for number in range(5)]
    few = [UserFactory(unit=small, municipality=place) for _number in range(4)]
    with clock.set_to(BEFORE):
        for _number in range(4):
            occasion = training.occasion(training.course(), at="2026-03-02 09:00", capacity=3)
            for person in (*crowd, *few):
                registered(occasion, person, unit=person.unit)
        manager = UserFactory()
        assert signed_in(manager).get("/utbildning/enhet/").status_code == 404
        for unit in (large, small):
            UnitManager.objects.create(unit=unit, person=manager)
        client = signed_in(manager)
        client.get("/utbildning/enhet/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = client.get("/utbildning/enhet/").content.decode()
        assert "Stora" in page and "Lilla" not in page and "Hemlig" not in page
        assert len(asked) <= MOST_QUESTIONS, "\n".join(query["sql"] for query in asked)
        mine = signed_in(crowd[0])
        mine.get(MINE)
        with CaptureQueriesContext(connection) as asked:
            mine.get(MINE)
        assert len(asked) <= MOST_QUESTIONS, "\n".join(query["sql"] for query in asked)
