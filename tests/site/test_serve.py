"""`nsis serve`: pages and jobs begin together and end together."""

import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message

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
        for _ in range(100):
            if connection.execute("SELECT 1 FROM procrastinate_workers").fetchone():
                break
            time.sleep(0.1)
        else:
            pytest.fail("no worker began")
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert not connection.execute("SELECT 1 FROM procrastinate_workers").fetchone()
    left = subprocess.run(["pgrep", "-g", str(process.pid)], capture_output=True, text=True, check=False)
    assert not left.stdout


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
