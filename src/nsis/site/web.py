"""The web server as a program: `python -m nsis.site.web HOST PORT`. `nsis serve` runs it and the worker."""

import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from nsis.site.parent import end_with_parent

# An answer that is being written may be ended; then it is cut off.
SECONDS_TO_ANSWER = 3


def serve(host: str, port: int) -> None:
    """Answer requests until SIGTERM or SIGINT."""
    Granian(
        "nsis.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=4,
        workers_kill_timeout=SECONDS_TO_ANSWER,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    end_with_parent()
    serve(sys.argv[1], int(sys.argv[2]))
