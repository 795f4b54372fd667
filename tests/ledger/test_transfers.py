"""Transfers are posted once, never changed, and undone only by their mirror."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nsis.foundation.fields import new_id
from nsis.ledger import queries
from nsis.ledger.chart import CHART, AccountKey
from nsis.ledger.models import Account, Transfer
from nsis.ledger.operations.post_transfers import NewTransfer, TransferMismatchError, post_transfers
from nsis.ledger.operations.reverse_transfers import reverse_transfers
from nsis.terms.month import Month

pytestmark = pytest.mark.django_db
AT = datetime(2026, 8, 10, 9, tzinfo=UTC)
JULY, AUGUST = Month(2026, 7), Month(2026, 8)
HOLDER = uuid4()
DUE = AccountKey("contributions_receivable", "sickness", HOLDER)
INCOME = AccountKey("contribution_income_worker", "sickness")
CREDIT = AccountKey("employer_credit", holder=HOLDER)
BANK = AccountKey("bank")


def new(debit=DUE, credit=INCOME, amount=1_000, *, month=JULY, reference=None, key=None) -> NewTransfer:
    return NewTransfer(
        debit=debit,
        credit=credit,
        amount=amount,
        month=month,
        posted_on=AT.date(),
        posted_at=AT,
        reason="assessed",
        reference=reference or new_id(),
        idempotency_key=key or str(uuid4()),
    )


def reverse(reference, new_reference=None) -> int:
    return reverse_transfers(
        reference=reference,
        new_reference=new_reference or new_id(),
        reason="corrected",
        posted_on=date(2026, 8, 20),
        at=AT,
    )


def reference_total(reference, code, branch=None) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger_reference_total(%s, %s, %s)", [reference, code, branch])
        return cursor.fetchone()[0]


def test_a_transfer_moves_an_amount():
    """Both accounts show it on their normal side, and nothing else moves."""
    assert post_transfers(transfers=[new(amount=1_500), new(BANK, CREDIT, 900), new(CREDIT, DUE, 600)]) == 3
    assert queries.balance(DUE) == 900
    assert queries.balance(INCOME) == 1_500
    assert queries.balance(CREDIT) == 300
    assert queries.balance(BANK) == 900
    assert queries.balance(AccountKey("suspense")) == 0
    assert queries.balance(AccountKey("contributions_receivable", "old_age", HOLDER)) == 0


def test_the_same_key_posts_once():
    """In a second call, alone or with others, a posted key changes nothing; other content is refused."""
    transfer = new(key="return:1")
    assert post_transfers(transfers=[transfer]) == 1
    assert post_transfers(transfers=[transfer, new()]) == 1
    assert Transfer.objects.count() == 2
    for other in (new(key="return:1", amount=999, reference=transfer.reference), new(key="return:1")):
        with pytest.raises(TransferMismatchError), transaction.atomic():
            post_transfers(transfers=[new(), other])
    assert Transfer.objects.count() == 2
    assert post_transfers(transfers=[]) == 0


@pytest.mark.parametrize("change", [{"amount": 0}, {"amount": -5}, {"credit": DUE}])
def test_the_database_refuses_what_moves_nothing(change):
    """No amount, a negative one, or from an account to itself."""
    with pytest.raises(IntegrityError):
        post_transfers(transfers=[new(**change)])


@pytest.mark.parametrize(
    ("code", "branch", "holder"),
    [
        ("cash", None, None),
        ("bank", "sickness", None),
        ("suspense", None, HOLDER),
        ("employer_credit", None, None),
    ],
)
def test_the_chart_knows_its_accounts(code, branch, holder):
    """A code that is not in the chart, or a branch or holder too many or too few, is no account."""
    with pytest.raises(ValueError, match=code):
        AccountKey(code, branch, holder)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_transfer SET amount = amount + 1",
        "DELETE FROM ledger_transfer",
        "TRUNCATE ledger_transfer",
        "UPDATE ledger_account SET code = 'bank'",
        "DELETE FROM ledger_account",
    ],
)
def test_nothing_is_changed_or_removed(statement):
    """The database refuses every change, also by plain SQL."""
    post_transfers(transfers=[new()])
    connection.check_constraints()  # A table with checks outstanding refuses TRUNCATE on that ground alone.
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="never changed or removed"):
        cursor.execute(statement)


def test_a_reversal_mirrors_and_happens_once():
    """What a reference posted is undone under the new reference; a second time nothing happens."""
    reference, correction = new_id(), new_id()
    post_transfers(transfers=[new(reference=reference), new(reference=reference, amount=7), new(amount=50)])
    assert reverse(reference, correction) == 2
    assert reverse(reference) == 0
    assert reverse(correction) == 0
    assert queries.balance(DUE) == 50
    assert {
        (mirror.credit, mirror.debit, mirror.amount, mirror.month, mirror.reverses_id)
        for mirror in queries.transfers_of(correction)
    } == {
        (original.debit, original.credit, original.amount, original.month, original.id)
        for original in queries.transfers_of(reference)
    }


def test_the_total_of_a_reference_is_what_it_carries():
    """Net debit of a code and branch, or of all branches; another reference that undoes it has its own."""
    first, second = new_id(), new_id()
    old_age = AccountKey("contributions_receivable", "old_age", HOLDER)
    post_transfers(transfers=[new(reference=first), new(old_age, INCOME, 20, reference=first)])
    reverse(first, second)
    for reference, sign in ((first, 1), (second, -1)):
        assert reference_total(reference, "contributions_receivable", "sickness") == sign * 1_000
        assert reference_total(reference, "contributions_receivable") == sign * 1_020
        assert reference_total(reference, "contribution_income_worker", "sickness") == sign * -1_020
        assert reference_total(reference, "contribution_income_worker", "old_age") == 0


@pytest.mark.parametrize(
    "change",
    [
        {"amount": 999},
        {"month": AUGUST},
        {"is_same_way": True},
        {"is_of_reversal": True},
    ],
)
def test_the_database_refuses_a_reversal_that_is_no_mirror(change):
    """Another amount, another month, the same direction, or the reversal of a reversal."""
    reference = new_id()
    post_transfers(transfers=[new(reference=reference)])
    original = Transfer.objects.get()
    if change.pop("is_of_reversal", False):
        reverse(reference)
        original = Transfer.objects.get(reverses=original)
    way = (original.debit, original.credit)
    debit, credit = way if change.pop("is_same_way", False) else way[::-1]
    values = {"amount": original.amount, "month": original.month} | change
    with pytest.raises(IntegrityError, match="does not mirror"):
        Transfer.objects.create(
            debit=debit,
            credit=credit,
            posted_on=AT.date(),
            posted_at=AT,
            reason="corrected",
            reference=new_id(),
            idempotency_key="by hand",
            reverses=original,
            **values,
        )


branches = st.sampled_from(["sickness", "old_age"])
accounts = st.one_of(
    st.builds(AccountKey, st.just("contributions_receivable"), branches, st.just(HOLDER)),
    st.builds(AccountKey, st.just("contribution_income_employer"), branches),
    st.sampled_from([BANK, CREDIT, AccountKey("suspense")]),
)
moves = st.tuples(accounts, accounts, st.integers(1, 10**12), st.sampled_from([JULY, AUGUST])).filter(
    lambda move: move[0] != move[1]
)
steps = st.lists(st.one_of(moves, st.integers(0, 10)), max_size=15)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_the_books_balance_whatever_happens(db, steps):
    """After any transfers and reversals the trial balance sums to zero and every account holds what moved."""
    with transaction.atomic():
        held: dict[AccountKey, int] = {}
        posted: list[tuple[NewTransfer, bool]] = []
        for step in steps:
            if isinstance(step, tuple):
                debit, credit, amount, month = step
                transfer = new(debit, credit, amount, month=month)
                post_transfers(transfers=[transfer])
                posted.append((transfer, True))
            elif step < len(posted) and posted[step][1]:
                transfer, amount = posted[step][0], -posted[step][0].amount
                assert reverse(transfer.reference) == 1
                posted[step] = (transfer, False)
            else:
                continue
            held[transfer.debit] = held.get(transfer.debit, 0) + amount
            held[transfer.credit] = held.get(transfer.credit, 0) - amount
        lines = queries.trial_balance()
        assert sum(line.debit for line in lines) == sum(line.credit for line in lines)
        for key, net in held.items():
            assert queries.balance(key) == (net if CHART[key.code].kind.grows_by_debit else -net)
        for line in lines:
            keys = [key for key in held if (key.code, key.branch) == (line.code, line.branch)]
            assert line.debit - line.credit == sum(held[key] for key in keys)
        transaction.set_rollback(True)


def test_accounts_are_made_once():
    """An account without branch and holder is one account too, however often it is used."""
    for _ in range(3):
        post_transfers(transfers=[new(BANK, CREDIT)])
    assert Account.objects.count() == 2
    with pytest.raises(IntegrityError):
        Account.objects.create(code="bank")
