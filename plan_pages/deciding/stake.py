"""The text that a matter is about, and what it is compared with."""

from dataclasses import dataclass
from functools import cached_property

from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.road.changes import Changes, changes
from plan_pages.road.matter import Matter
from plan_pages.road.text import TextMovedError, base_edition, current_text, digest_of_text
from plan_pages.showing.standing import label_of


@dataclass(frozen=True)
class Stake:
    """`document` None: there is no draft, or `moved` says why the text cannot be shown."""

    document: EditionDocument | None
    base: Edition | None
    moved: str = ""

    @cached_property
    def digest(self) -> str:
        return digest_of_text(self.document) if self.document is not None else ""

    @cached_property
    def found(self) -> Changes | None:
        return changes(self.base, self.document) if self.document is not None else None

    @property
    def base_label(self) -> str:
        return label_of(self.base) if self.base is not None else ""

    @property
    def key(self) -> str:
        """Names both texts in the cache; a redaction makes a new one."""
        earlier = f"{self.base.digest}:{self.base.series.redactions}" if self.base is not None else ""
        return f"{earlier}:{self.digest}"


def stake_of(matter: Matter) -> Stake:
    """Raises BrokenSealError where what was decided is not what was sealed."""
    base = _base_of(matter)
    try:
        return Stake(current_text(matter), base)
    except TextMovedError as moved:
        return Stake(None, base, " ".join(moved.messages))


def _base_of(matter: Matter) -> Edition | None:
    """What held when the matter was closed; for an open one, what was decided last."""
    if not matter.is_closed:
        return base_edition(matter.series)
    earlier = Edition.objects.filter(series=matter.series).exclude(kind=EditionKind.REPEAL)
    if matter.edition is not None:
        earlier = earlier.filter(sequence__lt=matter.edition.sequence)
    else:
        earlier = earlier.filter(sealed_at__lte=matter.closed_at)
    return earlier.select_related("series").order_by("-main", "-correction").first()
