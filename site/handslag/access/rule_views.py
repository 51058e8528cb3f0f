"""Who may see this page: the view behind the button in the page's menu."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.mail import end_subscriptions
from handslag.access.models import AccessRule
from handslag.access.people import Person, is_break_glass, is_signed_in
from handslag.access.reading import CHANGED
from handslag.access.reference_index import forget_below
from handslag.access.rule_form import INHERIT, AccessRuleForm
from handslag.access.rule_guard import has_fixed_rule
from handslag.access.twins import close_twins, same_rule
from handslag.access.visibility import visible_to

PERMISSION = "handslag.change_accessrule"


def may_set_rule(user: Person, page: Page) -> bool:
    """The coordinator and superusers; where the type demands roles, superusers only."""
    if not is_signed_in(user) or page.depth <= 1:
        return False
    return is_break_glass(user) or (user.has_perm(PERMISSION) and not has_fixed_rule(page))  # type: ignore[union-attr]  # PermissionsMixin


def access_rule(request: HttpRequest, page_id: int) -> HttpResponse:
    """Raises Http404 for pages that the person may not know of, PermissionDenied for those without the right."""
    page = visible_to(Page.objects.filter(pk=page_id), request.user).first()
    if page is None:
        raise Http404
    if not may_set_rule(request.user, page):
        raise PermissionDenied
    rule = AccessRule.objects.filter(page=page).first()
    form = AccessRuleForm(request.POST or None, rule=rule, is_fixed=has_fixed_rule(page))
    if request.method == "POST" and form.is_valid():
        set_rule(page, form.cleaned_data["audience"], form.cleaned_data["roles"])
        messages.success(request, _("Who may see the page has been changed."))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    live_below = visible_to(Page.objects.descendant_of(page, inclusive=True).live(), request.user).count()
    return render(
        request, "handslag/access/rule.html", {"page": page, "form": form, "live_below": live_below}
    )


@transaction.atomic
def set_rule(page: Page, audience: str, roles: object) -> None:
    """Set or take away the rule, here and where the same is said in another language or as an alias. The page's log
    says that it changed, not to what. Raises RuleFixedByTypeError."""
    following = same_rule(page) if audience != Audience.PUBLIC else []
    _change(AccessRule.objects.filter(page=page).first() or AccessRule(page=page), audience, roles)
    for rule in following:
        _change(rule, audience, roles)
    for twin in close_twins(page):
        forget_below(twin)
        end_subscriptions(twin)


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
