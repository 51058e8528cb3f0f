"""Evidence sources for commitments (design: a promise that can be measured names its source)."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from handslag.registry import Registry


@dataclass(frozen=True)
class EvidenceLink:
    """A record behind a figure."""

    title: str
    url: str


@dataclass(frozen=True)
class Evidence:
    """`value` is None where there is no data; `as_of` is the day the figure speaks of."""

    value: float | None
    as_of: datetime.date
    links: tuple[EvidenceLink, ...] = ()


@dataclass(frozen=True)
class EvidenceSource:
    name: str
    title: str | Promise
    measure: Callable[[Mapping[str, Any], datetime.date], Evidence]
    order: int = 100
    parameters: tuple[str, ...] = field(default=())


sources = Registry[EvidenceSource]("Evidence source")
