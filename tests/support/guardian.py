"""Runs one program and ends it when whoever started it is gone, however they went.

`python guardian.py --folder F [--user U] -- program arguments…`. The starter keeps our standard input open; its end,
by closing or by death, is the sign to stop. The program gets a group of its own, so that its children go with it.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

PATIENCE = 10


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, help="removed when the program has ended")
    parser.add_argument("--user", help="whom the program runs as")
    parser.add_argument("--signal", default="SIGTERM", help="what asks the program to stop")
    parser.add_argument("program", nargs="+")
    options = parser.parse_args()

    # What is sent to a whole group (Ctrl-C, a closed terminal, `timeout`) must not end the guardian before its child;
    # the starter's end is what counts here.
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # A handler and not SIG_IGN, which the child would inherit.
        signal.signal(name, lambda *_: None)
    identity = {"user": options.user, "group": options.user, "extra_groups": []} if options.user else {}
    child = subprocess.Popen(options.program, stdin=subprocess.DEVNULL, start_new_session=True, **identity)
    threading.Thread(
        target=_stop_when_alone, args=(child, getattr(signal, options.signal)), daemon=True
    ).start()
    code = child.wait()
    if options.folder:
        shutil.rmtree(options.folder, ignore_errors=True)
    return code


def _stop_when_alone(child: subprocess.Popen[bytes], stop: signal.Signals) -> None:
    sys.stdin.buffer.read()
    child.send_signal(stop)
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
