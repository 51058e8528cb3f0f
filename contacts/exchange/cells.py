"""Cells on their way out and in.

What a spreadsheet would take for a formula gets an apostrophe in front, and loses it again.
"""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_meant(cell: object) -> str:
    """What somebody wrote in the cell, as text; a whole number comes without its decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
