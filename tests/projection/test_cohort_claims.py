"""Old age claimed: the kernel beside lives followed one by one."""

import numpy as np
import pytest

from nsis.projection.inputs.kernels import compiled

REFUND, PENSION, PENSION_OF_NEVER = 12, 60, 90  # insured months
FIRST_AGE = 60 * 12 + 1
NOBODY = np.zeros(36)


def claimed(insured, turning, **other):
    """Persons awarded and refunded [bin of one insured month]."""
    awarded, refunded, *_ = claims_of(insured, turning, **other)
    return awarded[:, :, 0].sum(axis=(0, 1)), refunded[:, 0].sum(axis=0)


def claims_of(insured, turning, *, offset=0, pension_age=60 * 12, employed=True):
    """What `claim` fills, all persons having the same months."""
    months, edges = len(insured), np.arange(int(insured.max()) + 2)
    monthly = np.zeros((months, 4, len(edges) - 1))
    monthly[np.arange(months), 0, insured] = 1
    monthly[np.arange(months), 1, insured] = (insured == 0) | (not employed)  # none was an employee yet
    least = np.full((months, FIRST_AGE + months + 12, 3), PENSION)
    least[..., 1] = np.where(np.arange(least.shape[1]) < pension_age, PENSION, REFUND)
    least[..., 2] = PENSION_OF_NEVER
    awarded = np.zeros((months // 6, 23, *monthly.shape[1:]))
    refunded = np.zeros((months // 12, *monthly.shape[1:]))
    drawn, early, late = (np.zeros((months // 12, 2, len(edges) - 1)) for _ in range(3))
    compiled("cohort/claim_kernels").claim(
        *(monthly, np.ones(months), turning, FIRST_AGE, np.full(months, pension_age), least),
        *(np.array([offset]), edges, awarded, refunded, drawn, early, late),
    )
    return awarded, refunded, drawn, early, late


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


def test_who_draws_before_pension_age_is_told_apart():
    """Half a year early, where pension age is 61: by the months of birth and of the year, 144 cases."""
    *_, drawn, early, late = claims_of(np.full(24, 100), np.zeros(24), offset=-6, pension_age=61 * 12)
    ages = FIRST_AGE + np.arange(24)[:, None] + np.arange(12)
    draws, of_age = ((ages >= least).reshape(2, -1) for least in (61 * 12 - 6, 61 * 12))
    np.testing.assert_allclose(drawn[:, 1, 100], draws.mean(axis=1))
    np.testing.assert_allclose(early[:, 1, 100], (draws & ~of_age).mean(axis=1))
    np.testing.assert_allclose(late[:, 1, 100], of_age.mean(axis=1))


def test_who_waits_would_draw_if_invalid_and_who_was_refunded_would_not():
    """All are of pension age: one waits four years to claim; the other's months are enough too late."""
    *_, drawn, _, late = claims_of(np.full(12, 100), np.zeros(12), offset=48)
    assert (drawn.sum(), late[0, 1, 100]) == (0, pytest.approx(1))
    *_, drawn, _, late = claims_of(50 + np.arange(24), np.zeros(24))
    assert not drawn.any()
    assert not late.any()


def test_who_turns_invalid_before_the_claim_claims_at_once():
    """Nobody waits less than four years; of those of pension age who turn invalid each has a pension."""
    turning, of_age = np.linspace(0.1, 0.2, 24), 60 * 12 + 12
    awarded, refunded = claimed(np.full(24, 100), turning, offset=48, pension_age=of_age)
    old_enough = [(FIRST_AGE + month + np.arange(12) >= of_age).mean() for month in range(24)]
    assert awarded.sum() == pytest.approx(turning @ old_enough, rel=1e-12)
    assert not refunded.any()
