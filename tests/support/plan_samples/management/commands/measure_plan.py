"""What the plan's heavier work costs, in one process and without a server; `make bench` prints it."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management.base import BaseCommand
from django.test import Client

from plan_pages.pdf import edition_pdf
from tests.plan_pages.pdf.reading import opened
from tests.plan_pages.pdf.samples import ADDRESS, head, long_plan
from tests.support import plans
from tests.support.large_plans import large_plan

ROUNDS = 7
COMPARISON = "/handlingsplan/jamfor/1/2/"


class Command(BaseCommand):
    help = "Seal, compare and print a large plan and say what it cost (an empty site, which it fills)."

    def handle(self, *args: Any, **options: Any) -> None:
        page = plans.plan_page(text=large_plan("förut"))
        plans.adopt(page)
        plans.draft(page, large_plan("nu"))
        self._say("seal, 60 sections", [cost(lambda: plans.adopt(page))])
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(get_user_model().objects.get(email="medarbetare@handslag.test"))

        def compared() -> None:
            assert client.get(COMPARISON).status_code == 200

        compared()
        self._say(
            "compare 2 × 60 sections, cold", [cost(compared, before=cache.clear) for _ in range(ROUNDS)]
        )
        self._say("compare 2 × 60 sections, cached", [cost(compared) for _ in range(ROUNDS)])
        self._measure_pdf()

    def _measure_pdf(self) -> None:
        """The first is what counts: Typst remembers what it has set before."""
        document = long_plan(36)
        printed: list[bytes] = []
        first = cost(lambda: printed.append(edition_pdf(head(), document, address=ADDRESS)))
        self._say(f"PDF of {len(opened(printed[0]))} pages", [first])

    def _say(self, name: str, costs: list[tuple[float, float]]) -> None:
        wall, work = (statistics.median(column) * 1000 for column in zip(*costs, strict=True))
        self.stdout.write(f"{name:<34}{wall:>9.1f} ms wall{work:>9.1f} ms CPU")


def cost(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> tuple[float, float]:
    """Seconds that went by, and seconds of work in this process."""
    before()
    began, began_work = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - began_work
