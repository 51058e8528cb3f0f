"""A lookup for tree paths: `path__on_the_way_to=...` finds a page and those above it.

The paths above are a list, four characters longer for each level, so that an index answers. As one lookup they are put
together once for each question; sixteen expressions for it took half of the time of asking.
"""

from typing import Any

from django.db.models import Field, Lookup
from wagtail.models import Page

STEP = Page.steplen
# Pages nested deeper are shown to nobody: the lookup goes through this many levels.
DEEPEST = 16


class OnTheWayTo(Lookup):
    lookup_name = "on_the_way_to"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        path, path_params = self.process_lhs(compiler, connection)
        end, end_params = self.process_rhs(compiler, connection)
        above = ", ".join(f"SUBSTR({end}, 1, {STEP * level})" for level in range(1, DEEPEST + 1))
        return f"{path} IN ({above})", (*path_params, *(tuple(end_params) * DEEPEST))


Field.register_lookup(OnTheWayTo)
