"""Is every edition what was sealed? Asked by `verify_editions`, by hand, nightly and after a restore."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plan_pages import seal
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.register import CommitmentEntry
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.redacting import is_signed
from plan_pages.seal.texts import has_its_head, is_redacted, is_whole, joined, leaves_of


@dataclass(frozen=True)
class Fault:
    """`edition` is "address/number", "" where the seal itself is concerned."""

    edition: str
    what: str

    def __str__(self) -> str:
        return f"{self.edition}: {self.what}" if self.edition else self.what


def verify(using: str = "default") -> Iterator[Fault]:
    """Everything that is wrong, edition by edition; nothing where all is as it was sealed."""
    for name in seal.missing(using):
        yield Fault("", f"the trigger {name} is missing or changed")
    for series in EditionSeries.objects.order_by("address"):
        yield from _verify_series(series)
    yield from _strays()


def _verify_series(series: EditionSeries) -> Iterator[Fault]:
    previous = ""
    for expected, edition in enumerate(
        Edition.objects.filter(series=series).select_related("series").order_by("sequence"), start=1
    ):
        name = f"{series.address}/{edition.number}"
        if edition.sequence != expected:
            yield Fault(name, f"edition number {expected} in the order of sealing is missing before it")
        elif edition.previous_digest != previous:
            yield Fault(name, "it does not follow on the edition before it")
        for what in _faults_of(edition):
            yield Fault(name, what)
        previous = edition.digest


def _faults_of(edition: Edition) -> Iterator[str]:
    leaves = leaves_of(edition)
    broken = [leaf for leaf in leaves if not is_redacted(leaf) and not is_whole(leaf)]
    for leaf in broken:
        yield f"the text of part {leaf.position} is not the one that was sealed"
    for leaf in leaves:
        if is_redacted(leaf) and not is_signed(leaf.redaction):
            yield f"the redaction of part {leaf.position} was not made by this site, or was changed"
    if [leaf.position for leaf in leaves] != list(range(len(leaves))):
        yield "its parts are not numbered one after the other"
    if not has_its_head(edition, leaves):
        yield "its head, decisions or list of parts are not the ones that were sealed"
    elif not broken and leaves:
        yield from _faults_of_text(edition, leaves)


def _faults_of_text(edition: Edition, leaves: Sequence[EditionLeaf]) -> Iterator[str]:
    try:
        document = joined(leaves)
    except ValueError:
        yield "its parts do not make a text, or stand under other sections' ids"
        return
    promised = [
        (promise.id, section.id, promise.obligation, promise.accountable_function)
        for section in document.sections
        for promise in section.commitments
    ]
    rows = CommitmentEntry.objects.filter(edition=edition).select_related("commitment").order_by("position")
    registered = [
        (str(row.commitment.key), row.section, row.obligation, row.accountable_function) for row in rows
    ]
    if promised != registered or [row.position for row in rows] != list(range(len(promised))):
        yield "its register of commitments is not what its text says"


def _strays() -> Iterator[Fault]:
    """Parts of an edition that is not there: its own row was taken away."""
    known = Edition.objects.values("pk")
    lost: set[Any] = set()
    for model in (EditionLeaf, Decision, CommitmentEntry):
        # Without an order: theirs follows the edition and would leave out what has none.
        lost |= set(model.objects.exclude(edition__in=known).order_by().values_list("edition_id", flat=True))
    for edition in sorted(map(str, lost)):
        yield Fault(edition, "its parts are there and the edition itself is not")
