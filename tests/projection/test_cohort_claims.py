"""Old age claimed: the kernel beside lives followed one by one."""

import numpy as np
import pytest

from nsis.projection.inputs.kernels import compiled

REFUND, PENSION, PENSION_OF_NEVER = 12, 60, 90  # insured months
FIRST_AGE = 60 * 12 + 1
NOBODY = np.zeros(36)


def claimed(insured, turning, *, offset=0, pension_age=60 * 12, employed=True):
    """Persons awarded and refunded [bin of one insured month] by `claim`, all with the same months."""
    months, edges = len(insured), np.arange(int(insured.max()) + 2)
    monthly = np.zeros((months, 4, len(edges) - 1))
    monthly[np.arange(months), 0, insured] = 1
    monthly[np.arange(months), 1, insured] = (insured == 0) | (not employed)  # none was an employee yet
    least = np.full((months, FIRST_AGE + months + 12, 3), PENSION)
    least[..., 1] = np.where(np.arange(least.shape[1]) < pension_age, PENSION, REFUND)
    least[..., 2] = PENSION_OF_NEVER
    awarded = np.zeros((months // 6, 23, *monthly.shape[1:]))
    refunded = np.zeros((months // 12, *monthly.shape[1:]))
    drawn = np.zeros((months // 12, 2, len(edges) - 1))
    compiled("cohort/claim_kernels").claim(
        *(monthly, np.ones(months), turning, FIRST_AGE, np.full(months, pension_age), least),
        *(np.array([offset]), edges, awarded, refunded, drawn),
    )
    return awarded[:, :, 0].sum(axis=(0, 1)), refunded[:, 0].sum(axis=0)


def on_a_birthday(insured, least):
    """By hand: those born in each of twelve months on their first birthday with months enough."""
    found = np.zeros(int(insured.max()) + 1)
    for later in range(12):
        month = next(m for m in range(36) if (FIRST_AGE + m + later) % 12 == 0 and insured[m] >= least)
        found[insured[month]] += 1 / 12
    return found


def test_who_first_works_after_pension_age_is_refunded_on_a_birthday():
    """Work begins in the fourth month: each has twelve months, or up to eleven more."""
    insured = np.maximum(0, np.arange(36) - 3)
    awarded, refunded = claimed(insured, NOBODY)
    np.testing.assert_allclose(refunded, on_a_birthday(insured, REFUND), atol=1e-12)
    assert not awarded.any()


def test_who_never_was_an_employee_waits_for_what_pays():
    """Months that are enough for an earned pension earn them none, and there is nothing to refund."""
    insured = 80 + np.arange(36)
    awarded, refunded = claimed(insured, NOBODY, employed=False)
    np.testing.assert_allclose(awarded, on_a_birthday(insured, PENSION_OF_NEVER), atol=1e-12)
    assert not refunded.any()


def test_who_turns_invalid_before_the_claim_claims_at_once():
    """Nobody waits less than four years; of those of pension age who turn invalid each has a pension."""
    turning, of_age = np.linspace(0.1, 0.2, 24), 60 * 12 + 12
    awarded, refunded = claimed(np.full(24, 100), turning, offset=48, pension_age=of_age)
    old_enough = [(FIRST_AGE + month + np.arange(12) >= of_age).mean() for month in range(24)]
    assert awarded.sum() == pytest.approx(turning @ old_enough, rel=1e-12)
    assert not refunded.any()
