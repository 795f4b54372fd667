"""The worker as a program: `python -m nsis.site.worker`. `nsis serve` runs it beside the web server."""

from nsis.site.parent import end_with_parent
from nsis.site.start import start_django

if __name__ == "__main__":
    end_with_parent()
    start_django()
    from nsis.foundation.jobs import run_worker

    run_worker()
