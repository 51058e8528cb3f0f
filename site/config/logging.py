"""The form of a log line."""

import logging
import re
from typing import Any

from pythonjsonlogger.json import JsonFormatter as BaseFormatter

E_MAIL = re.compile(r"[^\s@\"'<>]+@[^\s@\"'<>]+")
QUERY = re.compile(r"\?\S*")
# As `handslag.access.secret_keys` makes them: 32 bytes are 43 signs. Whoever reads such an address is in.
SECRET = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])", re.ASCII)


class JsonFormatter(BaseFormatter):
    """Time, level, logger, message, request id; addresses of people, secrets in addresses and query
    strings are taken out.

    A traceback is kept down to file, line and kind of error: its last line may quote what somebody typed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s %(request_id)s", *args, **kwargs)

    def process_log_record(self, log_record: dict[str, Any]) -> dict[str, Any]:
        for key in ("message", "exc_info"):
            if isinstance(log_record.get(key), str):
                log_record[key] = SECRET.sub("…", QUERY.sub("?…", E_MAIL.sub("…@…", log_record[key])))
        return dict(super().process_log_record(log_record))

    def add_fields(
        self, log_record: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        super().add_fields(log_record, record, message_dict)
        for name in ("request", "server_time", "status_code"):
            log_record.pop(name, None)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is the standard library's
        kind, _error, traceback = ei
        frames = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            frames.append(
                f"{code.co_filename.rpartition('/site-packages/')[2]}:{traceback.tb_lineno} {code.co_name}"
            )
            traceback = traceback.tb_next
        return f"{kind.__name__} at " + " < ".join(reversed(frames))
