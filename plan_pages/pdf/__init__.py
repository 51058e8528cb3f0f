"""A document as a PDF for meetings, archives and those who never sign in: tagged (PDF/UA-1), lasting (PDF/A-2a)."""

from .files import draft_pdf, edition_pdf
from .pack import DecisionPack, pack_pdf

__all__ = ["DecisionPack", "draft_pdf", "edition_pdf", "pack_pdf"]
