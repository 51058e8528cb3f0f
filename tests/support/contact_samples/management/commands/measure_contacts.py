"""How long the contacts' lists take over ten rows, a full page and ten thousand; `make bench` prints it."""

import gc
import statistics
import time
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser
from django.test import Client

from handslag.management.commands.purge import renew_statistics
from tests.support.contact_samples.filling import fill
from tests.support.contact_samples.lists import LISTS, queries

# Ten rows are less than most lists show; a hundred fill a page, and after that only the number of rows differs.
FEW, PAGE = 10, 100
WARM_UP = 5


class Command(BaseCommand):
    help = "Fill the demo with contacts and say what their lists cost (a copy that may be thrown away)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rows", type=int, default=10_000)
        parser.add_argument("--rounds", type=int, default=40)

    def handle(self, *args: Any, rows: int, rounds: int, **options: Any) -> None:
        people = get_user_model()._default_manager
        reader = people.get(email="medarbetare@handslag.test")
        clients = {name: self._client(people.get(email=f"{name}@handslag.test")) for name in LISTS.values()}
        found, filled = [], 0
        for number in (FEW, PAGE, rows):
            fill(filled, number, reader)
            filled = number
            # As every night.
            renew_statistics()
            # What filling left behind is no page's to sort through.
            gc.collect()
            gc.freeze()
            found.append({path: self._measure(clients[name], path, rounds) for path, name in LISTS.items()})
        self.stdout.write(
            f"{'p95':<26}{FEW:>7} rows{PAGE:>8} rows{rows:>8} rows{'times a full page':>19}{'queries':>14}"
        )
        for path in LISTS:
            times, asked = zip(*(of_size[path] for of_size in found), strict=True)
            milliseconds = "".join(f"{time:>10.1f} ms" for time in times)
            self.stdout.write(
                f"{path:<26}{milliseconds}{times[2] / times[1]:>19.2f}{' / '.join(map(str, asked)):>14}"
            )

    def _client(self, person: Any) -> Client:
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(person)
        return client

    def _measure(self, client: Client, path: str, rounds: int) -> tuple[float, int]:
        """p95 of the processor's milliseconds, because others may be using the machine; and the queries."""
        asked = queries(client, path)
        times = []
        for _ in range(WARM_UP + rounds):
            began = time.process_time()
            client.get(path)
            times.append((time.process_time() - began) * 1000)
        return statistics.quantiles(times[WARM_UP:], n=20)[-1], asked
