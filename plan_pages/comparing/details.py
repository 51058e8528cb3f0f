"""What is said of two parts beside their words."""

from collections.abc import Iterator

from plan_pages.documents import Commitment
from plan_pages.documents.canonical import canonical_json

from .lines import Detail
from .parts import Part


def details_between(before: Part, after: Part) -> tuple[Detail, ...]:
    return tuple(Detail(name, was, now) for name, was, now in _pairs(before, after) if was != now)


def _pairs(before: Part, after: Part) -> Iterator[tuple[str, str, str]]:
    if before.commitment and after.commitment:
        one, other = before.commitment, after.commitment
        yield "obligation", one.obligation, other.obligation
        yield "function", one.accountable_function, other.accountable_function
        yield "lead", one.lead, other.lead
        if one.check != other.check:
            yield "check", _check(one), _check(other)
    elif before.fact and after.fact:
        yield "fact_kind", before.fact.kind, after.fact.kind
    else:
        yield "shape", _shape(before), _shape(after)


def _shape(part: Part) -> str:
    return "numbered_item" if part.kind == "item" and part.marker != "•" else part.kind


def _check(commitment: Commitment) -> str:
    """An evidence source and its parameters; text in quotation marks, or “4” and 4 would look the same."""
    check = commitment.check
    if check is None:
        return ""
    values = ", ".join(
        f"{name} = {canonical_json(value)}" for name, value in sorted(check.parameters.items())
    )
    return f"{check.source} ({values})" if values else check.source
