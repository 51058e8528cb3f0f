"""Fill the database with a fictional municipality."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from handslag.access.role_setup import setup_roles
from handslag.demo import demo_content


class Command(BaseCommand):
    help = "Loads demo content and demo accounts (password from DEMO_PASSWORD); may be run again."

    def handle(self, *args: Any, **options: Any) -> None:
        if not getattr(settings, "DEMO_PASSWORD", ""):
            raise CommandError(
                "DEMO_PASSWORD is missing; set it to the password the demo accounts shall have."
            )
        for content in demo_content:
            with transaction.atomic():
                content.load()
        with transaction.atomic():
            setup_roles()
        self.stdout.write(f"Demo content is loaded ({', '.join(content.name for content in demo_content)}).")
