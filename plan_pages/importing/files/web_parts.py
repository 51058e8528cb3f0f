"""Which parts of a web page hold its text, and which are menus, notices and what surrounds it."""

import re
from dataclasses import dataclass

LEFT_OUT = {
    "head", "script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg", "button", "select",
    "iframe", "dialog", "del",
}  # fmt: skip
HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
BLOCKS = {
    "p", "div", "section", "article", "header", "td", "th", "tr", "dt", "dd", "dl", "blockquote", "pre", "table", "ul",
    "ol", "li", "main", "body", "figcaption", "details", "summary", "address", *HEADINGS,
}  # fmt: skip
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# End tags that HTML lets an author leave out: the next of its kind ends it.
CLOSED_BY = {
    "li": {"p", "li"}, "p": {"p"}, "tr": {"p", "td", "th", "tr"}, "td": {"p", "td", "th"}, "th": {"p", "td", "th"},
    "dt": {"p", "dd", "dt"}, "dd": {"p", "dd", "dt"}, "body": {"head"}, "ul": {"p"}, "ol": {"p"}, "div": {"p"},
    "table": {"p"}, **{heading: {"p"} for heading in HEADINGS},
}  # fmt: skip
SURROUNDS = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|menu|meny|nav|navigation|breadcrumbs?|brodsmulor|sidfot|footer|sidhuvud|sidebar|share|dela"
    r"|skip|skiplink|search|sok|toc|related|feedback|hidden|visually-hidden|sr-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
ROLES_LEFT_OUT = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"}
WORD_CONTENTS = "msotoc"


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    count: int = 0
    is_read: bool = False

    @property
    def style_class(self) -> str:
        return self.attributes.get("class", "").lower()


def is_main(element: Element) -> bool:
    return element.tag in {"main", "article"} or element.attributes.get("role") == "main"


def is_printed_number(element: Element) -> bool:
    """Word's own number or bullet, which it sets before the text and marks as to be ignored."""
    return "mso-list:ignore" in element.attributes.get("style", "").lower().replace(" ", "")


def is_set_aside(element: Element) -> bool:
    """Not part of the text: by what it is, by its role, or by what its author calls it.

    A page's own `header` may hold the title and is read; one that holds a menu says so by its role or its `nav`.
    """
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return (
        element.tag in LEFT_OUT
        or element.attributes.get("role", "").lower() in ROLES_LEFT_OUT
        or "hidden" in element.attributes
        or element.attributes.get("aria-hidden") == "true"
        or element.style_class.startswith(WORD_CONTENTS)
        or (element.tag not in {"html", "body", "main", *HEADINGS} and bool(SURROUNDS.search(names)))
    )
