"""The Django project: settings, urls, wiring."""
