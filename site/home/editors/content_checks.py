"""Which checks the editor's side panel runs on the preview of a page."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem


class OurContentChecks(ContentCheckerItem):
    """Wagtail's checks without the search engines' one, and with those for what the blocks let an editor do wrong."""

    axe_run_only = [
        *(rule for rule in ContentCheckerItem.axe_run_only if rule != "empty-meta-description"),
        "identical-links-same-purpose",
        "image-redundant-alt",
        "list",
        "page-has-heading-one",
        "valid-lang",
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "identical-links-same-purpose": {
            "error_name": _("The same link text leads to different places"),
            "help_text": _("Let each link say where it leads"),
        },
        "image-redundant-alt": {
            "error_name": _("The picture's description repeats the text beside it"),
            "help_text": _("Describe what the text does not say"),
        },
        "list": {
            "error_name": _("A list is not built as a list"),
            "help_text": _("Use the list buttons of the editor"),
        },
        "page-has-heading-one": {
            "error_name": _("The page has no main heading"),
            "help_text": _("Give the page a title"),
        },
        "valid-lang": {
            "error_name": _("A passage names a language that does not exist"),
            "help_text": _("Choose the language from the list"),
        },
    }

    def get_axe_custom_rules(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Rules of Wagtail's own are on unless the list above leaves them out."""
        return [rule for rule in super().get_axe_custom_rules(request) if rule["id"] in self.axe_run_only]


def use_ours(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put our checks where Wagtail's would be."""
    items[:] = [OurContentChecks() if isinstance(item, ContentCheckerItem) else item for item in items]
