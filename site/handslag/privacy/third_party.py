"""Models of other packages that hold what people write, and their fields that do not."""

from collections.abc import Mapping
from typing import Final

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from .registration import scanned

_MACHINE: Final = "made by the program"
_SLUGS: Final = "made of slugs, which are scanned"

# "app.Model": {exempt field: reason}
MODELS: Final[Mapping[str, Mapping[str, str]]] = {
    "wagtailcore.Page": {"path": _MACHINE, "url_path": _SLUGS},
    "wagtailcore.Comment": {"contentpath": _MACHINE, "position": _MACHINE},
    "wagtailcore.CommentReply": {},
    "wagtailcore.Revision": {"object_id": _MACHINE},
    "wagtailcore.Task": {},
    "wagtailcore.TaskState": {},
    "wagtailcore.Workflow": {},
    "wagtailcore.Collection": {"path": _MACHINE},
    "wagtailcore.Site": {},
    "wagtailcore.UploadedFile": {},
    "wagtailcore.APIToken": {"key_hash": _MACHINE, "prefix": _MACHINE},
    "wagtailforms.FormSubmission": {},
    "wagtailredirects.Redirect": {},
    "wagtail_localize.StringTranslation": {"tool_name": _MACHINE, "field_error": _MACHINE},
    "wagtail_localize.String": {},
    "wagtail_localize.SegmentOverride": {"field_error": _MACHINE},
    "wagtail_localize.OverridableSegment": {},
    "wagtail_localize.TranslationSource": {"schema_version": _MACHINE},
    "wagtail_localize.Template": {"template_format": _MACHINE},
    "wagtail_localize.StringSegment": {},
    "wagtailusers.UserProfile": {
        "preferred_language": "a choice of ours",
        "current_time_zone": "a choice of ours",
        "dismissibles": _MACHINE,
    },
    "taggit.Tag": {},
    "auth.Group": {},
    "account.EmailAddress": {},
}


def register() -> None:
    """Register those that are installed; the bases cover the site's own user, image and document."""
    scanned(AbstractBaseUser, exempt={"password": "a salted digest"})
    scanned(AbstractImage, exempt={"file_hash": "a digest"})
    scanned(AbstractDocument, exempt={"file_hash": "a digest"})
    scanned(AbstractRendition, exempt=dict.fromkeys(("file", "filter_spec", "focal_point_key"), _MACHINE))
    for label, exempt in MODELS.items():
        app, name = label.split(".")
        if app in apps.app_configs:
            scanned(apps.get_model(app, name), exempt=exempt)
