"""House rules that `manage.py check --deploy` holds."""

from typing import Any

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def sign_in_limits_are_shared(**kwargs: Any) -> list[checks.CheckMessage]:
    """Limits on sign-in are counted in the cache; in a process's memory each process would count for itself."""
    if settings.CACHES["default"]["BACKEND"] != "django.core.cache.backends.locmem.LocMemCache":
        return []
    return [
        checks.Warning(
            "CACHE_URL is not set: sign-in limits are counted in each web process for itself.",
            hint="Set CACHE_URL to a cache that all processes share, for example redis://127.0.0.1:6379/0.",
            id="accounts.W001",
        )
    ]


@checks.register(checks.Tags.security, deploy=True)
def mail_leaves_the_server(**kwargs: Any) -> list[checks.CheckMessage]:
    """Without an address for mail, invitations would lie in a folder that nobody reads."""
    if not str(settings.MAILERS["default"]["BACKEND"]).endswith("filebased.EmailBackend"):
        return []
    return [
        checks.Warning(
            "EMAIL_URL is not set: invitations and reminders are written to a folder and reach nobody.",
            hint="Set EMAIL_URL, for example smtp+tls://user:password@mail.kommunen.se:587.",
            id="accounts.W002",
        )
    ]
