"""Steps are signed by function and account; a signature is withdrawn with a reason and never changed (B-2.1)."""

import datetime
import re

import pytest
from django.test import Client
from django.utils.html import escape

from contacts.bodies.seat import Seat
from contacts.routines import keeping
from contacts.routines.run import RoutineRun
from contacts.routines.signature import WITHDRAWAL, StepSignature
from tests.support.clients import client_of
from tests.support.contacts import function, held, organisation
from tests.support.factories import UserFactory
from tests.support.routines import beginning_of, begun, council, path_of, sign, standing

pytestmark = pytest.mark.django_db


# Who is asked, and the seats they sign for.
SIGNERS: list[tuple[list[str], str, list[str]]] = [
    (["coordinator"], "sam@kommun.test", ["Polisområdeschef", "Rektor"]),
    (["staff"], "kim@polisen.test", ["Polisområdeschef"]),
    (["staff"], "alex@polisen.test", []),
    (["staff"], "slutat@polisen.test", []),
    (["staff", "editor", "reviewer", "forum", "board", "auditor"], "vera@kommun.test", []),
]


def test_roles__seats_sign_for_themselves_and_keepers_for_all() -> None:
    of = council()
    seats = {seat.function.name: seat.function for seat in Seat.objects.select_related("function")}
    elsewhere = function("Jurist", organisation("Juristbyrån"))
    for place, email, until in (
        (seats["Polisområdeschef"], "slutat@polisen.test", datetime.date(2026, 8, 31)),
        (elsewhere, "alex@polisen.test", None),
    ):
        row = held(place, since="2026-01-01", until=until)
        row.person.email = email
        row.person.save()
    row = held(seats["Polisområdeschef"], since="2026-09-01")
    # The directory writes addresses as people do.
    row.person.email = "Kim@Polisen.test"
    row.person.save()
    run = begun(of)
    begin = beginning_of(of)
    for roles, email, expected in SIGNERS:
        client = client_of(*roles, email=email)
        StepSignature.objects.filter(step__run=run)._raw_delete("default")
        page = client.get(path_of(run)).content.decode()
        assert ('name="sign-function"' in page) == bool(expected), email
        for name in seats:
            StepSignature.objects.filter(step__run=run)._raw_delete("default")
            sign(client, run, name, 1)
            assert standing(run) == ([1] if name in expected else []), (email, name)
        is_keeper = "coordinator" in roles
        assert client.get(begin).status_code == (200 if is_keeper else 404)
        assert client.post(begin, {"label": "X"}).status_code == (422 if is_keeper else 404)
        assert (begin in client.get(f"/samverkan/rutiner/organ/{of.pk}/").content.decode()) == is_keeper
        client.post(path_of(run), {"way": "end", "end-why": "Fel"})
        run.refresh_from_db()
        assert (run.ended_at is not None) == is_keeper, email
        RoutineRun.objects.filter(pk=run.pk).update(ended_at=None, ended_by=None, ended_why="")
        run.refresh_from_db()
    assert RoutineRun.objects.count() == 1
    assert [Client().get(page).status_code for page in (path_of(run), begin)] == [302, 302]


def test_signature__is_withdrawn_with_a_reason_that_stays_and_never_changed() -> None:
    run, mine, other = begun(council()), client_of("coordinator"), client_of("coordinator")
    for _twice in range(2):
        sign(mine, run, "Rektor", 1, 2)
    assert (standing(run), StepSignature.objects.count()) == ([1, 2], 2)
    # Somebody else comes second: nothing of what they sent is signed.
    sign(other, run, "Rektor", 2, 3)
    assert standing(run) == [1, 2]

    first = StepSignature.objects.order_by("step__number").first()
    assert first is not None
    fields = {"way": "withdraw", "withdraw-signature": first.pk}
    assert mine.post(path_of(run), {**fields, "withdraw-why": ""}).status_code == 422
    answer = mine.post(path_of(run), {**fields, "withdraw-why": "Om 640823-3234"})
    assert answer.status_code == 422 and "Om 640823-3234" in answer.content.decode()
    assert client_of("staff").post(path_of(run), {**fields, "withdraw-why": "Nej"}).status_code == 409
    assert standing(run) == [1, 2]
    answer = mine.post(path_of(run), {**fields, "withdraw-why": "Fel termin"}, follow=True)
    assert standing(run) == [2]
    assert "Fel termin" in answer.content.decode()
    mine.post(path_of(run), {**fields, "withdraw-why": "En annan anledning"})
    first.refresh_from_db()
    assert first.withdrawn_why == "Fel termin"
    sign(other, run, "Polisområdeschef", 1)
    assert "Fel termin" in other.get(path_of(run)).content.decode()
    assert (standing(run), StepSignature.objects.count()) == ([1, 2], 3)

    second = StepSignature.objects.filter(withdrawn_at=None).order_by("step__number").last()
    assert second is not None
    second.signed_as = "Någon annan"
    for write in (second.save, lambda: second.save(update_fields=["signed_as"]), second.delete):
        with pytest.raises(TypeError):
            write()
    with pytest.raises(TypeError):
        first.save(update_fields=WITHDRAWAL)
    step = second.step
    step.text = "Något annat"
    with pytest.raises(TypeError):
        step.save()


MOVED_ON = "Inget ändrades: något har hänt med omgången"


def test_moved_on__keeps_what_was_chosen_and_what_was_typed() -> None:
    run, mine, other = begun(council()), client_of("coordinator"), client_of("coordinator")
    sign(mine, run, "Rektor", 2)
    answer = sign(other, run, "Rektor", 2, 3)
    page = answer.content.decode()
    assert answer.status_code == 409 and MOVED_ON in page and "error-summary" in page
    third = run.steps.get(number=3).pk
    assert re.search(rf'value="{third}"[^>]*checked', page)
    # The round is ended while two others write why: their forms are gone, their words are not.
    typed = {
        "withdraw": {"withdraw-signature": StepSignature.objects.get().pk, "withdraw-why": "Fel termin & år"},
        "end": {"end-why": "Begynt av misstag & glömd"},
    }
    keeping.end(run, UserFactory(roles=["coordinator"]), "Avslutad")
    for way, fields in typed.items():
        answer = mine.post(path_of(run), {"way": way, **fields})
        page = answer.content.decode()
        assert answer.status_code == 409 and MOVED_ON in page, way
        assert escape(str(fields[f"{way}-why"])) in page
    assert standing(run) == [2]
