"""Make the table of roles true in the database."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from handslag.access.role_setup import setup_roles
from handslag.access.roles import roles


class Command(BaseCommand):
    help = "Creates or corrects the roles' groups and permissions; may be run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            setup_roles()
        self.stdout.write(f"{len(roles)} roles are set up.")
