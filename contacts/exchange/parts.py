"""What would be part of what once the file is read in: nothing may be a part of its own part."""

from collections.abc import Iterable

from contacts.exchange.checked import CheckedRow
from contacts.exchange.known import Known, Node, Place
from contacts.organisations.naming import key_of


class Parts:
    """`_above`: of each the one it is part of, as the directory says and then as the file does."""

    def __init__(self, known: Known, rows: Iterable[CheckedRow]) -> None:
        self._known = known
        rows = list(rows)
        self._in_file: dict[str, Node] = {}
        for row in rows:
            self._in_file.setdefault(row.place[0], self._node(row.place))
        self._places = {row.place for row in rows}
        self._above: dict[Node, Node | None] = dict(known.parents)
        self._above |= {self._node(row.place): self._parent(row) for row in rows if row.parent}

    def leads_back(self, row: CheckedRow) -> bool:
        """Going up from what the row says it is part of, does one come to itself? Its own name is another error."""
        own = self._node(row.place)
        above, seen = self._parent(row) if row.parent else None, set[Node]()
        if above == own:
            return False
        while above is not None and above not in seen:
            if above == own:
                return True
            seen.add(above)
            above = self._above.get(above)
        return False

    def _node(self, place: Place) -> Node:
        found = self._known.organisations.get(place)
        return found.pk if found else place

    def _parent(self, row: CheckedRow) -> Node | None:
        """As `saving` finds it: in the same municipality first, then anywhere."""
        place = (key_of(row.parent), row.place[1])
        if place in self._known.organisations or place in self._places:
            return self._node(place)
        anywhere = self._known.named(row.parent)
        return anywhere.pk if anywhere else self._in_file.get(place[0])
