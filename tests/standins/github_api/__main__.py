"""`python -m tests.standins.github_api --port 8081 --root DIR`: the stand-in as a process, until it is interrupted.

It prints its address as its first line. Tests in other processes steer it below `/__stand-in__/`: see `control`.
"""

from __future__ import annotations

import argparse
import signal
import threading
from pathlib import Path

from tests.standins.github_api.server import GitHubStandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.standins.github_api", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--root", type=Path, help="keeps the repositories; a temporary folder by default")
    given = parser.parse_args()
    stopped = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: stopped.set())
    with GitHubStandIn(given.root, port=given.port) as standin:
        print(standin.base_url, flush=True)
        stopped.wait()


if __name__ == "__main__":
    main()
