"""Languages, templates, database, cache, tasks."""

from django.utils.translation import gettext_lazy as _

from config.environment import ROOT, read_environment

ENVIRONMENT = read_environment()

DEBUG = ENVIRONMENT.debug
DEMO = ENVIRONMENT.demo
DEMO_PASSWORD = ENVIRONMENT.demo_password
BASE_URL = ENVIRONMENT.base_url
VAR_DIR = ENVIRONMENT.var_dir
PROPOSER_KEPT_MONTHS = ENVIRONMENT.proposer_kept_months

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {"default": ENVIRONMENT.database}
CACHES = {"default": ENVIRONMENT.cache}
# Without a worker (`manage.py db_worker`) beside the site, tasks run in the request, after its transaction.
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if ENVIRONMENT.task_worker
        else "config.tasks.AfterCommitBackend"
    }
}

TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True
LANGUAGE_CODE = "sv"
# Swedish and English everywhere; the others for pages of the public section.
LANGUAGES = [
    ("sv", _("Swedish")),
    ("en", _("English")),
    ("fi", _("Finnish")),
    ("ar", _("Arabic")),
    ("fa", _("Persian")),
    ("so", _("Somali")),
    ("uk", _("Ukrainian")),
]
INTERFACE_LANGUAGES = ("sv", "en")
LOCALE_PATHS = [ROOT / "site" / "handslag" / "locale", ROOT / "site" / "config" / "locale"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "handslag.navigation.context.navigation",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
