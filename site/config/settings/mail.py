"""Where mail goes: SMTP by EMAIL_URL; in the demo a folder that `/demo/post/` shows. When people are reminded."""

from config.settings.base import ENVIRONMENT

DEFAULT_FROM_EMAIL = ENVIRONMENT.default_from_email
SERVER_EMAIL = ENVIRONMENT.default_from_email
DEMO_MAIL_DIR = ENVIRONMENT.var_dir / "mail"

REMIND_DAYS_BEFORE = ENVIRONMENT.remind_days_before
REMIND_AGAIN_DAYS = ENVIRONMENT.remind_again_days

if ENVIRONMENT.email is not None:
    MAILERS = {
        "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": ENVIRONMENT.email}
    }
else:
    MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(DEMO_MAIL_DIR)},
        }
    }
