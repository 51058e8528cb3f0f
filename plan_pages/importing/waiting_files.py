"""A chosen file waits in the storage between the two steps of an import, for its own uploader and for a day.

It is kept only after the scanner has passed it, and goes when the import is saved, given up or forgotten.
"""

import datetime
import re
import uuid
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from handslag import clock
from handslag.retention import Purge

FOLDER = "importing"
KEPT = datetime.timedelta(days=1)
SALT = "plan_pages.importing"
_NAME = re.compile(r"[0-9a-f]{32}")


class FileIsGoneError(Exception):
    """The file waited too long, was saved already, or belongs to somebody else."""


@dataclass(frozen=True)
class WaitingFile:
    """`name` is what the person's own machine calls it."""

    key: str
    name: str
    content: bytes


def keep(content: bytes, name: str, user: Any) -> str:
    """A token for the form of the next step; it works for this person only."""
    key = uuid.uuid4().hex
    default_storage.save(f"{FOLDER}/{key}", ContentFile(content))
    return signing.dumps([key, name, user.pk], salt=SALT)


def read(token: str, user: Any) -> WaitingFile:
    """Raises FileIsGoneError."""
    try:
        key, name, owner = signing.loads(token, salt=SALT, max_age=KEPT)
        if owner != user.pk or not _NAME.fullmatch(key):
            raise FileIsGoneError
        with default_storage.open(f"{FOLDER}/{key}") as stream:
            return WaitingFile(key, name, stream.read())
    except (signing.BadSignature, FileNotFoundError, ValueError) as error:
        raise FileIsGoneError from error


def forget(file: WaitingFile) -> None:
    default_storage.delete(f"{FOLDER}/{file.key}")


def purge_waiting_files() -> int:
    """Those that nobody came back to."""
    try:
        _folders, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return 0
    gone = 0
    for name in names:
        if default_storage.get_modified_time(f"{FOLDER}/{name}") < clock.now() - KEPT:
            default_storage.delete(f"{FOLDER}/{name}")
            gone += 1
    return gone


purge = Purge("imported files", purge_waiting_files, order=80)
