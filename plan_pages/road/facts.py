"""Who wrote, entered, was invited and holds which role: for many matters at once, with the same few questions."""

from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import chain
from typing import Any

from django.contrib.auth import get_user_model

from plan_pages.road.amendment import Amendment
from plan_pages.road.authorship import Authorship, authors_by_series
from plan_pages.road.matter import Matter
from plan_pages.road.preparation import GuestReviewer
from plan_pages.road.table import RULES


class RoadFacts:
    """What the rules ask about `matters`. Looked up when first asked for and kept: make a new one for every act."""

    def __init__(self, matters: Iterable[Matter]) -> None:
        self.matters = list(matters)

    def authors(self, matter: Matter) -> set[int]:
        return self._authors.get(matter.series_id, set())

    def entered(self, matter: Matter) -> set[int]:
        """Who enters the board's changes of this round."""
        amendment = self._amendments.get(matter.pk)
        return {amendment.entered_by_id} if amendment is not None else set()

    def changed_since_board(self, matter: Matter) -> set[int]:
        """Who saved another text after the board had read its own, by whatever road."""
        return self._changed_since.get(matter.pk, set())

    def guests(self, matter: Matter) -> list[Any]:
        return self._guests.get(matter.pk, [])

    def holders(self, roles: Collection[str]) -> list[Any]:
        """Active accounts with one of the roles."""
        found = chain.from_iterable(self._accounts.get(role, []) for role in roles)
        return list({account.pk: account for account in found}.values())

    @cached_property
    def _authors(self) -> dict[int, set[int]]:
        return authors_by_series({matter.series_id for matter in self.matters})

    @cached_property
    def _amendments(self) -> dict[int, Amendment]:
        rounds = {matter.pk: matter.meeting_round for matter in self.matters}
        rows = Amendment.objects.filter(matter__in=rounds)
        return {row.matter_id: row for row in rows if row.meeting_round == rounds[row.matter_id]}

    @cached_property
    def _changed_since(self) -> dict[int, set[int]]:
        if not self._amendments:
            return {}
        since = min(row.board_revision for row in self._amendments.values())
        amended = {m.series_id: self._amendments[m.pk] for m in self.matters if m.pk in self._amendments}
        found: dict[int, set[int]] = {}
        for row in Authorship.objects.filter(series__in=amended, revision__gt=since):
            amendment = amended[row.series_id]
            if row.revision > amendment.board_revision:
                found.setdefault(amendment.matter_id, set()).add(row.user_id)
        return found

    @cached_property
    def _guests(self) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {}
        rows = GuestReviewer.objects.filter(matter__in=[matter.pk for matter in self.matters])
        for row in rows.filter(user__is_active=True).select_related("user"):
            found.setdefault(row.matter_id, []).append(row.user)
        return found

    @cached_property
    def _accounts(self) -> dict[str, list[Any]]:
        wanted = set(chain.from_iterable(rule.roles for rule in RULES.values()))
        found: dict[str, list[Any]] = {}
        accounts = get_user_model().objects.filter(is_active=True, groups__name__in=wanted).distinct()
        for account in accounts.order_by("name", "pk").prefetch_related("groups"):
            for group in account.groups.all():
                found.setdefault(group.name, []).append(account)
        return found
