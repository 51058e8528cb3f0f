"""The text of an edition, from its leaves. What does not match the seal is not shown as decided."""

from collections.abc import Sequence

from plan_pages.documents import EditionDocument
from plan_pages.documents.canonical import leaf_digest
from plan_pages.documents.leaves import FRONT, join
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.heads import head_of
from plan_pages.seal.redacting import is_signed


def document_of(edition: Edition) -> EditionDocument:
    """Raises BrokenSealError, ValueError for an edition without a text (a repeal). `edition.series` is asked for."""
    leaves = proved_leaves_of(edition)
    if not leaves:
        raise ValueError("A repeal has no text.")
    for leaf in leaves:
        if not (is_signed(leaf.redaction) if is_redacted(leaf) else is_whole(leaf)):
            raise BrokenSealError(edition, f"part {leaf.position}")
    try:
        return joined(leaves)
    except ValueError as broken:
        raise BrokenSealError(edition, "the list of parts") from broken


def proved_leaves_of(edition: Edition) -> Sequence[EditionLeaf]:
    """The parts, none for a repeal, where number, decisions and parts are the sealed ones. Raises BrokenSealError."""
    leaves = leaves_of(edition)
    if not has_its_head(edition, leaves):
        raise BrokenSealError(edition, "the head")
    return leaves


def has_its_head(edition: Edition, leaves: Sequence[EditionLeaf]) -> bool:
    """Number, decisions and the digests of the parts are the ones that were sealed."""
    decisions = list(Decision.objects.filter(edition=edition))
    try:
        return head_of(edition, decisions, (leaf.digest for leaf in leaves)).digest() == edition.digest
    except BrokenSealError:
        return False


def joined(leaves: Sequence[EditionLeaf]) -> EditionDocument:
    """Raises ValueError where a redaction's text is none, or a part stands under another section's id."""
    document = join(leaf.redaction.body if is_redacted(leaf) else leaf.body for leaf in leaves)
    if [leaf.section for leaf in leaves] != [FRONT, *(section.id for section in document.sections)]:
        raise ValueError("A part stands under another section's id.")
    return document


def leaves_of(edition: Edition) -> Sequence[EditionLeaf]:
    found = EditionLeaf.objects.filter(edition=edition).select_related("redaction").order_by("position")
    return list(found)


def is_redacted(leaf: EditionLeaf) -> bool:
    return getattr(leaf, "redaction", None) is not None and not leaf.salt and not leaf.body


def is_whole(leaf: EditionLeaf) -> bool:
    """The text is the one whose digest was sealed."""
    try:
        return leaf_digest(leaf.salt, leaf.body) == leaf.digest
    except ValueError:
        return False
