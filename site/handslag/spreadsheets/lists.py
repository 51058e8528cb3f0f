"""Several names in one cell: one that holds a separator itself stands in quotation marks, so that it stays one."""

import re
from collections.abc import Iterable

_SEPARATOR = re.compile(r"[,;|\n]")
_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:[,;|\n]|$)')
_PLAIN = re.compile(r"([^,;|\n]*)(?:[,;|\n]|$)")


def joined(names: Iterable[str]) -> str:
    return ", ".join(_marked(name) for name in names)


def names_in(cell: str) -> list[str]:
    """What `joined` wrote, and what people write: names with commas, semicolons or lines between them."""
    names, place = [], 0
    while place < len(cell):
        if found := _QUOTED.match(cell, place):
            names.append(found[1].replace('""', '"'))
        elif found := _PLAIN.match(cell, place):
            names.append(found[1].strip())
        else:
            break
        place = found.end()
    return [name for name in names if name]


def _marked(name: str) -> str:
    if not _SEPARATOR.search(name) and not name.startswith('"'):
        return name
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
