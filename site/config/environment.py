"""What the environment may say, read once and typed; a bad value stops the start with one sentence."""

import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote, urlsplit

import environ

ROOT = Path(__file__).resolve().parents[2]
PILLARS = ("plan_pages", "contacts", "training")
LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1", "testserver"}
# Months: a plan that nobody looks at for longer is not kept.
LONGEST_INTERVAL = 60
MOST_DAYS = 366
# Ten years: what is kept longer is an archive's.
LONGEST_KEPT = 3660
LONGEST_KEPT_YEARS = 10
# Two weeks: the others wait meanwhile.
LONGEST_OFFER = 336
DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}


def stop(sentence: str) -> NoReturn:
    """End the start; the sentence names the variable and what to do."""
    sys.exit(f"Handslag cannot start: {sentence}")


def is_local(host: str) -> bool:
    return host in LOOPBACK or host.endswith((".test", ".localhost"))


@dataclass(frozen=True)
class Environment:
    debug: bool
    demo: bool
    secret_key: str
    base_url: str
    allowed_hosts: tuple[str, ...]
    trusted_proxy: bool
    var_dir: Path
    database: dict[str, Any]
    cache: dict[str, Any]
    task_worker: bool
    email: dict[str, Any] | None
    default_from_email: str
    remind_days_before: int
    remind_again_days: int
    pillars: tuple[str, ...]
    extra_apps: tuple[str, ...]
    demo_password: str
    proposer_kept_months: int
    review_months: int
    helpline_days: int
    guidance_keep_days: int
    question_keep_days: int
    read_log_keep_days: int
    contacts_check_days: int
    mandate_task_idle_months: int
    observation_open_days: int
    guest_address_days: int
    guest_keep_days: int
    training_offer_hours: int
    training_needs_days: int
    training_keep_years: int
    training_link_days: int
    training_refresh_soon_days: int
    training_earlier_months: int
    method_review_months: int

    @property
    def https(self) -> bool:
        return self.base_url.startswith("https://")


def read_environment() -> Environment:
    """Read and check all variables (docs/administrators/settings.md lists them)."""
    env = environ.Env()
    debug = _boolean(env, "DEBUG")
    demo = _boolean(env, "DEMO")
    var_dir = Path(env.str("VAR_DIR", default=str(ROOT / "var"))).resolve()
    base_url = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")
    host = urlsplit(base_url).hostname
    if urlsplit(base_url).scheme not in {"http", "https"} or not host:
        stop("BASE_URL must be a whole address such as https://handslag.kommunen.se.")
    allowed_hosts = tuple(env.list("ALLOWED_HOSTS", default=[host, *sorted(LOOPBACK)]))
    public_hosts = [name for name in {*allowed_hosts, host} if not is_local(name)]
    for name, is_on in (("DEBUG", debug), ("DEMO", demo)):
        if is_on and public_hosts:
            stop(
                f"{name} is on although BASE_URL or ALLOWED_HOSTS names {public_hosts[0]}; "
                f"set {name}=false on a server that others reach."
            )
    guest_address_days = _days(env, "GUEST_ADDRESS_DAYS", 7)
    guest_keep_days = _days(env, "GUEST_KEEP_DAYS", 30)
    if guest_keep_days < guest_address_days:
        stop(
            f"GUEST_KEEP_DAYS ({guest_keep_days}) is less than GUEST_ADDRESS_DAYS ({guest_address_days}): a guest's "
            "private address ends with the mail address; raise the first or lower the second."
        )
    return Environment(
        debug=debug,
        demo=demo,
        secret_key=_secret_key(env, var_dir, may_invent=debug or demo),
        base_url=base_url,
        allowed_hosts=allowed_hosts,
        trusted_proxy=_boolean(env, "TRUSTED_PROXY"),
        var_dir=var_dir,
        database=_database(env, var_dir),
        cache=_cache(env),
        task_worker=_boolean(env, "TASK_WORKER"),
        email=_email(env),
        default_from_email=env.str("DEFAULT_FROM_EMAIL", default=f"handslag@{host}"),
        remind_days_before=_days(env, "REMIND_DAYS_BEFORE", 7),
        remind_again_days=_days(env, "REMIND_AGAIN_DAYS", 14),
        pillars=_pillars(env),
        extra_apps=tuple(env.list("EXTRA_APPS", default=[])),
        demo_password=env.str("DEMO_PASSWORD", default="handslag-demo" if debug or demo else ""),
        proposer_kept_months=_months(env, "PROPOSER_KEPT_MONTHS", 24),
        review_months=_months(env, "PLAN_REVIEW_MONTHS", default=12),
        helpline_days=_days(env, "HELPLINE_DAYS", 90, least=1),
        guidance_keep_days=_days(env, "GUIDANCE_KEEP_DAYS", 365, most=LONGEST_KEPT),
        question_keep_days=_days(env, "QUESTION_KEEP_DAYS", 1825, most=LONGEST_KEPT),
        read_log_keep_days=_days(env, "READ_LOG_KEEP_DAYS", 730, most=LONGEST_KEPT),
        contacts_check_days=_days(env, "CONTACTS_CHECK_DAYS", 180),
        mandate_task_idle_months=_months(env, "MANDATE_TASK_IDLE_MONTHS", default=12),
        observation_open_days=_days(env, "OBSERVATION_OPEN_DAYS", 60),
        guest_address_days=guest_address_days,
        guest_keep_days=guest_keep_days,
        training_offer_hours=_whole(env, "TRAINING_OFFER_HOURS", 48, "hours", least=1, most=LONGEST_OFFER),
        training_needs_days=_days(env, "TRAINING_NEEDS_DAYS", 14),
        training_keep_years=_whole(env, "TRAINING_KEEP_YEARS", 5, "years", least=1, most=LONGEST_KEPT_YEARS),
        training_link_days=_days(env, "TRAINING_LINK_DAYS", 30),
        training_refresh_soon_days=_days(env, "TRAINING_REFRESH_SOON_DAYS", 60),
        training_earlier_months=_months(env, "TRAINING_EARLIER_MONTHS", default=24),
        method_review_months=_months(env, "METHOD_REVIEW_MONTHS", default=24),
    )


