"""Cells on their way out and in.

What a spreadsheet program would take for a formula gets an apostrophe in front (OWASP, CSV injection), and loses it
again.
"""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_meant(cell: object) -> str:
    """What somebody wrote in the cell, as text; a whole number comes without its decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text
