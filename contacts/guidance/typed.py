"""What somebody wrote for a request that has moved on meanwhile: it is given back, unless it stands there already."""

from collections.abc import Mapping
from typing import Any

from django import forms

from contacts.guidance.request import GuidanceRequest
from contacts.guidance.steps import STEPS


def typed_in(sent: Mapping[str, Any]) -> list[str]:
    """The words in the form of a step, whether it is open to the sender or not."""
    step = next((step for step in STEPS if step.name == sent.get("step")), None)
    fields = step.form.base_fields.items() if step else ()
    words = (str(sent.get(name) or "").strip() for name, field in fields if type(field) is forms.CharField)
    return [text for text in words if text]


def not_kept(texts: list[str], found: GuidanceRequest) -> list[str]:
    """Sent twice, the second comes to a request that holds it already: nothing is lost then."""
    kept = {found.question, found.feedback, found.registry_number, found.answer_registry_number}
    kept.update(found.messages.values_list("text", flat=True))
    there = {_alike(text) for text in kept}
    return [text for text in texts if _alike(text) not in there]


def _alike(text: str) -> str:
    return "\n".join(text.strip().splitlines())
