"""`nsis serve`: the web server and the worker, until Ctrl-C."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from rich.panel import Panel

from nsis.commands.db import (
    console,
    kindly,
    make_sure_of_keys,
    migrate_tables,
    refuse_wrong_keys,
    say,
    start_embedded,
)
from nsis.site.start import start_django

PORTS_TRIED = 20
SECONDS_TO_STOP = 10


def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; for others than yourself also set NSIS_ORIGIN.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 for any that is free.")] = 8000,
) -> None:
    """Serve the pages and do the jobs, until Ctrl-C."""
    with kindly():
        make_sure_of_keys()
        start_embedded()
        migrate_tables()
        refuse_wrong_keys()
    run(host=host, port=port)


def run(*, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve a database that is ready, on this port or the next free one; returns when asked to stop."""
    free = free_port(host, port)
    if port not in {0, free}:
        say(f"Port {port} is in use; taking {free} instead.")
    shown = f"http://{host}:{free}"
    os.environ.setdefault("NSIS_ORIGIN", shown)
    start_django()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    with _worker():
        console.print(Panel(f"[bold]{shown}[/]\n[dim]Ctrl-C stops.[/]", title="nsis", expand=False))
        Granian(
            "nsis.site.wsgi:application",
            address=host,
            port=free,
            interface=Interfaces.WSGI,
            workers=2,
            blocking_threads=4,
            log_level=LogLevels.warning,
        ).serve()
    say("Stopped.")


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that is free; 0 takes any."""
    for port in range(wanted, wanted + PORTS_TRIED if wanted else 1):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except PermissionError as error:
                raise typer.BadParameter(f"Port {port} is for the system; choose one above 1023.") from error
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise typer.BadParameter(f"{host} has no free port from {wanted} to {wanted + PORTS_TRIED - 1}.")


@contextmanager
def _worker() -> Iterator[None]:
    """A worker process beside the block, begun again if it dies, stopped with the block.

    Jobs may be killed at any instant, so a worker that is in the middle of one is not waited for long.
    """
    stopping = threading.Event()
    watcher = threading.Thread(target=_keep_working, args=[stopping])
    watcher.start()
    try:
        yield
    finally:
        stopping.set()
        watcher.join()


def _keep_working(stopping: threading.Event) -> None:
    while not stopping.is_set():
        process = subprocess.Popen([sys.executable, "-m", "nsis.site.worker"])
        while process.poll() is None and not stopping.wait(0.5):
            pass
        process.terminate()
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        stopping.wait(1)
