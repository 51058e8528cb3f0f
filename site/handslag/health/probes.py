"""What is tried: each probe answers true or false within a few seconds and never raises."""

import datetime
import smtplib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Q
from django.tasks import TaskResultStatus

from handslag import clock

STUCK_AFTER = datetime.timedelta(minutes=15)
MAIL_TIMEOUT = 3
_QUEUE = "django_tasks_db.DatabaseBackend"
_SMTP = "django.core.mail.backends.smtp.EmailBackend"
_FOLDER = "django.core.mail.backends.filebased.EmailBackend"


def database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False


def queue() -> bool:
    """With a worker beside the site: no task that could run has waited for long. Without one nothing waits."""
    if settings.TASKS["default"]["BACKEND"] != _QUEUE:
        return True
    limit = clock.now() - STUCK_AFTER
    # A task without a time of its own is kept with the last day there is.
    could_have_run = Q(run_after__lt=limit) | Q(run_after__year__gte=9999)
    tasks = apps.get_model("django_tasks_database", "DBTaskResult").objects.filter(
        status=TaskResultStatus.READY
    )
    try:
        return not tasks.filter(could_have_run, enqueued_at__lt=limit).exists()
    except DatabaseError:
        return False


def mail() -> bool:
    mailer: dict[str, Any] = getattr(settings, "MAILERS", {}).get("default", {})
    options = mailer.get("OPTIONS", {})
    match mailer.get("BACKEND"):
        case backend if backend == _SMTP:
            return _smtp_answers(options)
        case backend if backend == _FOLDER:
            return _folder_takes_files(Path(options["file_path"]))
        case _:
            return True


def _smtp_answers(options: dict[str, Any]) -> bool:
    """A greeting is enough; nothing is sent and no password is tried."""
    kind: type[smtplib.SMTP] = smtplib.SMTP_SSL if options.get("use_ssl") else smtplib.SMTP
    try:
        with kind(options.get("host", ""), options.get("port", 25), timeout=MAIL_TIMEOUT) as server:
            return bool(server.noop()[0] == 250)
    except (OSError, smtplib.SMTPException):
        return False


def _folder_takes_files(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{socket.gethostname()}"
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError:
        return False
    return True


PROBES: dict[str, Callable[[], bool]] = {"database": database, "queue": queue, "mail": mail}
