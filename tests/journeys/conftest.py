"""A browser, and the whole service as people meet it: web server, worker and a database of its own."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

STAGE = Path(__file__).parents[1] / "portals" / "stage.py"
SECONDS_TO_START = 180
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)


def browser_path() -> str:
    """Chromium, as named or as found; without one the journeys are skipped, except in CI."""
    names = (os.environ.get("NSIS_CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        words = "The journeys need a browser: apt-get install chromium, or name one in NSIS_CHROMIUM."
        assert os.environ.get("CI") != "true", words
        pytest.skip(words)
    return path


@pytest.fixture
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    path = browser_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def made(installation: Any) -> dict[str, Any]:
    """The stage, committed for real in a database of its own."""
    done = subprocess.run(
        [sys.executable, STAGE], env=installation.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def address(installation: Any, made: dict[str, Any]) -> Iterator[str]:
    """Where `nsis serve` answers: web server and worker, stopped at the end."""
    port = free_port()
    shown = f"http://127.0.0.1:{port}"
    serving = installation.begin("serve", "--port", str(port))
    try:
        wait_for(shown, serving)
        yield shown
    finally:
        os.kill(serving.pid, signal.SIGINT)
        try:
            serving.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(serving.pid, signal.SIGKILL)
            serving.communicate()


def wait_for(address: str, serving: subprocess.Popen[str]) -> None:
    """Until the first page answers."""
    patience = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < patience:
        assert serving.poll() is None, serving.communicate()[0]
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"{address} did not answer within {SECONDS_TO_START} seconds")
