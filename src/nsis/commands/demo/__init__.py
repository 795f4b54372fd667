"""One real upazila's synthetic register, through a year of the scheme."""

from nsis.commands.demo.command import app

__all__ = ["app"]
