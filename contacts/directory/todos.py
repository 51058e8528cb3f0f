"""What waits for the coordinator: functions nobody holds (A1.2, A5.2) and particulars nobody has checked for long."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.directory.checking import last_good_day, unchecked
from contacts.directory.rows import organisation_url
from contacts.directory.rules import may_keep
from contacts.functions.function import Function
from contacts.functions.person import ContactPerson
from handslag import clock
from handslag.access.people import Person
from handslag.start.todos import Todo, one_by_one


def vacancies_for(user: Person) -> Iterator[Todo]:
    if not may_keep(user):
        return
    vacant = Function.objects.current().vacant(clock.today()).select_related("organisation")
    yield from one_by_one(vacant, _vacancy, _vacancies)


def _vacancy(function: Function) -> Todo:
    return Todo(
        _("Vacant: %(function)s, %(organisation)s")
        % {"function": function.name, "organisation": function.organisation.name},
        f"{organisation_url(function.organisation_id)}#funktion-{function.pk}",
        key=f"function {function.pk}",
    )


def _vacancies(number: int, _first: Function) -> Todo:
    title = ngettext("%(number)d function is vacant", "%(number)d functions are vacant", number)
    return Todo(title % {"number": number}, f"{reverse('contacts:list')}?vakant=on", key="many")


def checks_for(user: Person) -> Iterator[Todo]:
    if not may_keep(user):
        return
    if number := unchecked().count():
        title = ngettext(
            "Check the particulars of %(number)d organisation",
            "Check the particulars of %(number)d organisations",
            number,
        )
        yield Todo(title % {"number": number}, f"{reverse('contacts:list')}?granska=on", key="organisations")
    if number := ContactPerson.objects.filter(checked_on__lt=last_good_day()).count():
        title = ngettext(
            "Ask %(number)d contact person whether the particulars are right",
            "Ask %(number)d contact persons whether the particulars are right",
            number,
        )
        url = f"{reverse('contacts_persons:index')}?ordering=checked_on"
        yield Todo(title % {"number": number}, url, key="persons")
