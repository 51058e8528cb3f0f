"""What is in the directory, read once for a whole file, and found by name, former name and municipality."""

from contacts.functions.function import Function
from contacts.organisations.naming import key_of
from contacts.organisations.organisation import Organisation
from handslag.places.models import Municipality

type Place = tuple[str, int | None]
# The number of one in the directory, or where one that is new in a file stands.
type Node = int | Place


class Known:
    """`organisations` by name and municipality; a former name leads to the same one where no other bears it. Archived
    ones too, after the others: a file may name them, and is told so."""

    def __init__(self) -> None:
        self.municipalities = list(Municipality.objects.all())
        self.organisations: dict[Place, Organisation] = {}
        self.anywhere: dict[str, Organisation] = {}
        self._bearers: dict[str, list[tuple[bool, bool, Organisation]]] = {}
        rows = sorted(
            Organisation.objects.select_related("municipality", "parent").prefetch_related("former_names"),
            key=lambda row: row.is_archived,
        )
        self.parents: dict[Node, Node | None] = {row.pk: row.parent_id for row in rows}
        for row in rows:
            self.add((row.name_key, row.municipality_id), row)
            self._bearers.setdefault(row.name_key, []).append((False, row.is_archived, row))
        for row in rows:
            for former in row.former_names.all():
                self.organisations.setdefault((former.name_key, row.municipality_id), row)
                self.anywhere.setdefault(former.name_key, row)
                self._bearers.setdefault(former.name_key, []).append((True, row.is_archived, row))
        functions = sorted(
            Function.objects.prefetch_related("former_names"), key=lambda row: row.is_abolished
        )
        self.functions = {(row.organisation_id, row.name_key): row for row in functions}
        for function in functions:
            for once in function.former_names.all():
                self.functions.setdefault((function.organisation_id, once.name_key), function)

    def municipality(self, cell: str) -> Municipality | None:
        """“Björkmark”, “Björkmarks kommun” and the code are one."""
        wanted = _plain(cell)
        return next((one for one in self.municipalities if wanted in (_plain(one.name), one.code)), None)

    def function(self, place: Place, name: str) -> Function | None:
        """By what it is called, or was."""
        organisation = self.organisations.get(place)
        return self.functions.get((organisation.pk, key_of(name))) if organisation else None

    def named(self, name: str) -> Organisation | None:
        """The first of the name, in whatever municipality."""
        return self.anywhere.get(key_of(name))

    def of_name(self, name: str) -> list[Organisation]:
        """Those that a row without municipality may mean: who bears the name before who bore it once, and who is there
        before who is archived."""
        bearers = self._bearers.get(key_of(name), [])
        first = min((bearer[:2] for bearer in bearers), default=None)
        return list({row.pk: row for *rank, row in bearers if tuple(rank) == first}.values())

    def add(self, place: Place, row: Organisation) -> None:
        self.organisations.setdefault(place, row)
        self.anywhere.setdefault(place[0], row)


def _plain(name: str) -> str:
    return key_of(name).removesuffix(" kommun").removesuffix("s")