def _boolean(env: environ.Env, name: str) -> bool:
    value = env.str(name, default="false").strip().lower()
    if value in {"true", "1", "yes", "on"}:
        return True
    if value in {"false", "0", "no", "off", ""}:
        return False
    stop(f"{name} must be true or false.")


def _months(env: environ.Env, name: str, default: int) -> int:
    value = env.str(name, default="").strip() or str(default)
    if value.isdecimal() and 1 <= int(value) <= LONGEST_INTERVAL:
        return int(value)
    stop(f"{name} must be a number of months from 1 to {LONGEST_INTERVAL}.")


def _days(env: environ.Env, name: str, default: int, *, least: int = 0, most: int = MOST_DAYS) -> int:
    return _whole(env, name, default, "days", least=least, most=most)


def _whole(env: environ.Env, name: str, default: int, of: str, *, least: int, most: int) -> int:
    value = env.str(name, default="").strip() or str(default)
    if not value.isdecimal() or not least <= int(value) <= most:
        stop(f"{name} must be a whole number of {of} from {least} to {most}.")
    return int(value)


def _secret_key(env: environ.Env, var_dir: Path, *, may_invent: bool) -> str:
    key = env.str("SECRET_KEY", default="")
    if key:
        return str(key)
    if not may_invent:
        stop("SECRET_KEY is missing; set it to a long random text that only this server knows.")
    file = var_dir / "secret-key"
    if not file.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_urlsafe(50))
        file.chmod(0o600)
    return file.read_text()


def _database(env: environ.Env, var_dir: Path) -> dict[str, Any]:
    """SQLite with WAL and IMMEDIATE, so that writers queue instead of failing; PostgreSQL by address."""
    url = env.str("DATABASE_URL", default=f"sqlite:///{var_dir / 'handslag.sqlite3'}")
    if urlsplit(url).scheme not in DATABASE_SCHEMES:
        stop("DATABASE_URL must begin with sqlite:/// or postgres://.")
    try:
        database = dict(env.db_url_config(url))
    except (ValueError, environ.ImproperlyConfigured):
        stop("DATABASE_URL cannot be read; write postgres://user:password@host:5432/name.")
    if not database.get("NAME"):
        stop("DATABASE_URL names no database; write postgres://user:password@host:5432/name.")
    if database["ENGINE"].endswith("sqlite3"):
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
            "PRAGMA cache_size=-20000;PRAGMA journal_size_limit=27103364;",
        }
    else:
        database["CONN_MAX_AGE"] = 60
        database["CONN_HEALTH_CHECKS"] = True
        database["OPTIONS"] = {"connect_timeout": 5, **database.get("OPTIONS", {})}
    return database


def _cache(env: environ.Env) -> dict[str, Any]:
    try:
        return dict(env.cache_url("CACHE_URL", default="locmemcache://"))
    except environ.ImproperlyConfigured:
        stop("CACHE_URL cannot be read; write redis://host:6379/0 or leave it out.")


def _email(env: environ.Env) -> dict[str, Any] | None:
    """SMTP as Django's MAILERS wants it; None: no address was given."""
    url = env.str("EMAIL_URL", default="")
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtp+tls", "smtp+ssl"} or not parts.hostname:
        stop("EMAIL_URL cannot be read; write smtp+tls://user:password@host:587.")
    return {
        "host": parts.hostname,
        "port": parts.port or 25,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "use_ssl": parts.scheme == "smtp+ssl",
        "timeout": 10,
    }


def _pillars(env: environ.Env) -> tuple[str, ...]:
    names = tuple(env.list("HANDSLAG_APPS", default=list(PILLARS)))
    for name in names:
        if name not in PILLARS:
            stop(f"HANDSLAG_APPS names {name}; it may name {', '.join(PILLARS)}.")
    if set(names) & {"plan_pages", "training"} and "contacts" not in names:
        stop("HANDSLAG_APPS leaves out contacts, which plan_pages and training need; add contacts.")
    return names
