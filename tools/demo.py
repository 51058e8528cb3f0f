"""`make demo`: a filled demo municipality, served as on a server (DEBUG off, hashed static files, strict policy).

gunicorn and not Django's development server, because the demo should show what people will meet: error pages in the
look, hashed static files, several requests at once. DEMO=true allows a secret of its own and puts mail into a folder
that a page shows.
"""

import os
import subprocess
import sys
import time

from site_environment import ROOT, environment

PORT = os.environ.get("PORT", "8000")
ADDRESS = f"http://127.0.0.1:{PORT}/"
PASSWORD = os.environ.get("DEMO_PASSWORD") or "handslag-demo"
ACCOUNTS = (
    ("redaktor", "writes the plan"),
    ("redaktor2", "writes it too"),
    ("granskare", "reviews what another wrote"),
    ("styrgrupp", "steering group"),
    ("ledamot", "member of the board"),
    ("sekreterare", "records the board's decisions"),
    ("samordnare", "coordinator"),
    ("forum", "consultation forum"),
    ("dialog", "interfaith dialogue"),
    ("medarbetare", "staff: reads"),
    ("granskning", "auditor"),
    ("admin", "administrator"),
)
# Compressing static files and migrating are the long ones, and neither needs the other.
STATIC = ("collectstatic", "--no-input", "--verbosity=0")
STEPS = (("database", ("migrate", "--no-input", "--verbosity=0")), ("roles and demo content", ("load_demo",)))
LOG = ROOT / ".cache" / "demo.log"
MANAGE = (sys.executable, "manage.py")


def main() -> str | None:
    site = environment(
        DEMO="true", DEMO_PASSWORD=PASSWORD, BASE_URL=ADDRESS.rstrip("/"), ALLOWED_HOSTS="127.0.0.1,localhost"
    )
    try:
        sentence = prepare(site)
    except KeyboardInterrupt:
        return "The demo was interrupted; run make demo again to go on."
    if sentence:
        return sentence
    print(welcome(), flush=True)
    serve(site)
    return None


def prepare(site: dict[str, str]) -> str:
    """What to say if a step failed."""
    static = start(STATIC, site)
    try:
        for title, arguments in STEPS:
            if sentence := finish(title, start(arguments, site)):
                return sentence
        return finish("static files", static)
    finally:
        if static.poll() is None:
            static.terminate()


def start(arguments: tuple[str, ...], site: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*MANAGE, *arguments], cwd=ROOT, env=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finish(title: str, process: subprocess.Popen[str]) -> str:
    """Wait, and say how long it took; what to say if it failed."""
    print(f"  {title:<34}", end="", flush=True)
    begun = time.monotonic()
    out, err = process.communicate()
    if process.returncode == 0:
        print(f"{time.monotonic() - begun:5.1f} s", flush=True)
        return ""
    print("stopped", flush=True)
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text(out + err)
    last_line = (err.strip() or out.strip() or "no message").splitlines()[-1]
    return f"The demo stopped at {title}: {last_line} (all of it in {LOG.relative_to(ROOT)})"


def welcome() -> str:
    accounts = "\n".join(f"    {name + '@handslag.test':<28}{what}" for name, what in ACCOUNTS)
    return f"""
Handslag is at {ADDRESS}

  Accounts, all with the password {PASSWORD}:
{accounts}

  Three things to try:
    1. As medarbetare: read the plan in force at {ADDRESS}handlingsplan/, show what changed since the edition before,
       and search for "trygghetsvandring" at {ADDRESS}sok/.
    2. As redaktor: change the plan's draft at {ADDRESS}admin/ and see that readers see nothing of it; read a plan of
       your own from a file ("Läs in en plan").
    3. As a stranger, without signing in: {ADDRESS}information/ is open, everything else asks who you are.

  Ctrl-C stops it. What you change stays in var/; remove that folder for a fresh start.
"""


def serve(site: dict[str, str]) -> None:
    """Become the web server, so that Ctrl-C reaches it and nothing is left behind."""
    program = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--pythonpath", "site"]
    program += [
        "--bind",
        f"127.0.0.1:{PORT}",
        "--workers",
        "2",
        "--threads",
        "4",
        "--log-level",
        "warning",
        "--no-control-socket",
    ]
    os.chdir(ROOT)
    os.execve(sys.executable, program, site)  # noqa: S606 -- our own interpreter with our own arguments


if __name__ == "__main__":
    sys.exit(main())
