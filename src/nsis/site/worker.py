"""The worker as a program: `python -m nsis.site.worker`. `nsis serve` runs it beside the web server."""

from nsis.site.start import start_django

if __name__ == "__main__":
    start_django()
    from nsis.foundation.jobs import run_worker

    run_worker()
