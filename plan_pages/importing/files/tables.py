"""Rows of tables as lines."""

from plan_pages.importing.lines import Line

LONGEST_LABEL = 60


def row_as_line(cells: list[str]) -> Line | None:
    """Two cells of which the first is short are a label and its value; more are read across.

    Cells that are joined across a row are written again in some files; they are read once.
    """
    read: list[str] = []
    for cell in cells:
        text = " ".join(cell.split())
        if text and (not read or read[-1] != text):
            read.append(text)
    if not read:
        return None
    if len(read) == 2 and len(read[0]) <= LONGEST_LABEL:
        label = read[0].rstrip(": ")
        return Line(f"{label} {read[1]}" if label.endswith((".", "?", "!")) else f"{label}: {read[1]}")
    return Line(" | ".join(read))
