"""The web application, for a WSGI server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nsis.site.settings")
application = get_wsgi_application()
if settings.IS_HTTPS:
    # The web server before us, on this machine, says whose request it is. Without that all would seem to come
    # from it, and whoever guesses passwords would lock out the owner of the name too.
    application = wrap_wsgi_with_proxy_headers(application, trusted_hosts=["127.0.0.1", "::1"])
