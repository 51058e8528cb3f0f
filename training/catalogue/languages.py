"""A course has a page per language; what happens with it hangs on the page in the site's first language."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant

from handslag.access.people import Person
from handslag.access.visibility import visible_to
from training.catalogue.course_page import CoursePage

FACTS = ("kind", "organiser_level", "valid_months", "replaced_by_id")


def first_language() -> str:
    code: str = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    return code


def in_first_language(course: CoursePage) -> CoursePage:
    """The course itself where it exists in no other."""
    of_first = CoursePage.objects.filter(
        translation_key=course.translation_key, locale__language_code=first_language()
    )
    return of_first.first() or course


def as_read_in(courses: Iterable[CoursePage], user: Person) -> dict[int, CoursePage]:
    """By the course's own number: its page in the reader's language, where there is one that the reader may see."""
    found = {course.pk: course for course in courses}
    language = get_language()
    if not found or language in {None, first_language()}:
        return found
    keys = {course.translation_key: pk for pk, course in found.items()}
    translated = CoursePage.objects.filter(
        translation_key__in=list(keys), locale__language_code=language, live=True
    )
    for page in visible_to(translated, user).select_related("locale"):
        found[keys[page.translation_key]] = page
    return found


def readable_courses(user: Person) -> dict[int, CoursePage]:
    """Every course that the reader may see, by the number its occasions go by, as the page to read; one query."""
    first, language = first_language(), get_language() or first_language()
    pages = CoursePage.objects.filter(live=True, locale__language_code__in={first, language})
    of_key: dict[object, dict[str, CoursePage]] = {}
    for page in visible_to(pages, user).select_related("locale").defer("aims", "method"):
        of_key.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return {
        (pages_of.get(first) or pages_of[language]).pk: _with_facts_of_first(pages_of, first, language)
        for pages_of in of_key.values()
    }


def _with_facts_of_first(pages_of: dict[str, CoursePage], first: str, language: str) -> CoursePage:
    """Its words in the reader's language; what the course is (its kind, whether it is replaced) is said once, also
    where the translation is not up to date."""
    read = pages_of.get(language) or pages_of[first]
    if (course := pages_of.get(first)) is not None:
        for name in FACTS:
            setattr(read, name, getattr(course, name))
    return read
