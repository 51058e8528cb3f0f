"""The id of the request being answered."""

import logging
from contextvars import ContextVar

current_request_id: ContextVar[str] = ContextVar("handslag_request_id", default="")


class RequestIdFilter(logging.Filter):
    """Adds `request_id` to each log record; empty outside requests.

    Django logs refusals (404, 403) after the middleware has ended; those records carry the request itself.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        of_record = getattr(getattr(record, "request", None), "request_id", "")
        record.request_id = of_record or current_request_id.get()
        return True
