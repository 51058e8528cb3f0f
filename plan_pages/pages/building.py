"""A page's fields into a document, and a document into a page's fields (imports, demo, restoring an edition)."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import escape
from wagtail.rich_text import expand_db_html

from plan_pages.documents import Commitment, Fact, List, Paragraph, Run, Section, Subheading, Text
from plan_pages.documents.from_html import blocks_from_html
from plan_pages.documents.rich_text import Block
from plan_pages.pages.block_ids import Raw
from plan_pages.pages.check_text import readable_check, written_check

type _Blocks = Iterable[Paragraph | Subheading | List]

_DOCUMENT_LINK = re.compile(r'linktype="document"[^>]*?\bid="(\d+)"|\bid="(\d+)"[^>]*?linktype="document"')


def running_text(source: str) -> tuple[Block, ...]:
    """The editor's text with its links resolved to addresses."""
    return blocks_from_html(expand_db_html(source))


def linked_documents(sources: Iterable[str]) -> list[int]:
    """Ids of the files that these texts link to, each once, in their order."""
    found: dict[int, None] = {}
    for source in sources:
        for match in _DOCUMENT_LINK.finditer(source):
            found[int(match[1] or match[2])] = None
    return list(found)


def rich_texts(sections: Raw) -> Iterator[str]:
    """The sources of all running texts within sections."""
    for section in sections:
        for part in section["value"].get("body") or []:
            if part["type"] == "text":
                yield part["value"]


def sections_of(raw: Raw) -> tuple[Section, ...]:
    return tuple(_section(block["id"], block["value"]) for block in raw)


def _section(block_id: str, value: dict[str, Any]) -> Section:
    return Section(
        id=block_id,
        number=value.get("number") or "",
        heading=value.get("heading") or "",
        level=int(value.get("level") or 1),
        body=tuple(_passage(part) for part in value.get("body") or []),
        facts=tuple(_facts(value.get("facts") or [])),
    )


def _passage(part: dict[str, Any]) -> Text | Commitment:
    """An unfinished commitment of a draft is shown as text; `unfinished` says what it lacks."""
    value = part["value"]
    if part["type"] == "text":
        return Text(id=part["id"], blocks=running_text(value))
    if not value.get("obligation"):
        return Text(id=part["id"], blocks=(Paragraph(runs=(Run(text=value.get("text") or ""),)),))
    words = {name: text for name, text in value.items() if name != "check"}
    return Commitment(id=part["id"], **_texts(words), check=readable_check(value.get("check")))


def _facts(parts: Raw) -> Iterator[Fact]:
    for part in parts:
        if part["value"].get("kind"):
            yield Fact(id=part["id"], **_texts(part["value"]))


def _texts(value: dict[str, Any]) -> dict[str, Any]:
    return {name: text or "" for name, text in value.items()}


def raw_sections(sections: Iterable[Section]) -> Raw:
    """What a StreamField holds; ids are kept."""
    return [
        {
            "type": "section",
            "id": section.id,
            "value": {
                "number": section.number,
                "heading": section.heading,
                "level": str(section.level),
                "body": [_raw_passage(passage) for passage in section.body],
                "facts": [
                    {"type": "fact", "id": fact.id, "value": fact.model_dump(exclude={"id"})}
                    for fact in section.facts
                ],
            },
        }
        for section in sections
    ]


def _raw_passage(passage: Text | Commitment) -> dict[str, Any]:
    if isinstance(passage, Text):
        return {"type": "text", "id": passage.id, "value": html_of(passage.blocks)}
    value = passage.model_dump(include={"text", "obligation", "lead", "accountable_function"})
    value["check"] = written_check(passage.check)
    return {"type": "commitment", "id": passage.id, "value": value}


def html_of(blocks: _Blocks) -> str:
    """Running text as the editor keeps it."""
    return "".join(_html_of_block(block) for block in blocks)


def _html_of_block(block: Paragraph | Subheading | List) -> str:
    if isinstance(block, List):
        tag = "ol" if block.ordered else "ul"
        items = "".join(
            f"<li>{_html_of_runs(item.runs)}{''.join(map(_html_of_block, item.lists))}</li>"
            for item in block.items
        )
        return f"<{tag}>{items}</{tag}>"
    tag = "h3" if isinstance(block, Subheading) else "p"
    return f"<{tag}>{_html_of_runs(block.runs)}</{tag}>"


def _html_of_runs(runs: Iterable[Run]) -> str:
    return "".join(map(_html_of_run, runs))


def _html_of_run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br/>")
    text = f"<i>{text}</i>" if run.italic else text
    text = f"<b>{text}</b>" if run.bold else text
    return f'<a href="{html.escape(run.href)}">{text}</a>' if run.href else text
