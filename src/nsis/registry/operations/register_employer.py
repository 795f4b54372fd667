"""Register an employer."""

from datetime import datetime
from uuid import UUID

from nsis.registry.identifiers import employer_number
from nsis.registry.models import Employer
from nsis.registry.names import clean_name
from nsis.registry.serials import next_serials


def register_employer(
    *,
    name_bn: str = "",
    name_en: str = "",
    association: str = "none",
    mobile: str | None = None,
    email: str | None = None,
    at: datetime,
) -> UUID:
    """Register an employer under a new number; returns its id. IntegrityError without any name."""
    [serial] = next_serials("employer_number", 1)
    return Employer.objects.create(
        employer_number=employer_number(serial),
        name_bn=clean_name(name_bn),
        name_en=clean_name(name_en),
        association=association,
        mobile=mobile,
        email=email,
        registered_at=at,
    ).id
