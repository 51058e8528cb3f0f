"""Files that a text links to, with the digest of what they hold (design: referenced files by digest)."""

import hashlib
from collections.abc import Iterable

from wagtail.documents import get_document_model

from plan_pages.documents import FileReference

CHUNK = 1 << 20


def references(numbers: Iterable[int]) -> tuple[FileReference, ...]:
    """In the order they are named; a file that is gone is left out, as its link is."""
    wanted = list(numbers)
    if not wanted:
        return ()
    found = get_document_model().objects.in_bulk(wanted)
    return tuple(
        FileReference(
            title=found[number].title,
            href=found[number].url,
            sha256=sha256_of(found[number].file),
            size=found[number].file.size,
        )
        for number in wanted
        if number in found
    )


def sha256_of(file: object) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:  # type: ignore[attr-defined]  # a FieldFile
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
