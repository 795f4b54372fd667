"""Register a place of work of an employer."""

from datetime import datetime
from uuid import UUID

from nsis.registry.models import Establishment
from nsis.registry.names import clean_name


def register_establishment(
    *,
    employer_id: UUID,
    name_bn: str = "",
    name_en: str = "",
    sector: str,
    risk_class: int,
    upazila: str,
    at: datetime,
) -> UUID:
    """Register an establishment; `sector` of `sectors.SECTORS`, `risk_class` 1 to 5, `upazila` a BBS code."""
    return Establishment.objects.create(
        employer_id=employer_id,
        name_bn=clean_name(name_bn),
        name_en=clean_name(name_en),
        sector=sector,
        risk_class=risk_class,
        upazila_id=upazila,
        registered_at=at,
    ).id
