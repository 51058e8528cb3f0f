"""How long the contacts' lists take over ten rows and over ten thousand; `make bench` prints it."""

import statistics
import time
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser
from django.test import Client

from handslag.management.commands.purge import renew_statistics
from tests.support.contact_samples.filling import fill
from tests.support.contact_samples.lists import LISTS, queries

FEW = 10


class Command(BaseCommand):
    help = "Fill the demo with contacts and say what their lists cost (a copy that may be thrown away)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rows", type=int, default=10_000)
        parser.add_argument("--rounds", type=int, default=30)

    def handle(self, *args: Any, rows: int, rounds: int, **options: Any) -> None:
        people = get_user_model()._default_manager
        reader = people.get(email="medarbetare@handslag.test")
        clients = {name: self._client(people.get(email=f"{name}@handslag.test")) for name in LISTS.values()}
        fill(0, FEW, reader)
        few = {path: self._measure(clients[name], path, rounds) for path, name in LISTS.items()}
        fill(FEW, rows, reader)
        # As every night.
        renew_statistics()
        many = {path: self._measure(clients[name], path, rounds) for path, name in LISTS.items()}
        self.stdout.write(f"{'':<28}{FEW:>7} rows{rows:>9} rows{'p95, times':>12}{'queries':>12}")
        for path in LISTS:
            (short, asked), (long, asked_then) = few[path], many[path]
            self.stdout.write(
                f"{path:<28}{short:>9.1f} ms{long:>11.1f} ms{long / short:>12.2f}{asked:>7} /{asked_then:>3}"
            )

    def _client(self, person: Any) -> Client:
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(person)
        return client

    def _measure(self, client: Client, path: str, rounds: int) -> tuple[float, int]:
        """p95 of the processor's milliseconds, because others may be using the machine; and the queries."""
        asked = queries(client, path)
        times = []
        for _ in range(rounds):
            began = time.process_time()
            client.get(path)
            times.append((time.process_time() - began) * 1000)
        return statistics.quantiles(times, n=20)[-1], asked
