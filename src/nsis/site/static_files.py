"""Static files with a digest in their names, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class DigestedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Plain names until files have been collected, as in tests; then a file that is missing is an error."""

    def stored_name(self, name: str) -> str:
        """The file's name with its digest."""
        return super().stored_name(name) if self.hashed_files else name
