"""Who may see this page: the view behind the button in the page's menu."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from handslag.access.models import AccessRule
from handslag.access.people import Person, is_break_glass, is_signed_in
from handslag.access.rule_form import AccessRuleForm
from handslag.access.rule_guard import has_fixed_rule
from handslag.access.rule_setting import set_rule
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
