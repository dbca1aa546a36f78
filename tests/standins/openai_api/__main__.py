"""Run the stand-in as a process until it is told to stop. Its first line of output is its base URL."""

from __future__ import annotations

import argparse
import signal
import threading

from tests.standins.openai_api import OpenAIStandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.standins.openai_api", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    parser.add_argument("--gateway-token", help="what requests through the gateway must bring")
    parser.add_argument("--gateway-holds-key", action="store_true", help="they may come without the API's key")
    parser.add_argument("--batch-step-s", type=float, help="seconds in each status; default: until told to go on")
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with OpenAIStandIn(**vars(parser.parse_args())) as standin:
        print(standin.base_url, flush=True)
        stopped.wait()


if __name__ == "__main__":
    main()
