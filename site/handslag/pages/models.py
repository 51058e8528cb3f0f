"""The abstract base of the house's page types."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PagePermissionTester, PageViewRestriction

from handslag.access.audiences import Audience
from handslag.access.people import Person
from handslag.access.testers import HousePermissionTester, tester_for
from handslag.pages.forms import DEPTH_BELOW_START, RESERVED, HandslagPageForm
from handslag.urls_registry import reserved_slugs


class HandslagPage(Page):
    """A page whose texts pass the privacy scanner and whose audience can be fixed by its type.

    `audience_from_start` narrows or opens every page of the type when it is created; None leaves what the pages above
    decide. `roles_from_start` names the roles of a restricted type.
    """

    base_form_class = HandslagPageForm
    audience_from_start: ClassVar[Audience | None] = None
    roles_from_start: ClassVar[tuple[str, ...]] = ()
    # True: what readers see of it comes from elsewhere and at another address (`handslag.pages.readable`).
    is_workbench: ClassVar[bool] = False
    # What the page shows of other rows, read together with it when it is served.
    read_with: ClassVar[tuple[str, ...]] = ()
    permission_tester: ClassVar[type[HousePermissionTester]] = HousePermissionTester

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.depth == DEPTH_BELOW_START and self.slug in reserved_slugs():
            raise ValidationError({"slug": RESERVED % {"slug": self.slug}})

    @classmethod
    def is_always_restricted(cls, pk: int) -> bool:
        """May the rule of the page with this number never be lifted? A type whose pages differ looks at the page."""
        return cls.audience_from_start == Audience.RESTRICTED

    def permissions_for_user(self, user: Person) -> PagePermissionTester:
        return tester_for(self, user, self.permission_tester)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Not asked again where `access.serving` has seen that the site has none at all."""
        if not getattr(self, "has_view_restrictions", True):
            return PageViewRestriction.objects.none()
        found: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`handslag_page` on the request tells the frame (`navigation.frame`) which page is being read."""
        request.handslag_page = self  # type: ignore[attr-defined]  # read by navigation.frame
        return dict(super().get_context(request, *args, **kwargs))
