"""Proposals to revise a plan (förslag till revidering), by apps that do not know the plan (design §2).

A follow-up, a meeting, a dialogue entry or a broken commitment says what should change; whoever keeps a plan takes it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from handslag.access.people import Person
from handslag.registry import Registry


@dataclass(frozen=True)
class ProposalSource:
    """What a proposal comes from; `title` is what editors and the board read, for example “Follow-up”."""

    name: str
    title: str | Promise
    order: int = 100


@dataclass(frozen=True)
class Proposal:
    """`section` is the id of a section of the plan, "" for the whole plan; `source` the name of a registered source;
    `source_url` where on this site the record behind it stands. Raises ValueError for any other address."""

    text: str
    source: str
    section: str = ""
    why: str = ""
    source_url: str = ""
    raised_by: Person | None = None

    def __post_init__(self) -> None:
        if not is_own_address(self.source_url):
            raise ValueError(f"{self.source!r} names an address that is not of this site.")


@dataclass(frozen=True)
class ProposalTaker:
    """`take` keeps the proposal and answers whether it is a new one: what waits already is not raised twice."""

    name: str
    take: Callable[[Proposal], bool]
    order: int = 100


proposal_sources = Registry[ProposalSource]("Source of proposals")
proposal_takers = Registry[ProposalTaker]("Taker of proposals")


def raise_proposal(proposal: Proposal) -> bool:
    """Whether it waits now and did not before; False also on a site without a plan.

    Raises ValueError for a source that nobody registered, PersonalDataFound for a text with an identity number.
    """
    if proposal.source not in proposal_sources:
        raise ValueError(f"{proposal.source!r} is no registered source of proposals.")
    # Every taker is asked, also after one has said yes.
    answers = [taker.take(proposal) for taker in proposal_takers]
    return any(answers)


def title_of(source: str) -> str:
    """An app may leave the site; what it proposed stays under its name."""
    return str(proposal_sources.get(source).title) if source in proposal_sources else source


def is_own_address(address: str) -> bool:
    return not address or (address.startswith("/") and not address.startswith(("//", "/\\")))
