"""Who sees, begins and signs rounds of routines; seen is what belongs to a body that the person sees."""

from django.db.models import Q, QuerySet

from contacts.bodies.body import BodyPage
from contacts.bodies.keepers import may_keep_body
from contacts.bodies.seats import seats_on
from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.routines.routine import Routine
from contacts.routines.run import RoutineRun, RunQuerySet
from contacts.routines.signature import StepSignature
from handslag import clock
from handslag.access.people import Person, is_signed_in
from handslag.access.visibility import page_condition


def runs_seen_by(user: Person) -> RunQuerySet:
    """Those of an unpublished body are seen by who keeps it: what was signed stays, and what was not is still to do."""
    return RoutineRun.objects.filter(_of_seen_body(user), Q() if may_keep_body(user) else Q(body__live=True))


def with_rounds(bodies: list[BodyPage]) -> list[BodyPage]:
    """Those of `bodies` that have any round; nothing is asked where there are no bodies."""
    if not bodies:
        return []
    runs = RoutineRun.objects.filter(body__in=[body.pk for body in bodies])
    numbers = set(runs.order_by().values_list("body", flat=True).distinct())
    return [body for body in bodies if body.pk in numbers]


def routines_seen_by(user: Person) -> QuerySet[Routine]:
    return Routine.objects.filter(_of_seen_body(user), body__live=True)


def functions_to_sign_for(user: Person, body: BodyPage) -> QuerySet[Function]:
    """Whoever holds a seat's function today signs for it (the directory and the account name one address); who keeps
    the body signs for any of its seats, and where it has none, for any function."""
    today = clock.today()
    functions = Function.objects.current().select_related("organisation")
    seated = Q(pk__in=seats_on(today).filter(body=body.pk).values("function"))
    if may_keep_body(user):
        found = functions.filter(seated)
        return found if found.exists() else functions
    email = getattr(user, "email", "") if is_signed_in(user) else ""
    if not email:
        return functions.none()
    held = Holding.objects.on(today).filter(person__email__iexact=email)
    return functions.filter(seated, pk__in=held.values("function"))


def may_withdraw(user: Person, signature: StepSignature) -> bool:
    return signature.signed_by_id == user.pk or may_keep_body(user)


def _of_seen_body(user: Person) -> Q:
    return page_condition(user, "body__path", "body__depth")
