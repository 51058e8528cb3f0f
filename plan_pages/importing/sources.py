"""The file a plan was read from, kept among the documents: what the second person compares with."""

from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from handslag import clock
from handslag.retention import Purge
from plan_pages.importing.waiting_files import KEPT

# What the file in the storage begins with; nothing else there does.
PREFIX = "plankalla-"
FOLDER = "documents"


def keep_source(content: bytes, name: str, user: Any) -> Any:
    """A document for staff. Raises PersonalDataFound, ValidationError for a file that cannot be checked."""
    path = PurePath(name)
    stem = slugify(path.stem)[:80] or "plan"
    document = get_document_model()(
        title=_("Source of the plan: %(name)s") % {"name": path.name[:180]},
        file=ContentFile(content, name=f"{PREFIX}{stem}{path.suffix.lower()[:8]}"),
        uploaded_by_user=user,
    )
    document.full_clean(exclude=["collection"])
    document.save()
    return document


def purge_lost_sources() -> int:
    return purge_lost(PREFIX)


def purge_lost(prefix: str) -> int:
    """The database forgets what was killed while it was saved; its file lies in the storage until this takes it away.

    `prefix` is what the files' names begin with; nothing else is touched.
    """
    documents = get_document_model().objects
    storage = get_document_model()._meta.get_field("file").storage
    try:
        _folders, names = storage.listdir(FOLDER)
    except FileNotFoundError:
        return 0
    gone = 0
    for name in names:
        path = f"{FOLDER}/{name}"
        if not name.startswith(prefix) or documents.filter(file=path).exists():
            continue
        if storage.get_modified_time(path) < clock.now() - KEPT:
            storage.delete(path)
            gone += 1
    return gone


purge = Purge("lost sources of plans", purge_lost_sources, order=81)
