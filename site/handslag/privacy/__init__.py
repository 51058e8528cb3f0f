"""No register of people or beliefs: what may not be written, and the fences that say so."""

from .findings import Finding
from .scanner import scan

__all__ = ["Finding", "scan"]
