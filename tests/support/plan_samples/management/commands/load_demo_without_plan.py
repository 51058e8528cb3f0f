"""The demo municipality before it has a plan: where a decided plan is registered for the first time."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from handslag.access.role_setup import setup_roles
from handslag.demo import demo_content


class Command(BaseCommand):
    help = "Load all demo content except the plan."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        for content in demo_content:
            if content.name != "plan":
                content.load()
        setup_roles()
