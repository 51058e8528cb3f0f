"""The words of a piece of HTML as a reader sees them, and apart from them what only the source shows."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

# Tags inside a line of text: a number split by them is still one number.
INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "embed",
        "font",
        "i",
        "ins",
        "kbd",
    }
    | {
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
    }
    | {"u", "var", "wbr"}
)
_ONE_BREAK: Final = frozenset({"br", "td", "th"})
# A tag that another begins in, or that the text ends in.
_BEGUN: Final = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_FEW_BEGUN: Final = 50
# A link to a phone is best written without spaces, and then may look like a number of a person.
_PHONE_LINK: Final = re.compile(r"\s*tel:0[0-9]+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """`visible` is the running text; `hidden` are attribute values and comments, each on its own."""

    visible: str
    hidden: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.visible: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break_before(tag)
        self.hidden += [value for _name, value in attrs if value and not _PHONE_LINK.fullmatch(value)]

    def handle_endtag(self, tag: str) -> None:
        # What stands on one line, or in one row, has been parted by the opening tag.
        if tag not in _ONE_BREAK:
            self._break_before(tag)

    def handle_data(self, data: str) -> None:
        self.visible.append(data)

    def handle_comment(self, data: str) -> None:
        self.hidden.append(data)

    def handle_decl(self, decl: str) -> None:
        self.hidden.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.hidden.append(data)

    def handle_pi(self, data: str) -> None:
        self.hidden.append(data)

    def _break_before(self, tag: str) -> None:
        if tag not in INLINE:
            self.visible.append("\n" if tag in _ONE_BREAK else "\n\n")


def read_markup(html: str) -> Markup:
    """Reads any string; one without tags comes back as it is."""
    if "<" not in html and "&" not in html:
        return Markup(html, [])
    html = _with_signs_as_text(html)
    try:
        reader = _read(html)
    except AssertionError:
        # The parser stops at a marked section that it does not know: then the sign is text, and the rest is read.
        reader = _read(html.replace("<![", "&lt;!["))
    return Markup("".join(reader.visible).strip(), reader.hidden)


def _with_signs_as_text(html: str) -> str:
    """The parser looks for the end of every tag that was only begun, to the end of the text each time. A few do no
    harm; of thousands the signs are text, which they are to a reader too."""
    text, number = _BEGUN.subn("&lt;", html)
    return text if number > _FEW_BEGUN else html


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
