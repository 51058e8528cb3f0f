"""Says before the long part that the demo's port is taken. Standard library only, Python 3.9."""

import socket
import sys


def main():
    wanted = sys.argv[1]
    if not wanted.isdigit() or not 0 < int(wanted) < 65536:
        return f"PORT must be a number between 1 and 65535, not {wanted}."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(wanted)))
        except OSError:
            other = int(wanted) % 65535 + 1
            return f"Port {wanted} is in use; end what runs there, or choose another: make demo PORT={other}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
