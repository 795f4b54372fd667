"""Keep a file exactly as it was sent."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import transaction

from nsis.foundation.models import StoredFile


@transaction.atomic
def store_file(*, name: str, content: bytes, at: datetime) -> UUID:
    """The file's id. The same content under the same name is kept once: the earlier id is given."""
    digest = hashlib.sha256(content).digest()
    file, _ = StoredFile.objects.get_or_create(
        sha256=digest, name=name, defaults={"content": content, "stored_at": at}
    )
    return file.id
