"""Old age and accounts claimed: the kernels beside lives followed one by one."""

import numpy as np
import pytest

from nsis.projection.inputs.kernels import compiled

REFUND, PENSION = 12, 60  # insured months
FIRST_AGE = 60 * 12 + 1


def claimed(insured, offset, turning, pension_age):
    """Persons of one month of age awarded and refunded [bin of one insured month], by `claim`."""
    months, edges = len(insured), np.arange(int(insured.max()) + 2)
    monthly = np.zeros((months, 4, len(edges) - 1))
    monthly[np.arange(months), 0, insured] = 1
    monthly[insured == 0, 1, 0] = 1  # none was an employee yet
    least = np.full((months, FIRST_AGE + months + 12, 3), PENSION)
    least[..., 1] = np.where(np.arange(least.shape[1]) < pension_age, PENSION, REFUND)
    awarded = np.zeros((months // 6, 23, *monthly.shape[1:]))
    refunded, drawn = (
        np.zeros((months // 12, *monthly.shape[1:])),
        np.zeros((months // 12, 2, len(edges) - 1)),
    )
    compiled("cohort/claim_kernels").claim(
        *(monthly, np.ones(months), turning, FIRST_AGE, np.full(months, pension_age), least),
        *(np.array([offset]), edges, awarded, refunded, drawn),
    )
    return awarded[:, :, 0].sum(axis=(0, 1)), refunded[:, 0]


def test_who_first_works_after_pension_age_is_refunded_on_a_birthday():
    """Work begins in the fourth month: each has twelve months, or up to eleven more, on a birthday."""
    insured = np.maximum(0, np.arange(36) - 3)
    awarded, refunded = claimed(insured, 0, np.zeros(36), 60 * 12)
    by_hand = np.zeros_like(refunded)
    for later in range(12):
        month = next(m for m in range(36) if (FIRST_AGE + m + later) % 12 == 0 and insured[m] >= REFUND)
        by_hand[month // 12, insured[month]] += 1 / 12
    np.testing.assert_allclose(refunded, by_hand, atol=1e-12)
    assert by_hand.sum() == pytest.approx(1)
    assert not awarded.any()


def test_who_turns_invalid_before_the_claim_claims_at_once():
    """Nobody waits less than four years; of those of pension age who turn invalid each has a pension."""
    insured, turning = np.full(24, 100), np.linspace(0.1, 0.2, 24)
    awarded, refunded = claimed(insured, 48, turning, 60 * 12 + 12)
    of_age = [(FIRST_AGE + month + np.arange(12) >= 60 * 12 + 12).mean() for month in range(24)]
    assert awarded.sum() == pytest.approx(turning @ of_age, rel=1e-12)
    assert not refunded.any()
