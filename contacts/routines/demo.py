"""The demo council's routine: one round done, one under way and late."""

import datetime
import uuid

from django.contrib.auth import get_user_model
from django.utils import timezone

from contacts.bodies.body import BodyPage
from contacts.bodies.seats import seats_on
from contacts.routines.keeping import begin, sign
from contacts.routines.routine import Routine
from handslag import clock

KEEPER = "samordnare@handslag.test"
TITLE = "Uppföljning enligt rådets rutin"
LINK = "https://bjorkmark.example/rutiner/uppfoljning"
STEPS = (
    "Hämta in verksamheternas uppgifter om vad som är gjort.",
    "Jämför med aktivitetsplanen och skriv vad som skiljer.",
    "Gå igenom resultatet i beredningsgruppen.",
    "Lämna sammanställningen till styrgruppen.",
)
# Name, begun so many days ago, due in so many days from then, steps signed.
ROUNDS = (("Uppföljning av våren", 150, 40, 4), ("Uppföljning av hösten", 35, 30, 2))


def load_routines() -> None:
    """What is there stays as somebody may have changed it."""
    body = BodyPage.objects.filter(slug="bra", locale__language_code="sv").first()
    keeper = get_user_model()._default_manager.filter(email=KEEPER).first()
    if body is None or keeper is None or body.routines.exists():
        return
    body.routines.add(Routine(title=TITLE, source_link=LINK, steps="\n".join(STEPS)))
    body.save_revision(clean=False).publish()
    routine = Routine.objects.get(body=body)
    now = timezone.localtime(clock.now())
    for label, ago, days, signed in ROUNDS:
        begun = now - datetime.timedelta(days=ago)
        with clock.set_to(begun):
            token = uuid.uuid5(uuid.NAMESPACE_URL, label)
            due = begun.date() + datetime.timedelta(days=days)
            run, _is_new = begin(routine, keeper, token, label=label, due=due)
        seat = seats_on(clock.today()).filter(body=body).first()
        if seat is not None:
            with clock.set_to(begun + datetime.timedelta(days=7)):
                sign(run, keeper, seat.function, run.steps.values_list("pk", flat=True)[:signed])
