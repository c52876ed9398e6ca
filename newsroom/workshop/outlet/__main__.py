"""Start the sample outlet: ``python -m newsroom.workshop.outlet --port 8001 --store FILE``."""

import argparse
import os
import signal
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from types import FrameType
from wsgiref.simple_server import WSGIServer, make_server

from standardwebhooks import Webhook

from .shelf import Shelf
from .site import Site


class ThreadingServer(ThreadingMixIn, WSGIServer):
    """A thread for each request, so that a slow reader keeps nobody waiting."""

    daemon_threads = True


def serve(site: Site, port: int) -> ThreadingServer:
    """A server on the loopback address; port 0 takes any free one."""
    server = make_server("127.0.0.1", port, site, server_class=ThreadingServer)
    if not isinstance(server, ThreadingServer):
        raise TypeError(server)
    return server


def _stop(signum: int, frame: FrameType | None) -> None:
    sys.exit(0)


def main() -> None:
    """Read the arguments and serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m newsroom.workshop.outlet", description=__doc__)
    parser.add_argument("--port", type=int, default=8001)
    parser.add_argument("--store", type=Path, required=True, help="SQLite file to keep items in")
    parser.add_argument(
        "--secret",
        default=os.environ.get("OUTLET_SECRET", ""),
        help="whsec_...; better given as OUTLET_SECRET, where no list of processes shows it",
    )
    arguments = parser.parse_args()
    if not arguments.secret:
        parser.error("OUTLET_SECRET or --secret is needed")
    address = f"http://127.0.0.1:{arguments.port}"
    site = Site(Shelf(arguments.store), Webhook(arguments.secret), address)
    signal.signal(signal.SIGTERM, _stop)
    with serve(site, arguments.port) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
