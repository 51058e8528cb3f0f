"""Plans as municipalities lay them out, made by code in our own words; each says what reading it must give."""

from .layout import Layout
from .odt import ODT_LAYOUTS
from .pdf import PDF_LAYOUTS
from .text import TEXT_LAYOUTS
from .web import WEB_LAYOUTS
from .word import WORD_LAYOUTS

LAYOUTS: dict[str, Layout] = WORD_LAYOUTS | PDF_LAYOUTS | TEXT_LAYOUTS | WEB_LAYOUTS | ODT_LAYOUTS

__all__ = ["LAYOUTS", "Layout"]
