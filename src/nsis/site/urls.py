"""The addresses of the pages: a folder of `portals` each."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
