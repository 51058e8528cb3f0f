"""The text of a plan as one closed document: what is decided, sealed, shown, printed, compared and searched."""

from .model import Commitment, EditionDocument, Fact, FileReference, Place, Section, Text, Validity
from .rich_text import Item, List, Paragraph, Run, Subheading

__all__ = [
    "Commitment",
    "EditionDocument",
    "Fact",
    "FileReference",
    "Item",
    "List",
    "Paragraph",
    "Place",
    "Run",
    "Section",
    "Subheading",
    "Text",
    "Validity",
]
