"""Routines of a body of a test, and their rounds: begun, signed over HTTP."""

import datetime
import uuid
from typing import Any

from django.test import Client

from contacts.bodies.body import BodyPage
from contacts.bodies.seat import Seat
from contacts.routines import keeping
from contacts.routines.routine import Routine
from contacts.routines.run import RoutineRun, RunStep
from contacts.routines.signature import StepSignature
from tests.support.bodies import body
from tests.support.contacts import function, organisation
from tests.support.factories import UserFactory

TODAY = datetime.date(2026, 10, 1)
STEPS = "Hämta in uppgifter\n\n  Jämför   med planen\nLämna till styrgruppen\n"


def council(**fields: Any) -> BodyPage:
    routine = Routine(title="Uppföljning", steps=STEPS, **fields)
    police = function("Polisområdeschef", organisation("Polisen", "police"))
    return body(seats=[Seat(function=police), Seat(function=function("Rektor"))], routines=[routine])


def begun(of: BodyPage, due: str = "2026-10-31", label: str = "Våren") -> RoutineRun:
    keeper = UserFactory(roles=["coordinator"])
    routine = Routine.objects.get(body=of)
    day = datetime.date.fromisoformat(due)
    return keeping.begin(routine, keeper, uuid.uuid4(), label=label, due=day)[0]


def beginning_of(of: BodyPage) -> str:
    """The address at which a round of its routine begins."""
    return f"/samverkan/rutiner/{Routine.objects.get(body=of).pk}/borja/"


def path_of(run: RoutineRun) -> str:
    return f"/samverkan/rutiner/omgang/{run.pk}/"


def sign(client: Client, run: RoutineRun, seat: str, *numbers: int) -> Any:
    steps = list(RunStep.objects.filter(run=run, number__in=numbers).values_list("pk", flat=True))
    chosen = Seat.objects.filter(function__name=seat).values_list("function", flat=True).first()
    fields = {"way": "sign", "sign-steps": steps, "sign-function": chosen}
    return client.post(path_of(run), fields, follow=True)


def standing(run: RoutineRun) -> list[int]:
    rows = StepSignature.objects.filter(step__run=run, withdrawn_at=None)
    return list(rows.order_by("step__number").values_list("step__number", flat=True))
