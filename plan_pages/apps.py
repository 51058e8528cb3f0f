"""The plan."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class PlanPagesConfig(ContributingAppConfig):
    name = "plan_pages"
    verbose_name = _("action plan: editions, decisions, follow-up")
