"""The abstract base of the house's page types."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.privacy.forms import ScannedPageForm
from handslag.urls_registry import reserved_slugs


class HandslagPage(Page):
    """A page whose texts pass the privacy scanner and whose audience can be fixed by its type.

    `audience_from_start` narrows or opens every page of the type when it is created; None leaves what the pages above
    decide. `roles_from_start` names the roles of a restricted type.
    """

    base_form_class = ScannedPageForm
    audience_from_start: ClassVar[Audience | None] = None
    roles_from_start: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.depth == 3 or self.depth is None:
            self._refuse_reserved_slug()

    def _refuse_reserved_slug(self) -> None:
        """A page directly below the site's root must not take an address that is served otherwise."""
        if self.slug in reserved_slugs():
            raise ValidationError(
                {"slug": _("The address “%(slug)s” is used by the site itself; choose another.") % {"slug": self.slug}}
            )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`handslag_page` on the request tells the language menu which page is being read."""
        request.handslag_page = self  # type: ignore[attr-defined]  # read by navigation.context
        return dict(super().get_context(request, *args, **kwargs))
