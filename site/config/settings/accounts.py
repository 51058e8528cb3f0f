"""Sign-in through allauth: e-mail and password, no open sign-up, an optional second step."""

from config.settings.base import ENVIRONMENT

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

ACCOUNT_ADAPTER = "accounts.adapter.ClosedAccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.signin.forms.SignInForm",
    "reset_password": "accounts.signin.forms.ResetForm",
    "reset_password_from_key": "accounts.signin.forms.ResetFromKeyForm",
    "change_password": "accounts.signin.forms.NewPasswordForm",
    "reauthenticate": "accounts.signin.forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Addresses are proved by the invitation's link (accounts/addresses.py).
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ENVIRONMENT.https else "http"
# Kept in the cache, which several web processes must share (CACHE_URL). A whole town hall may come from one address,
# so the limits per address are wide and the limits per account narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "30/m/ip,300/h/ip,5/5m/key",
    "reset_password": "20/m/ip,100/h/ip,3/10m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "accept_invitation": "60/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ENVIRONMENT.trusted_proxy else 0

MFA_ADAPTER = "accounts.signin.second_step.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "accounts.signin.forms.CodeForm",
    "reauthenticate": "accounts.signin.forms.CodeAgainForm",
    "activate_totp": "accounts.signin.forms.TurnOnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Handslag"
USERSESSIONS_TRACK_ACTIVITY = False

# Passwords are chosen by their owners alone: the admin's form for accounts has no field for them.
WAGTAILUSERS_PASSWORD_ENABLED = False
