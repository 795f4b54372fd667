"""Django's settings. Four variables come from outside: NSIS_HOME, NSIS_KEYS, DATABASE_URL and NSIS_ORIGIN.

NSIS_ORIGIN is the address at which people reach the service, for example https://nsis.gov.bd; with https,
cookies and redirects become strict. Nothing here starts a server, opens a connection or writes a file.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP
from psycopg.conninfo import conninfo_to_dict

from nsis.foundation import database, keys
from nsis.foundation.home import Home

HOME = Home.current()
SITE = Path(__file__).parent
ORIGIN = urlsplit(os.environ.get("NSIS_ORIGIN", "http://127.0.0.1:8000"))
IS_HTTPS = ORIGIN.scheme == "https"

# Who we are and where
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", ORIGIN.hostname or ""]
CSRF_TRUSTED_ORIGINS = [f"{ORIGIN.scheme}://{ORIGIN.netloc}"]
ROOT_URLCONF = "nsis.site.urls"
WSGI_APPLICATION = "nsis.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Empty until `nsis db init` has made the keys: Django then refuses whatever would need a signature.
_keys = keys.load(HOME)
SECRET_KEY = _keys.secret if _keys else ""

INSTALLED_APPS = [
    "nsis.foundation",
    "nsis.registry",
    "nsis.ledger",
    "nsis.contributions",
    "nsis.portals",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "django_htmx",
    "axes",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nsis.portals.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "nsis.portals.sizes.SizeMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]


def _database(url: str) -> dict[str, object]:
    """Django's form of a connection address; whatever Django does not name itself goes to the driver."""
    parts: dict[str, object] = {name: value for name, value in conninfo_to_dict(url).items() if value}
    named = {key.upper(): parts.pop(name, "") for key, name in _DATABASE_NAMES.items()}
    pool = {"min_size": 1, "max_size": 8, "timeout": 10}
    return {"ENGINE": "django.db.backends.postgresql", **named, "OPTIONS": {**parts, "pool": pool}}


_DATABASE_NAMES = {"name": "dbname", "user": "user", "password": "password", "host": "host", "port": "port"}
DATABASES = {"default": _database(os.environ.get("DATABASE_URL") or database.url(HOME))}

# Language: Bangla first
LANGUAGE_CODE = "bn"
LANGUAGES = [("bn", "বাংলা"), ("en", "English")]
LOCALE_PATHS = [SITE / "locale"]
TIME_ZONE = "Asia/Dhaka"
USE_TZ = True

# Signing in: five wrong passwords for one name from one address, then a quarter of an hour's wait
AUTH_USER_MODEL = "foundation.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "public/locked_out.html"
LOGIN_URL = "sign_in"

# Protection of pages
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
# The web server before us ends https, and must set this header itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
# Whether this also holds for subdomains, and in browsers' own lists, is for the owner of the domain to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Static files: `nsis serve` collects them, with their digests in their names
# The queue finds the jobs of each app in its module `jobs`
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

STATIC_URL = "/static/"
STATIC_ROOT = HOME.root / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "nsis.site.static_files.DigestedFiles"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"nsis": {"level": "INFO"}},
}
