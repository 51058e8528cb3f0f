"""Why the editor cannot save while a text is under way, and where to go instead."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock

from plan_pages.road.matter import Matter, Stage


class StandsStillLock(WorkflowLock):
    def get_message(self, user: Any) -> str | None:
        if not self.for_user(user):
            return None
        matter = Matter.objects.exclude(stage=Stage.CLOSED).filter(series__page_id=self.object.pk).first()
        if matter is None:
            return _("The text stands still while it is under way to a decision.")
        return format_html(
            '{} <a href="{}">{}</a>',
            _("The text stands still while it is under way to a decision: what was read is what is decided."),
            reverse("decisions:matter", args=[matter.pk]),
            _("Go to the matter"),
        )

    def get_locked_by(self, user: Any, can_lock: bool = False) -> str:
        return _("Under way to a decision")

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        return _("Take it back to drafting to change the text.")
