"""What differs between two editions of a text: shown to readers, to the board and in its decision pack."""

from .as_text import difference_as_text
from .compare import compare
from .comparison import Comparison
from .lines import Detail, Formatting, Line, Style
from .pieces import Piece
from .section_change import CommitmentCounts, FieldChange, SectionChange, SectionCounts

__all__ = [
    "CommitmentCounts",
    "Comparison",
    "Detail",
    "FieldChange",
    "Formatting",
    "Line",
    "Piece",
    "SectionChange",
    "SectionCounts",
    "Style",
    "compare",
    "difference_as_text",
]
