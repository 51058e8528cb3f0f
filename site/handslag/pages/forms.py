"""The form behind every page of the house in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from handslag.privacy.forms import ScannedPageForm
from handslag.urls_registry import reserved_slugs

RESERVED = _("The address “%(slug)s” is used by the site itself; choose another.")
# Root is 1, a site's start page 2; what stands below that shares its first segment with addresses of ours.
DEPTH_BELOW_START = 3


class HandslagPageForm(ScannedPageForm):
    """Says beside the field what `HandslagPage.clean` would refuse only when saving."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug")
        if slug in reserved_slugs() and self.parent_page and self.parent_page.depth == DEPTH_BELOW_START - 1:
            self.add_error("slug", RESERVED % {"slug": slug})
        return cleaned
