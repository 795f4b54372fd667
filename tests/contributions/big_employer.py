"""Run as a program: registers an employer with many workers in the database of DATABASE_URL."""

import json
import sys
from datetime import UTC, date, datetime

AT = datetime(2026, 7, 1, tzinfo=UTC)


def register(count: int) -> dict[str, object]:
    """An employer and `count` workers: the employer's number and the workers' insured numbers."""
    from nsis.registry.operations.register_employer import register_employer
    from nsis.registry.operations.register_establishment import register_establishment
    from nsis.registry.operations.register_persons import NewPerson, register_persons
    from nsis.registry.queries import employer

    employer_id = register_employer(name_en="Rupsha Knitwear", at=AT)
    register_establishment(
        employer_id=employer_id, name_en="Unit", sector="garments", risk_class=3, upazila="100409", at=AT
    )
    persons = (NewPerson(name_en="Worker", sex="f", birth_date=date(1995, 3, 4)) for _ in range(count))
    numbers = register_persons(rows=persons, at=AT)
    return {"employer": employer(employer_id).employer_number, "numbers": numbers}


if __name__ == "__main__":
    from nsis.site.start import start_django

    start_django()
    sys.stdout.write(json.dumps(register(int(sys.argv[1]))))
