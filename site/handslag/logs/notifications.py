"""Where one of Wagtail's mails cannot be sent, Wagtail logs its subject, which names the page, and the address."""

import logging

BEGINS = "Failed to send notification email"


class WithoutSubjects(logging.Filter):
    """Leaves the kind of error; the error's own text and its traceback hold addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        if str(record.msg).startswith(BEGINS):
            kind = record.exc_info[0] if record.exc_info else None
            record.msg, record.args = "A notification was not sent: %s", (getattr(kind, "__name__", "?"),)
            record.exc_info = record.exc_text = None
        return True


def connect() -> None:
    """On the logger itself, whatever handlers a site gives it. Adding the same filter again changes nothing."""
    logger = logging.getLogger("wagtail.admin")
    if not any(isinstance(one, WithoutSubjects) for one in logger.filters):
        logger.addFilter(WithoutSubjects())
