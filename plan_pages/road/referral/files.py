"""A reply's file: among the documents, for those who work with matters and for nobody else."""

from pathlib import PurePath
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from handslag.access.audiences import Audience
from handslag.access.visibility import has_audience
from plan_pages.road.table import READERS

LARGEST = 20 * 1024 * 1024


def keep_file(file: "File[Any]", body: str, user: Any) -> Any:
    """Raises ValidationError on "file" for what is too large, of an unknown kind, unreadable or holds a number."""
    if (file.size or 0) > LARGEST:
        raise ValidationError({"file": _("The file is larger than 20 MB; divide it or add it as text.")})
    model = get_document_model()
    ending = PurePath(file.name or "").suffix.lower()[:8]
    file.name = f"remissvar-{slugify(body)[:60] or 'svar'}{ending}"
    document = model(
        title=_("Reply to the referral: %(body)s") % {"body": body}, file=file, uploaded_by_user=user
    )
    if has_audience(model):
        document.audience = Audience.RESTRICTED
    try:
        document.full_clean(exclude=["collection"])
    except ValidationError as refusal:
        raise ValidationError({"file": refusal.messages}) from refusal
    document.save()
    if has_audience(model):
        document.roles.set([Group.objects.get_or_create(name=name)[0] for name in READERS])
    return document
