"""The registry's tables: upazilas, persons, identifiers, employers, establishments, employment spells."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from nsis.foundation.fields import EncryptedTextField, new_id
from nsis.registry.identifiers import KINDS
from nsis.registry.sectors import ASSOCIATIONS, SECTORS


class Upazila(models.Model):
    """An upazila or city thana by its code of the Bangladesh Bureau of Statistics; see tables/README.md."""

    bbs_code = models.CharField(max_length=6, primary_key=True)
    name_en = models.CharField(max_length=60)
    name_bn = models.CharField(max_length=60)
    district_en = models.CharField(max_length=60)
    district_bn = models.CharField(max_length=60)
    division_en = models.CharField(max_length=60)
    division_bn = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(bbs_code__regex=r"^[0-9]{6}$"), name="registry_upazila_code")
        ]

    def __str__(self) -> str:
        return f"{self.bbs_code} {self.name_en}"


class Named(models.Model):
    """What has a name in Bangla, in Latin letters, or both; the database refuses any other form than NFC."""

    name_bn = models.CharField(max_length=200, blank=True, default="")
    name_en = models.CharField(max_length=200, blank=True, default="")
    registered_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_bn="", name_en=""), name="%(app_label)s_%(class)s_has_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name_bn or self.name_en


class Person(Named):
    """An insured person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    insured_number = models.CharField(max_length=11, unique=True)
    sex = models.CharField(max_length=1)
    birth_date = models.DateField()
    mobile = EncryptedTextField(null=True)  # type: ignore[misc]

    class Meta(Named.Meta):
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                condition=Q(insured_number__regex=r"^[1-9][0-9]{10}$"), name="registry_person_number"
            ),
            models.CheckConstraint(condition=Q(sex__in=["f", "m", "x"]), name="registry_person_sex"),
        ]


class Identifier(models.Model):
    """A number that the State gave a person: kept encrypted, found by a keyed index.

    `index` is of the canonical form, so both forms of one NID meet there; `tail_index` is of the 13 digits
    that a 13-digit and a 17-digit NID share.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=20)
    value = EncryptedTextField()
    index = models.BinaryField(unique=True)
    tail_index = models.BinaryField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind__in=KINDS), name="registry_identifier_kind")]
        indexes = [
            models.Index(
                fields=["tail_index"],
                condition=Q(tail_index__isnull=False),
                name="registry_identifier_by_tail",
            )
        ]

    def __str__(self) -> str:
        return self.kind


class Employer(Named):
    """Who is liable to file returns and to pay contributions."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employer_number = models.CharField(max_length=8, unique=True)
    association = models.CharField(max_length=10)
    mobile = EncryptedTextField(null=True)  # type: ignore[misc]
    email = EncryptedTextField(null=True)  # type: ignore[misc]

    class Meta(Named.Meta):
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                condition=Q(employer_number__regex=r"^[1-9][0-9]{7}$"), name="registry_employer_number"
            ),
            models.CheckConstraint(
                condition=Q(association__in=list(ASSOCIATIONS)), name="registry_employer_association"
            ),
        ]


class Establishment(Named):
    """A place of work of an employer, with its sector and its risk class for employment injury."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="establishments")
    sector = models.CharField(max_length=30)
    risk_class = models.SmallIntegerField()
    upazila = models.ForeignKey(Upazila, on_delete=models.PROTECT, related_name="+")

    class Meta(Named.Meta):
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sector__in=list(SECTORS)), name="registry_establishment_sector"
            ),
            models.CheckConstraint(
                condition=Q(risk_class__gte=1, risk_class__lte=5), name="registry_establishment_risk_class"
            ),
            models.UniqueConstraint(fields=["id", "employer"], name="registry_establishment_of_employer"),
        ]


class Employment(models.Model):
    """One person with one employer over a half-open period; two spells of the same two never share a day.

    Who said so stays with it: `start_told_by` and `end_told_by` are the opaque ids of the returns whose word
    the dates are (null: the registry's own), `start_before` and `end_before` the registry's own dates that a
    return moved. So a return can be taken back. A spell that nothing speaks for any more has an empty period.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="employments")
    establishment = models.ForeignKey(
        Establishment, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    period = DateRangeField()
    start_told_by = models.UUIDField(null=True)
    start_before = models.DateField(null=True)
    end_told_by = models.UUIDField(null=True)
    end_before = models.DateField(null=True)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period__isempty=True) | Q(period__startswith__isnull=False),
                name="registry_employment_period_has_a_start",
            ),
            models.CheckConstraint(
                condition=Q(start_before__isnull=True) | Q(start_told_by__isnull=False),
                name="registry_employment_start_moved_by_a_return",
            ),
            models.CheckConstraint(
                condition=Q(end_before__isnull=True) | Q(end_told_by__isnull=False),
                name="registry_employment_end_moved_by_a_return",
            ),
            ExclusionConstraint(
                name="registry_employment_no_overlap",
                # The employer first: the same index then finds an employer's spells of a month.
                expressions=[
                    ("employer", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.period}"
