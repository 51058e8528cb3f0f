"""Web pages: headings, paragraphs and list items of the main part."""

from html.parser import HTMLParser

from plan_pages.importing.lines import BLANK, Line

LEFT_OUT = {
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "noscript",
    "template",
    "svg",
    "button",
}
HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "ul",
    "ol",
    "main",
    "br",
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._level: int | None = None
        self._item = False
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LEFT_OUT:
            self._skipping += 1
        if tag in HEADINGS or tag in BLOCKS or tag == "li":
            self.close_block()
        if tag in HEADINGS:
            self._level = HEADINGS[tag]
        if tag == "li":
            self._item = True

    def handle_endtag(self, tag: str) -> None:
        if tag in LEFT_OUT and self._skipping:
            self._skipping -= 1
        if tag in HEADINGS or tag in BLOCKS or tag == "li":
            self.close_block()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._text.append(data)

    def close_block(self) -> None:
        text = " ".join("".join(self._text).split())
        if text:
            self.lines += [Line(text, level=self._level, is_item=self._item and self._level is None), BLANK]
        self._text, self._level, self._item = [], None, False


def read_web_page(text: str) -> list[Line]:
    """The first h1 is the title; menus, headers and footers are left out."""
    reader = _Reader()
    reader.feed(text)
    reader.close_block()
    titles = [line for line in reader.lines if line.level == 0]
    return [
        line if line.level != 0 or line is titles[0] else Line(line.text, level=1) for line in reader.lines
    ]
