"""Reads of the ledger."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.ledger.test_transfers import AT, AUGUST, BANK, CREDIT, DUE, HOLDER, INCOME, JULY, new, reverse

from nsis.foundation.fields import new_id
from nsis.ledger import queries
from nsis.ledger.chart import CHART, GOVERNMENT, AccountKey, Kind, employer_debtor
from nsis.ledger.operations.post_transfers import post_transfers


@pytest.mark.django_db
def test_the_trial_balance_reads_in_the_charts_order():
    """One line a code and branch, holders together, each balance on its side."""
    other = AccountKey("contributions_receivable", "sickness", uuid4())
    post_transfers(transfers=[new(amount=100), new(other, INCOME, 40), new(BANK, CREDIT, 70)])
    lines = [(line.code, line.kind, line.branch, line.debit, line.credit) for line in queries.trial_balance()]
    assert lines == [
        ("bank", Kind.ASSET, None, 70, 0),
        ("contributions_receivable", Kind.ASSET, "sickness", 140, 0),
        ("employer_credit", Kind.LIABILITY, None, 0, 70),
        ("contribution_income_worker", Kind.INCOME, "sickness", 0, 140),
    ]


@pytest.mark.django_db
def test_a_position_is_what_is_not_settled():
    """By month and branch, oldest first; settled months are gone, over-settled ones are negative; the rest of
    the money is credit."""
    reference = new_id()
    old_age = AccountKey("contributions_receivable", "old_age", HOLDER)
    post_transfers(
        transfers=[
            new(month=AUGUST, amount=5),
            new(amount=10),
            new(old_age, INCOME, 30, reference=reference),
            new(BANK, CREDIT, 37),
            new(CREDIT, old_age, 30),
            new(AccountKey("contributions_receivable", "old_age", uuid4()), INCOME, 99),
            new(GOVERNMENT.receivable_of("sickness"), INCOME, 8),
        ]
    )
    held = queries.position(employer_debtor(HOLDER))
    assert held == queries.Position([(JULY, "sickness", 10), (AUGUST, "sickness", 5)], 7)
    assert queries.position(GOVERNMENT) == queries.Position([(JULY, "sickness", 8)], 0)
    reverse(reference)
    assert queries.position(employer_debtor(HOLDER)).receivables[0] == (JULY, "old_age", -30)


@pytest.mark.django_db
def test_a_statement_has_every_movement_of_a_holder():
    """Each transfer once for each of the holder's accounts it touches, on the side it touched."""
    moves = [new(amount=10), new(BANK, CREDIT, 20, month=AUGUST), new(CREDIT, DUE, 10)]
    hours = [replace(move, posted_at=AT + timedelta(hours=hour)) for hour, move in enumerate(moves)]
    post_transfers(transfers=hours[::-1])
    lines = queries.holder_statement(HOLDER)
    assert [(line.code, line.branch, line.month, line.debit, line.credit) for line in lines] == [
        ("contributions_receivable", "sickness", JULY, 10, 0),
        ("employer_credit", None, AUGUST, 0, 20),
        ("employer_credit", None, JULY, 10, 0),
        ("contributions_receivable", "sickness", JULY, 0, 10),
    ]
    assert queries.holder_statement(uuid4()) == []


def test_every_account_has_words_in_both_languages():
    """No account is shown as a code; it grows on one side."""
    for code, line in CHART.items():
        assert line.code == code
        assert line.wording.en.isascii()
        assert "\u0980" <= line.wording.bn[0] <= "\u09ff"
        assert line.kind.grows_by_debit == (line.kind in {"asset", "expense"})
