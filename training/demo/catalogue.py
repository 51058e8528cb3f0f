"""The demo's training catalogue; what is there stays as somebody may have changed it."""

import datetime

from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.demo.sections import SectionText, load_section
from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.catalogue.link_asking import Answer
from training.catalogue.link_check import Problem
from training.catalogue.link_checking import note
from training.catalogue.material import CourseMaterial
from training.demo.catalogue_texts import (
    BROKEN,
    COURSES,
    OCCASIONS,
    WORKING,
    CourseText,
    DemoCourse,
    DemoOccasion,
)
from training.occasions import acting
from training.occasions.day import OccasionDay
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.saving import keep

TEXTS = {
    "sv": SectionText(
        "Utbildning",
        "utbildning",
        "<p>Utbildningar om våldsbejakande extremism och om att samtala med den som är på väg in i den.</p>",
    ),
    "en": SectionText(
        "Training",
        "training",
        "<p>Training about violent extremism, and about talking with those who are on their way into it.</p>",
    ),
}


def load_catalogue() -> None:
    load_section(CatalogueIndexPage, TEXTS)
    pages = {page.locale.language_code: page for page in CatalogueIndexPage.objects.select_related("locale")}
    if "sv" not in pages or CoursePage.objects.exists():
        return
    with override("sv"):
        courses: dict[str, CoursePage] = {}
        for course in COURSES:
            courses[course.key] = _course(course, pages, courses)
        for occasion in OCCASIONS:
            _occasion(occasion, courses[occasion.course])
        _checked_links()


def _course(
    course: DemoCourse, pages: dict[str, CatalogueIndexPage], others: dict[str, CoursePage]
) -> CoursePage:
    first = _page(course, course.sv, pages["sv"])
    first.replaced_by = others.get(course.replaced_by)
    first.materials = [
        CourseMaterial(title=title, url=url, owner=_coordinator(), sort_order=number)
        for number, (title, url) in enumerate(course.links)
    ]
    _published(first, pages["sv"])
    if course.en is not None and "en" in pages:
        english = _page(course, course.en, pages["en"])
        english.translation_key = first.translation_key
        _published(english, pages["en"])
    return first


def _page(course: DemoCourse, text: CourseText, index: Page) -> CoursePage:
    return CoursePage(
        title=text.title,
        slug=text.slug,
        locale=index.locale,
        kind=course.kind,
        organiser_level=course.level,
        organiser=_organiser(course),
        summary=text.summary,
        audience=text.audience,
        prior_knowledge=text.prior_knowledge,
        aims=text.aims,
        method=text.method,
        valid_months=course.valid_months,
    )


def _coordinator() -> Function | None:
    """Whoever coordinates in the demo's directory."""
    return Function.objects.current().filter(name__contains="samordnare").order_by("pk").first()


def _organiser(course: DemoCourse) -> Organisation | None:
    """The county's day is the county board's, where the demo's directory has one."""
    if course.key != "county":
        return None
    return Organisation.objects.current().filter(name__startswith="Länsstyrelsen").first()


def _published(page: CoursePage, index: Page) -> None:
    index.refresh_from_db()
    index.add_child(instance=page)
    page.save_revision(clean=False).publish()


def _occasion(told: DemoOccasion, course: CoursePage) -> None:
    row = Occasion(
        course=course,
        capacity=told.capacity,
        place=told.place,
        link=told.link,
        state=OccasionState.DRAFT if told.is_draft else OccasionState.OPEN,
        contact_function=_coordinator(),
    )
    row.days = [_day(days) for days in told.days]
    keep(row)
    if told.cancelled_because:
        acting.cancel(row.pk, told.cancelled_because, None)


def _day(days: int) -> OccasionDay:
    day = clock.today() + datetime.timedelta(days=days)
    begins, ends = (
        timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour))) for hour in (9, 12)
    )
    return OccasionDay(starts_at=begins, ends_at=ends)


def _checked_links() -> None:
    note(WORKING, Answer(Problem.NONE, 200))
    for _time in range(2):
        note(BROKEN, Answer(Problem.STATUS, 404))
