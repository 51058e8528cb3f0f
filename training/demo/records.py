"""What people and units of the demo have learned and need: a half-covered unit, a need without course, an overdue
method, and experiences over two years."""

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale

from handslag import clock
from handslag.places.models import Unit
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.catalogue.kinds import CourseKind
from training.catalogue.months import add_months
from training.competence.earlier import EarlierTraining
from training.demo.records_texts import (
    COURSE,
    COURSE_SUMMARY,
    ELSEWHERE,
    EXPERIENCES,
    METHODS,
    NEEDS,
    Review,
)
from training.experiences.experience import Experience
from training.managers.manager import UnitManager
from training.methods.method import Method, MethodReview
from training.needs.need import TrainingNeed
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration

# The employee's training soon holds no longer; three of seven at the head office know, and none has learned to talk.
ATTENDED = ("redaktor", "styrgrupp", "samordnare", "medarbetare")
HELD_MONTHS_AGO, HOLDS_MONTHS = 23, 24
MANAGER, MANAGED = "styrgrupp", "Kommunledningskontoret"


def load_records() -> None:
    if Method.objects.exists() or Experience.objects.exists():
        return
    course = _course()
    if course is not None:
        _attended(course)
    _needs(course)
    _methods()
    for kind, months, subject, place, number, learned, changes in EXPERIENCES:
        Experience.objects.create(
            kind=kind,
            held_on=_ago(months),
            subject=subject,
            place=place,
            participants=number,
            learned=learned,
            changes=changes,
        )


def _course() -> CoursePage | None:
    index = CatalogueIndexPage.objects.filter(locale=Locale.get_default()).first()
    existing = CoursePage.objects.filter(title=COURSE).first()
    if index is None or existing is not None:
        return existing
    page = CoursePage(
        title=COURSE,
        slug="grunderna-for-nyanstallda",
        kind=CourseKind.KNOWLEDGE,
        summary=COURSE_SUMMARY,
        audience="Alla som är nya i kommunen",
        valid_months=HOLDS_MONTHS,
        locale=index.locale,
    )
    index.add_child(instance=page)
    page.save_revision(clean=False).publish()
    return page


def _attended(course: CoursePage) -> None:
    people = _people(*ATTENDED)
    begins = timezone.make_aware(datetime.datetime.combine(_ago(HELD_MONTHS_AGO), datetime.time(9)))
    ends = begins + datetime.timedelta(hours=3)
    occasion = Occasion.objects.create(
        course=course,
        place="Stadshuset, Björksalen",
        capacity=20,
        taken=len(people),
        state=OccasionState.OPEN,
        starts_at=begins,
        ends_at=ends,
    )
    OccasionDay.objects.create(occasion=occasion, starts_at=begins, ends_at=ends)
    for person in people:
        Registration.objects.create(
            occasion=occasion,
            person=person,
            unit_id=getattr(person, "unit_id", None),
            state=RegistrationState.ATTENDED,
        )
    for person in _people("medarbetare"):
        EarlierTraining.objects.create(
            person=person,
            kind=CourseKind.CONVERSATION_METHOD,
            title=ELSEWHERE,
            held_in=_ago(5).replace(day=1),
        )
    for person in _people(MANAGER):
        for unit in Unit.objects.filter(name=MANAGED):
            UnitManager.objects.get_or_create(unit=unit, person=person)


def _needs(course: CoursePage | None) -> None:
    for name, kind, what, urgency, state, has_course, reason, is_suggestion in NEEDS:
        for unit in Unit.objects.filter(name=name):
            TrainingNeed.objects.create(
                unit=unit,
                kind=kind,
                what=what,
                urgency=urgency,
                state=state,
                course=course if has_course else None,
                reason=reason,
                is_suggestion=is_suggestion,
            )


def _methods() -> None:
    made: dict[str, Method] = {}
    for name, description, replaced_by, reviews in METHODS:
        made[name] = Method.objects.create(
            name=name, description=description, replaced_by=made.get(replaced_by)
        )
        for review in reviews:
            _review(made[name], review)


def _review(method: Method, review: Review) -> None:
    months, until, decision, evidence, sources = review
    decided_on = _ago(months)
    MethodReview.objects.create(
        method=method,
        evidence=evidence,
        sources=sources,
        decision=decision,
        decided_on=decided_on,
        next_review_on=add_months(decided_on, until) if until else None,
    )


def _people(*names: str) -> list[Any]:
    addresses = [f"{name}@handslag.test" for name in names]
    return list(get_user_model()._default_manager.filter(email__in=addresses))


def _ago(months: int) -> datetime.date:
    return add_months(clock.today(), -months)
