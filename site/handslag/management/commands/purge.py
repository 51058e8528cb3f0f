"""Remove what has been kept as long as it may be."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from handslag.retention import purges


class Command(BaseCommand):
    help = "Removes what is due: pages 30 days in the trash, and what apps register. Run it every night."

    def handle(self, *args: Any, **options: Any) -> None:
        for purge in purges:
            self.stdout.write(f"{purge.name}: {purge.run()}")
        renew_statistics()


def renew_statistics() -> None:
    """SQLite counts its rows when it is told to, and without that asks ten thousand pages where it could ask six
    bodies. PostgreSQL sees to it by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
