"""Short names for the blocks of running text, so that the demo's texts can be read as texts."""

from typing import Any

type Block = dict[str, Any]


def text(*paragraphs: str) -> Block:
    """Paragraphs; what begins with a tag of its own stays as it is."""
    return {
        "type": "text",
        "value": "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in paragraphs),
    }


def notice(heading: str, *paragraphs: str) -> Block:
    return {
        "type": "notice",
        "value": {"heading": heading, "text": "".join(f"<p>{part}</p>" for part in paragraphs)},
    }


def steps(heading: str, *each: str) -> Block:
    return {"type": "steps", "value": {"heading": heading, "steps": [f"<p>{step}</p>" for step in each]}}


def items(*each: str) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in each)}</ul>"
