"""Wagtail's own doors, closed or led to allauth. Included before Wagtail's addresses, under the same prefix."""

from allauth.account.views import logout
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from accounts.admin.own_account import OwnAccountView

to_sign_in = login_not_required(
    RedirectView.as_view(pattern_name="account_login", query_string=True, permanent=False)
)

urlpatterns = [
    path("login/", to_sign_in),
    path("logout/", logout),
    path("account/", never_cache(require_admin_access(OwnAccountView.as_view()))),
]
