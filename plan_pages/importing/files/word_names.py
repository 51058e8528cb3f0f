"""Names of WordprocessingML (ECMA-376 part 1, 17), also those of its strict form."""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def value_of(parent: Element | None, name: str) -> str | None:
    """The `w:val` of a child, None where there is no such child."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def is_on(parent: Element | None, name: str) -> bool | None:
    """A switch such as `w:b`: on without a value; None where it is not set."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    if child is None:
        return None
    return child.get(f"{W}val", "1") not in {"0", "false", "off", "none"}


def number_of(text: str | None, otherwise: int = 0) -> int:
    try:
        return int(text) if text is not None else otherwise
    except ValueError:
        return otherwise
