"""Send a one-time code to a mobile."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from nsis.foundation.encryption import keyed_index
from nsis.foundation.fields import new_id
from nsis.foundation.models import OneTimeCode, OutgoingMessage
from nsis.terms.digits import to_bangla
from nsis.terms.wording import Language, Wording

MESSAGE = Wording(
    en="Your NSIS code is {code}. It works once, for 10 minutes. Tell it to nobody.",
    bn="আপনার এনএসআইএস কোড {code}। এটি একবার, ১০ মিনিটের মধ্যে ব্যবহার করা যাবে। কাউকে বলবেন না।",
)

# Nobody's mobile is flooded, and nobody makes the scheme pay for messages without end.
CODES_AN_HOUR = 5


@transaction.atomic
def issue_code(
    *, subject_id: UUID, mobile: str, at: datetime, demonstration: bool, language: Language = "bn"
) -> str | None:
    """The new code of six Latin digits; codes issued earlier stop working. None after five within an hour.

    The message is asked for, to be carried by a partner; in a demonstration nothing is sent and the page
    shows the code. The database keeps a keyed digest only.
    """
    issued = OneTimeCode.objects.filter(subject_id=subject_id, issued_at__gt=at - timedelta(hours=1))
    if not demonstration and issued.count() >= CODES_AN_HOUR:
        return None
    code = f"{secrets.randbelow(1_000_000):06d}"
    code_id = new_id()
    OneTimeCode.objects.create(
        id=code_id, subject_id=subject_id, digest=code_digest(code_id, code), issued_at=at
    )
    if not demonstration:
        text = MESSAGE.format(code=Wording(en=code, bn=to_bangla(code))).in_language(language)
        OutgoingMessage.objects.create(mobile=mobile, text=text, asked_at=at)
    return code


def code_digest(code_id: UUID, code: str) -> bytes:
    """What is kept of a code: useless without the installation's key."""
    return keyed_index("one_time_code", f"{code_id}:{code}")
