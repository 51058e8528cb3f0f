"""What stands at addresses of its own beside a section's page, and what is found of it: read by who may read the page.

Records are kept once, so the page in the site's first language decides; where there is none, any of the others. No rule
opens such records to strangers. While the page is a draft or in the trash nobody reads them; where a site never had the
page, everybody with an account does.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import BooleanField, Case, Exists, Q, QuerySet, When
from wagtail.models import Page

from handslag.access.people import Person, is_signed_in
from handslag.access.reading import record_pages_shown
from handslag.access.visibility import narrowed, visible_to


def section_condition(section: type[Page], user: Person) -> Q:
    """May the person read what stands there? For a query of anything, which it leaves whole or empties."""
    if not is_signed_in(user):
        return Q(pk__in=[])
    pages = section._default_manager.all()
    in_first = pages.filter(locale__language_code=settings.LANGUAGE_CODE)
    decided_elsewhere = ~Q(Exists(in_first)) & Q(Exists(visible_to(_live(pages), user)))
    return ~Q(Exists(pages)) | Q(Exists(visible_to(_live(in_first), user))) | decided_elsewhere


def read_section(section: type[Page], user: Person) -> bool:
    """The same decision; where it is yes and the page is for certain roles, the reading is written down."""
    answer = (
        get_user_model()
        ._default_manager.filter(pk__in=[user.pk])
        .annotate(
            may_read=Case(
                When(section_condition(section, user), then=True),
                default=False,
                output_field=BooleanField(),
            ),
            is_narrowed=section_is_narrowed(section, user),
        )
        .values_list("may_read", "is_narrowed")
        .first()
    )
    may_read, is_narrowed = answer or (False, False)
    if may_read and is_narrowed:
        record_pages_shown(user, _seen(section, user).values_list("pk", flat=True)[:1])
    return bool(may_read)


def section_is_narrowed(section: type[Page], user: Person) -> Exists:
    """Is a page that the person reads it by for certain roles? For a query of anything."""
    return Exists(narrowed(_seen(section, user)))


def _seen(section: type[Page], user: Person) -> QuerySet[Page]:
    """The one in the first language before the others."""
    is_first = Case(When(locale__language_code=settings.LANGUAGE_CODE, then=0), default=1)
    return visible_to(_live(section._default_manager.all()), user).order_by(is_first, "path")


def _live[P: Page](pages: QuerySet[P]) -> QuerySet[P]:
    return pages.filter(live=True)
