"""What every page sends with it, and what a public address makes stricter."""

import subprocess
import sys

import pytest


@pytest.mark.django_db
def test_pages_are_protected(client):
    """No script or style but our own files, no frame around us, no address told to others; Bangla first."""
    answer = client.get("/")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "unsafe" not in str(policy)
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Language"] == "bn"
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize(
    ("origin", "strict"), [("https://nsis.gov.bd", True), ("http://10.0.0.5:8000", False)]
)
def test_a_public_address(origin: str, strict: bool, installation):
    """With https, cookies and redirects are strict; the host of the address is answered in both cases."""
    lines = """
from django.conf import settings as s
print([s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0])
print(s.ALLOWED_HOSTS[-1], *s.CSRF_TRUSTED_ORIGINS)
"""
    environment = installation.environment | {"NSIS_ORIGIN": origin}
    environment["DJANGO_SETTINGS_MODULE"] = "nsis.site.settings"
    told = subprocess.run(
        [sys.executable, "-c", lines], env=environment, check=True, capture_output=True, text=True
    )
    host = origin.split("//")[1].split(":")[0]
    assert told.stdout.splitlines() == [str([strict] * 4), f"{host} {origin}"]


@pytest.mark.parametrize(
    ("origin", "sender", "seen"),
    [
        ("https://nsis.gov.bd", "127.0.0.1", "203.0.113.7"),
        ("https://nsis.gov.bd", "198.51.100.9", "198.51.100.9"),
        ("http://127.0.0.1:8000", "127.0.0.1", "127.0.0.1"),
    ],
)
def test_whose_request_it_is(origin: str, sender: str, seen: str, installation):
    """Behind a web server of this machine it is the last that it names; anyone else's word counts nothing."""
    lines = f"""
import io
from nsis.site.wsgi import application
request = {{"REQUEST_METHOD": "GET", "PATH_INFO": "/", "SERVER_NAME": "nsis", "SERVER_PORT": "80",
    "HTTP_HOST": "no.such.host", "wsgi.input": io.BytesIO(), "REMOTE_ADDR": "{sender}",
    "HTTP_X_FORWARDED_FOR": "192.0.2.66, 203.0.113.7"}}
list(application(request, lambda *_: None))
print(request["REMOTE_ADDR"])
"""
    environment = installation.environment | {"NSIS_ORIGIN": origin}
    command = [sys.executable, "-c", lines]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == seen


def test_the_deployment_check_is_content(installation):
    """Django's own list of what a public site needs finds nothing."""
    environment = installation.environment | {"NSIS_ORIGIN": "https://nsis.gov.bd"}
    environment["DJANGO_SETTINGS_MODULE"] = "nsis.site.settings"
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    told = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr


def test_tables_and_models_agree(installation):
    """No change of a model waits for its migration."""
    environment = installation.environment | {"DJANGO_SETTINGS_MODULE": "nsis.site.settings"}
    command = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]
    told = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout
