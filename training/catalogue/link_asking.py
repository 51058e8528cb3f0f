"""Asking whether a link leads anywhere, without ever asking our own network (server-side request forgery, CWE-918).

Every name is looked up once and the connection goes to the very address that was judged, so that a name which answers
differently the second time leads nowhere else. Redirects are judged anew.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings

from training.catalogue.link_check import Problem

SECONDS, MOST_BYTES, MOST_STEPS = 8, 65_536, 5
# A server may send a letter a second for hours; then the line is cut.
LONGEST = 20
WEB_PORTS = {"http": 80, "https": 443}
# Names that never exist on the open web (RFC 2606, RFC 6762, RFC 8375): nobody is asked about them.
NEVER_OPEN = (".test", ".example", ".invalid", ".localhost", ".local", ".internal", ".home.arpa")
# Networks whose addresses hide one of the other kind (RFC 6052; RFC 4291, 2.5.5.1).
TRANSLATED = tuple(ipaddress.ip_network(net) for net in ("64:ff9b::/96", "::/96"))
NOT_FOR_HEAD = {403, 404, 405, 501}
AGENT = "Handslag link check"


@dataclass(frozen=True)
class Answer:
    problem: Problem
    status: int | None = None


class NotOpenError(Exception):
    """The address is none of the open web's."""


def ask(url: str) -> Answer:
    """HEAD, and GET where the server does not take HEAD; at most `MOST_STEPS` redirects."""
    try:
        for _step in range(MOST_STEPS + 1):
            status, onward = _ask_once(url)
            if not onward:
                return Answer(Problem.NONE if status < http.client.BAD_REQUEST else Problem.STATUS, status)
            url = urljoin(url, onward)
    except NotOpenError:
        return Answer(Problem.FORBIDDEN)
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(Problem.SILENT)
    return Answer(Problem.ASTRAY)


def _ask_once(url: str) -> tuple[int, str]:
    """Status, and where the server sends on ("" for nowhere)."""
    parts = urlsplit(url)
    status, onward = _request("HEAD", parts)
    return _request("GET", parts) if status in NOT_FOR_HEAD else (status, onward)


def _request(method: str, parts: SplitResult) -> tuple[int, str]:
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    if not target.isascii() or any(character.isspace() for character in target):
        raise ValueError("The address holds characters that must be written with %.")
    with _connected(parts) as connection:
        connection.request(method, target, headers={"User-Agent": AGENT, "Accept": "*/*"})
        answer = connection.getresponse()
        if method == "GET":
            answer.read(MOST_BYTES)
        is_sending = answer.status in {301, 302, 303, 307, 308}
        return answer.status, (answer.headers.get("Location", "") if is_sending else "")


@contextlib.contextmanager
def _connected(parts: SplitResult) -> Iterator[http.client.HTTPConnection]:
    host, port, place = _judged(parts)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(host, port, timeout=SECONDS)
    else:
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    reached = connection.sock = socket.create_connection((place, port), timeout=SECONDS)
    try:
        # The handshake counts, too: a server may drip that as well.
        with _cut_off(reached):
            if parts.scheme == "https":
                connection.sock = ssl.create_default_context().wrap_socket(reached, server_hostname=host)
            yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def _cut_off(line: socket.socket) -> Iterator[None]:
    def cut() -> None:
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(LONGEST, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _judged(parts: SplitResult) -> tuple[str, int, str]:
    """Name, port and the one address to connect to. Raises NotOpenError."""
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in WEB_PORTS or not host or parts.username or parts.password:
        raise NotOpenError
    port = parts.port or WEB_PORTS[parts.scheme]
    loopback = bool(getattr(settings, "TRAINING_LINKS_TO_LOOPBACK", False))
    if host.lower().endswith(NEVER_OPEN) or (port not in WEB_PORTS.values() and not loopback):
        raise NotOpenError
    found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not found or not all(is_open(place, loopback=loopback) for place in found):
        raise NotOpenError
    return host, port, min(found, key=lambda place: (":" in place, place))


def is_open(place: str, *, loopback: bool = False) -> bool:
    """Is it an address on the open web? `loopback`: this machine counts too (tests)."""
    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.is_loopback:
            return loopback
        if address.sixtofour or address.teredo or address.is_site_local:
            return False
        if any(address in network for network in TRANSLATED):
            return False
        address = address.ipv4_mapped or address
    if loopback and address.is_loopback:
        return True
    return address.is_global and not address.is_multicast
