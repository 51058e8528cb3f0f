"""The door to the admin: sign-in for strangers, a clear no for those whose roles do not lead there."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from handslag.errors.texts import ErrorText

NO_ACCESS = ErrorText(
    _("Editing is not part of your roles"),
    _("You are signed in, but your account has no role that works in the editing tool."),
    _("You can read everything as usual. Ask your coordinator for a role if you need to write."),
)


@login_not_required
@never_cache
def enter_admin(request: HttpRequest) -> HttpResponse:
    """Wagtail sends everybody here whom it does not let in; sending them on to sign-in again would never end."""
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?{request.META.get('QUERY_STRING', '')}")
    if request.user.has_perm("wagtailadmin.access_admin"):
        return redirect("wagtailadmin_home")
    # Wagtail has left a message that says the same in fewer words; it is taken, and not shown.
    list(get_messages(request))
    request_id = getattr(request, "request_id", "")
    context: dict[str, object] = {"status": 403, "error": NO_ACCESS, "request_id": request_id, "messages": []}
    return render(request, "handslag/errors/error.html", context, status=403)
