"""`nsis serve`: pages and jobs begin together and end together."""

import os
import re
import resource
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import nullcontext
from email.message import Message

import psycopg
import pytest


@pytest.fixture
def served(installation) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server that answers: its process and its address."""
    process = installation.begin("serve", "--port", "0")
    address = None
    while address is None:
        line = process.stdout.readline()
        assert line, "the server ended"
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
    yield process, address[0]
    installation.end(process)


def get(address: str) -> tuple[int, bytes, Message]:
    """Status, body and headers; patient while the server comes up."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def left_of(process: subprocess.Popen[str]) -> list[str]:
    """The processes that are still in the session of a server, whichever group they are in."""
    command = ["ps", "-o", "pid=,stat=,args=", "-s", str(process.pid)]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in found if line.split()[1][0] != "Z"]


def has_ended(process: subprocess.Popen[str], *, within: float) -> bool:
    """Whether nothing of the server is left after so many seconds."""
    deadline = time.monotonic() + within
    while (left := left_of(process)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not left


def wait_for_worker(connection: psycopg.Connection) -> None:
    """Until a worker has told the queue that it lives."""
    for _ in range(200):
        if connection.execute("SELECT 1 FROM procrastinate_workers").fetchone():
            return
        time.sleep(0.1)
    pytest.fail("no worker began")


def ctrl_c(process: subprocess.Popen[str]) -> None:
    """What a terminal does, twice: SIGINT to everyone in its foreground group."""
    os.killpg(process.pid, signal.SIGINT)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)


def test_pages_and_jobs_until_asked_to_stop(installation, served):
    """The first page is there with files whose names bear digests; a worker lives; SIGTERM ends all."""
    process, address = served
    status, page, _ = get(address)
    assert status == 200
    style = re.search(rb'/static/[^"]+\.[0-9a-f]{12}\.css', page)
    assert style
    status, _, headers = get(address + style[0].decode())
    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert get(f"{address}/no-such-page")[0] == 404
    with installation.connect() as connection:
        wait_for_worker(connection)
        process.send_signal(signal.SIGTERM)
        assert process.wait(8) == 0
        assert not connection.execute("SELECT 1 FROM procrastinate_workers").fetchone()
    assert not left_of(process)


@pytest.mark.parametrize("is_up", [False, True])
def test_ctrl_c_ends_all(served, is_up: bool):
    """Ctrl-C ends every process within seconds, also while they begin, also with a page kept open."""
    process, address = served
    if is_up:
        get(address)
    with socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1]))) if is_up else nullcontext():
        ctrl_c(process)
        # The second one may meet Python itself on its way out.
        assert process.wait(8) in {0, -signal.SIGINT}
    assert not left_of(process)


def test_killed_it_leaves_nobody_behind(installation, served):
    """What dies alone is begun again; a server that is killed outright takes web and worker with it."""
    process, address = served
    get(address)
    with installation.connect() as connection:
        wait_for_worker(connection)
    web = next(line for line in left_of(process) if "nsis.site.web" in line)
    os.kill(int(web.split()[0]), signal.SIGKILL)
    time.sleep(1)
    assert get(address)[0] == 200
    assert web not in left_of(process)
    process.kill()
    process.wait()
    assert has_ended(process, within=8)


def test_a_job_cannot_take_all_memory(installation, served):
    """The worker has a limit, half of the machine's memory: its neighbours live on."""
    process, _ = served
    with installation.connect() as connection:
        wait_for_worker(connection)
    worker = next(line for line in left_of(process) if "nsis.site.worker" in line)
    limit, _ = resource.prlimit(int(worker.split()[0]), resource.RLIMIT_DATA)
    assert 0 < limit <= os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2


def test_a_port_in_use(installation):
    """The next free one is taken, and said."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = installation.begin("serve", "--port", str(port))
        said = process.stdout.readline()
        while said and "http://" not in said:
            said += process.stdout.readline()
        installation.end(process)
    assert f"Port {port} is in use" in said
