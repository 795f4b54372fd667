"""`nsis serve`: the web server and the worker, until Ctrl-C."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from typing import Annotated

import typer
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
SECONDS_TO_STOP = 5
SECONDS_BETWEEN_LOOKS = 0.5


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
    asked = _requests_to_stop()
    _keep_running([["nsis.site.web", host, str(free)], ["nsis.site.worker"]], asked, address=shown)
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


def _requests_to_stop() -> list[int]:
    """A list that Ctrl-C and SIGTERM add to, as often as they come; from now on they do nothing else."""
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _: asked.append(received))
    return asked


def _keep_running(programs: list[list[str]], asked: list[int], *, address: str) -> None:
    """Run these programs, begin again whichever dies, and end all of them when asked to stop.

    The address is shown once it answers.
    """
    running: list[subprocess.Popen[bytes]] = []
    is_shown = False
    try:
        running += [_begin(program) for program in programs]
        while not asked:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            if not is_shown and _answers(address):
                console.print(Panel(f"[bold]{address}[/]\n[dim]Ctrl-C stops.[/]", title="nsis", expand=False))
                is_shown = True
            for place, process in enumerate(running):
                if process.poll() is not None and not asked:
                    say(f"{programs[place][0]} ended ({process.returncode}); it is begun again.")
                    _kill(process)
                    running[place] = _begin(programs[place])
    finally:
        _end(running)


def _answers(address: str) -> bool:
    """Whether the web server gives an answer, be it a refusal."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=SECONDS_TO_STOP)
    with contextlib.closing(connection), contextlib.suppress(OSError, HTTPException):
        connection.request("HEAD", "/")
        return bool(connection.getresponse().status)
    return False


def _begin(program: list[str]) -> subprocess.Popen[bytes]:
    """Begin a module in a process group of its own, so that Ctrl-C reaches this process alone.

    Its standard input is a pipe from here: it closes when this process ends, even by SIGKILL, and the
    program ends too.
    """
    command = [sys.executable, "-m", *program]
    return subprocess.Popen(command, stdin=subprocess.PIPE, process_group=0)  # noqa: S603


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    """Ask all to end, and kill what has not after a while: a job may be killed at any instant."""
    for process in running:
        process.terminate()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for process in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0, deadline - time.monotonic()))
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End whatever is left of a program: itself and the processes that it began."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
