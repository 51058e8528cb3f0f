"""The editor's HTML into running text; what the editor does not offer is read as plain text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from .rich_text import Block, Item, List, Paragraph, Run, Subheading

_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_SUBHEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SAFE_LINKS = ("https://", "http://", "mailto:", "tel:", "/", "#")


@dataclass
class _OpenItem:
    runs: list[Run] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)


@dataclass
class _OpenList:
    ordered: bool
    items: list[_OpenItem] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._lists: list[_OpenList] = []
        self._bold = self._italic = 0
        self._links: list[str] = []
        self._subheading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BOLD:
            self._bold += 1
        elif tag in _ITALIC:
            self._italic += 1
        elif tag == "a":
            self._links.append(_safe(dict(attrs).get("href") or ""))
        elif tag == "br":
            self._add("\n")
        elif tag in {"ul", "ol"}:
            self._close_text()
            self._lists.append(_OpenList(ordered=tag == "ol"))
        elif tag == "li" and self._lists:
            self._lists[-1].items.append(_OpenItem())
        elif tag == "p" or tag in _SUBHEADINGS:
            self._close_text()
            self._subheading = tag in _SUBHEADINGS

    def handle_endtag(self, tag: str) -> None:
        if tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag in _ITALIC:
            self._italic = max(0, self._italic - 1)
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag in {"ul", "ol"} and self._lists:
            self._close_list()
        elif tag == "p" or tag in _SUBHEADINGS:
            self._close_text()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        run = Run(
            text=text,
            bold=self._bold > 0,
            italic=self._italic > 0,
            href=self._links[-1] if self._links else "",
        )
        runs = self._lists[-1].items[-1].runs if self._lists and self._lists[-1].items else self._runs
        if runs and _same_style(runs[-1], run):
            runs[-1] = runs[-1].model_copy(update={"text": runs[-1].text + text})
        else:
            runs.append(run)

    def _close_text(self) -> None:
        runs = _trimmed(self._runs)
        if runs and not self._lists:
            self.blocks.append(Subheading(runs=runs) if self._subheading else Paragraph(runs=runs))
        self._runs = []
        self._subheading = False

    def _close_list(self) -> None:
        closed = self._lists.pop()
        items = tuple(
            Item(runs=_trimmed(item.runs), lists=tuple(item.lists))
            for item in closed.items
            if _trimmed(item.runs) or item.lists
        )
        if not items:
            return
        found = List(ordered=closed.ordered, items=items)
        if self._lists and self._lists[-1].items:
            self._lists[-1].items[-1].lists.append(found)
        else:
            self.blocks.append(found)

    def close(self) -> None:
        super().close()
        while self._lists:
            self._close_list()
        self._close_text()


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """Reads any string; links that a browser could run as a program lose their address."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.blocks)


def _safe(address: str) -> str:
    return address if address.lower().startswith(_SAFE_LINKS) else ""


def _same_style(one: Run, other: Run) -> bool:
    return (one.bold, one.italic, one.href) == (other.bold, other.italic, other.href)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without blanks at both ends and without empty runs."""
    kept = [run for run in runs if run.text]
    if kept:
        kept[0] = kept[0].model_copy(update={"text": kept[0].text.lstrip()})
        kept[-1] = kept[-1].model_copy(update={"text": kept[-1].text.rstrip()})
    return tuple(run for run in kept if run.text)
