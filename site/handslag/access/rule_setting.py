"""Setting the rule of a page, and of what says the same elsewhere."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.mail import end_subscriptions
from handslag.access.models import AccessRule
from handslag.access.reading import CHANGED
from handslag.access.reference_index import forget_below
from handslag.access.rule_form import INHERIT
from handslag.access.twins import close_twins, rules_that_follow


@transaction.atomic
def set_rule(page: Page, audience: str, roles: object) -> None:
    """Set or take away the rule, here and where the same is said in another language or as an alias. The page's log
    says that it changed, not to what. Raises RuleFixedByTypeError."""
    following = rules_that_follow(page) if audience != Audience.PUBLIC else []
    _change(AccessRule.objects.filter(page=page).first() or AccessRule(page=page), audience, roles)
    for rule in following:
        _change(rule, audience, roles)
    close_twins(page)


def _change(rule: AccessRule, audience: str, roles: object) -> None:
    page = rule.page
    if audience != INHERIT:
        rule.audience = audience
        rule.save()
        rule.roles.set(roles if audience == Audience.RESTRICTED else [])  # type: ignore[arg-type]  # a queryset of groups
    elif rule.pk is not None:
        rule.delete()
    log(instance=page, action=CHANGED)
    forget_below(page)
    end_subscriptions(page)
