"""A real PostgreSQL server on a free loopback port, for as long as the test run lasts.

A migrated cluster is kept in the cache; a run copies it, starts a server on the copy and gives every test process a
database made from the template (`CREATE DATABASE … TEMPLATE`). TEST_DATABASE_URL names a server to use instead.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from tests.support.availability import MissingProgramError
from tests.support.cached import build_once
from tests.support.fingerprint import schema_key
from tests.support.guarded import GuardedProgram, free_port
from tests.support.site_process import environment, manage, site_settings

TEMPLATE = "handslag_template"
SUPERUSER = "handslag"
DEBIAN_FOLDER = Path("/usr/lib/postgresql")
START_TIMEOUT = 60
# A test database may lose its last second in a power cut; it is thrown away anyway.
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=60",
    "shared_buffers=64MB",
)


def find_binaries() -> Path:
    """The folder with `initdb` and `postgres`: on the path, or where Debian puts them."""
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    candidates += sorted(DEBIAN_FOLDER.glob("*/bin"), key=_version, reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise MissingProgramError("PostgreSQL was not found; install it with: apt-get install postgresql")


def _version(folder: Path) -> float:
    return float(folder.parent.name) if folder.parent.name.replace(".", "", 1).isdigit() else 0


def unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root; some other user must do it then."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class PostgresServer:
    """A server on a cluster of its own, gone when stopped or when the test run dies."""

    def __init__(self, cluster: Path | None = None, *, keep: bool = False) -> None:
        self._binaries = find_binaries()
        self._user = unprivileged_user()
        self.folder = Path(tempfile.mkdtemp(prefix="handslag-postgresql-"))
        self.data = self.folder / "data"
        self.port = free_port()
        if cluster:
            shutil.copytree(cluster, self.data)
        self._own(self.folder)
        if not cluster:
            self._initialise()
        self._program = self._start(None if keep else self.folder)

    @property
    def address(self) -> str:
        return f"postgres://{SUPERUSER}@127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._program.stop()

    def _own(self, folder: Path) -> None:
        if not self._user:
            return
        entry = pwd.getpwnam(self._user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
        for path in folder.rglob("*"):
            os.chown(path, entry.pw_uid, entry.pw_gid)

    def _initialise(self) -> None:
        identity: dict[str, object] = {}
        if self._user:
            identity = {"user": self._user, "group": self._user, "extra_groups": []}
        command = [str(self._binaries / "initdb"), "--pgdata", str(self.data), "--username", SUPERUSER]
        command += ["--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, check=False, **identity
        )  # type: ignore[call-overload]  # identity is empty or complete
        if done.returncode:
            raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")

    def _start(self, removed_after: Path | None) -> GuardedProgram:
        options = [
            f"port={self.port}",
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={self.folder}",
            *FAST,
        ]
        command = [str(self._binaries / "postgres"), "-D", str(self.data)]
        for option in options:
            command += ["-c", option]
        program = GuardedProgram(
            command,
            log=self.folder / "server.log",
            environment=environment(),
            folder=removed_after,
            user=self._user,
            stop_signal="SIGINT",
        )
        deadline = time.monotonic() + START_TIMEOUT
        while True:
            try:
                psycopg.connect(f"{self.address}/postgres", connect_timeout=2).close()
            except psycopg.OperationalError:
                if program.has_ended() or time.monotonic() > deadline:
                    raise RuntimeError(f"PostgreSQL did not start:\n{program.log.read_text()}") from None
                time.sleep(0.1)
            else:
                return program


def start_server() -> PostgresServer:
    """A server whose template database is migrated."""
    return PostgresServer(migrated_cluster())


def migrated_cluster() -> Path:
    """A folder of PostgreSQL's whose template database is migrated."""
    return build_once("postgresql", _cluster_key(), _build_cluster)


def _cluster_key() -> str:
    version = subprocess.run(
        [str(find_binaries() / "postgres"), "--version"], capture_output=True, text=True, check=True
    ).stdout
    return schema_key(version)


def _build_cluster(place: Path) -> None:
    server = PostgresServer(keep=True)
    try:
        create_template(server.address)
        server.stop()
        (server.data / "postmaster.pid").unlink(missing_ok=True)
        shutil.copytree(server.data, place)
    finally:
        server.stop()
        shutil.rmtree(server.folder, ignore_errors=True)


def create_template(address: str) -> None:
    """A migrated database that the test processes' databases are made from."""
    execute(address, _drop(TEMPLATE), sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    with tempfile.TemporaryDirectory() as var_dir:
        settings = site_settings(Path(var_dir), database_url(address, TEMPLATE))
        manage("migrate", "--no-input", "--verbosity=0", settings=settings)


def execute(address: str, *statements: sql.Composed) -> None:
    with psycopg.connect(database_url(address, "postgres"), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def database_url(address: str, name: str) -> str:
    return urlunsplit(urlsplit(address)._replace(path=f"/{name}"))


class PostgresTestDatabase:
    """What the tests of one process use; `restore` puts back what `keep` found."""

    vendor = "postgresql"

    def __init__(self, address: str, worker: str) -> None:
        self._address = address
        self._name = f"handslag_test_{worker}"
        self._kept = f"{self._name}_kept"
        self.url = database_url(address, self._name)

    def prepare(self) -> None:
        self._copy(TEMPLATE, self._name)

    def keep(self) -> None:
        self._copy(self._name, self._kept)

    def restore(self) -> None:
        self._copy(self._kept, self._name)

    def close(self) -> None:
        execute(self._address, _drop(self._name), _drop(self._kept))

    def _copy(self, source: str, target: str) -> None:
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(target), sql.Identifier(source)
        )
        execute(self._address, _drop(target), create)


def _drop(name: str) -> sql.Composed:
    return sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
