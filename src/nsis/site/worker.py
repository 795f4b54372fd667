"""The worker as a program: `python -m nsis.site.worker`. `nsis serve` runs it beside the web server."""

import os
import resource

from nsis.site.parent import end_with_parent
from nsis.site.start import start_django


def take_half_of_the_memory_at_most() -> None:
    """A file made to take all memory ends this program, which is begun again, and not its neighbours."""
    half = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    resource.setrlimit(resource.RLIMIT_DATA, (half, half))


if __name__ == "__main__":
    end_with_parent()
    take_half_of_the_memory_at_most()
    start_django()
    from nsis.foundation.jobs import run_worker

    run_worker()
