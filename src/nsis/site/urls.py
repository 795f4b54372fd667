"""The addresses of the pages: a folder of `portals` each."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("nsis.portals.urls"))]
