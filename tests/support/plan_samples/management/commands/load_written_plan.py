"""A plan that was decided once, and a draft that its editor has written on."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand

from plan_pages.documents import Commitment
from tests.support import plans


class Command(BaseCommand):
    help = "Create the plan with one edition and a draft of the next."

    def handle(self, *args: Any, **options: Any) -> None:
        page = plans.plan_page()
        plans.adopt(page)
        # Two people are enough: one who writes, and one who reviews and keeps the minutes.
        second = get_user_model().objects.get(email="granskare@handslag.test")
        second.groups.add(Group.objects.get(name="board_secretary"))
        editor = get_user_model().objects.get(email="redaktor@handslag.test")
        decided = plans.document(3)
        changed = plans.section("avsnitt 2", number="2", words="Texten är skriven om.")
        body = [
            part.model_copy(update={"text": "Kommunen ska öva varje höst."})
            if isinstance(part, Commitment)
            else part
            for part in changed.body
        ]
        sections = (
            decided.sections[0],
            changed.model_copy(update={"body": tuple(body)}),
            decided.sections[2],
            plans.section("avsnitt 4", number="4"),
        )
        plans.draft(page, plans.document(sections), editor)
