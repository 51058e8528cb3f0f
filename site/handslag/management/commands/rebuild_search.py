"""Make the readers' search true."""

from typing import Any

from django.core.management.base import BaseCommand

from handslag.search import index_tables
from handslag.search.providers import rebuild


class Command(BaseCommand):
    help = "Reads everything that can be found anew; may be run at any time, while the site is running."

    def handle(self, *args: Any, **options: Any) -> None:
        index_tables.install()
        self.stdout.write(f"{rebuild()} documents can be found.")
