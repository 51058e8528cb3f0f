"""The minutes that a decision rests on: chosen in one step, kept with the decision in the next.

Between the two the file waits as an import's does (`importing.waiting_files`): for its own uploader, for a day, and
only after the scanner has passed it. It becomes a document in the transaction that records the decision.
"""

from pathlib import PurePath
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from handslag.access.audiences import Audience
from handslag.access.visibility import has_audience
from handslag.retention import Purge
from plan_pages.importing.sources import purge_lost
from plan_pages.importing.waiting_files import WaitingFile
from plan_pages.road.table import READERS

# What the file in the storage begins with; nothing else there does.
PREFIX = "planprotokoll-"


def keep_minutes(file: WaitingFile, user: Any) -> Any:
    """A document for those who work with the matter. Raises PersonalDataFound, ValidationError."""
    path = PurePath(file.name)
    stem = slugify(path.stem)[:80] or "protokoll"
    model = get_document_model()
    document = model(
        title=_("Minutes: %(name)s") % {"name": path.name[:180]},
        file=ContentFile(file.content, name=f"{PREFIX}{stem}{path.suffix.lower()[:8]}"),
        uploaded_by_user=user,
    )
    if has_audience(model):
        document.audience = Audience.RESTRICTED
    document.full_clean(exclude=["collection"])
    document.save()
    if has_audience(model):
        document.roles.set(Group.objects.filter(name__in=READERS))
    return document


def purge_lost_minutes() -> int:
    return purge_lost(PREFIX)


purge = Purge("lost minutes of plans", purge_lost_minutes, order=82)
