"""Addresses below /konto/: of allauth only what the site uses. No sign-up, no list of addresses, no other providers."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from accounts.invitations.views import AcceptView
from accounts.signin import views

urlpatterns = [
    path("", views.OverviewView.as_view(), name="account_overview"),
    path("login/", views.SignInView.as_view(), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.PasswordAgainView.as_view(), name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/reset/", views.ResetView.as_view(), name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("inbjudan/<str:key>/", AcceptView.as_view(), name="accounts_accept"),
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", views.SecondStepView.as_view(), name="mfa_authenticate"),
    path("2fa/reauthenticate/", views.CodeAgainView.as_view(), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/generate/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/download/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("sessions/", views.SessionsView.as_view(), name="usersessions_list"),
]
