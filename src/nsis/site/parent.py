"""How a program that `nsis serve` began ends with it, however that ends."""

import os
import signal
import sys
import threading
import time

SECONDS_TO_STOP = 5


def end_with_parent() -> None:
    """Watch standard input, a pipe that the parent holds: once it closes, end this process group."""
    if os.getpgrp() != os.getpid():
        sys.exit("This program is begun by `nsis serve`.")
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_STOP)
    os.killpg(os.getpgrp(), signal.SIGKILL)
