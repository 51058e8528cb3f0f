"""A mail server on loopback that keeps what it gets; enough SMTP for Django's own mailer."""

import socketserver
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import Any


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self._say("220 sink.test")
        for line in self.rfile:
            command = line.decode("ascii", "replace").strip().upper()
            if command.startswith("DATA"):
                self._say("354 go on")
                self._keep()
                self._say("250 kept")
            elif command.startswith("QUIT"):
                self._say("221 bye")
                return
            elif command.startswith("RCPT") and self.server.refuses in command.lower():  # type: ignore[attr-defined]
                self._say("550 no such person")
            else:
                self._say("250 fine")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def _keep(self) -> None:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b"."))
        self.server.messages.append(message_from_bytes(b"".join(lines), policy=policy.default))  # type: ignore[attr-defined]


class SmtpSink:
    """`messages` in the order they came; `refuses` is a part of addresses that are turned away."""

    def __init__(self) -> None:
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Session)
        self._server.daemon_threads = True
        self._server.messages = []  # type: ignore[attr-defined]
        self._server.refuses = "refused@"  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def messages(self) -> list[EmailMessage]:
        found: list[EmailMessage] = self._server.messages  # type: ignore[attr-defined]
        return found

    @property
    def mailers(self) -> dict[str, Any]:
        """The setting that leads mail here."""
        host, port = self._server.server_address[:2]
        return {
            "default": {
                "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "OPTIONS": {"host": host, "port": port, "timeout": 5},
            }
        }

    def __enter__(self) -> "SmtpSink":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
