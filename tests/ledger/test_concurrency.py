"""Two connections post the same movements at the same moment: real commits on a real server."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import connections, transaction
from django.db.utils import load_backend
from psycopg.conninfo import conninfo_to_dict
from tests.ledger.test_transfers import BANK, CREDIT, new, reverse

from nsis.foundation.fields import new_id
from nsis.ledger import queries
from nsis.ledger.operations.post_transfers import post_transfers

pytestmark = pytest.mark.slow
WAITING = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


@pytest.fixture
def connected(installation, django_db_blocker):
    """A context in which this thread's Django is connected to the installation."""

    # Without "pool": a pool would keep connections to this database after it is gone.
    settings = connections.settings["default"] | {
        "NAME": conninfo_to_dict(installation.url)["dbname"],
        "OPTIONS": {},
    }

    @contextmanager
    def connect():
        usual = connections["default"]
        connections["default"] = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual

    with django_db_blocker.unblock():
        yield connect


def wait_until(is_so) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_the_second_waits_for_the_first_and_posts_nothing(installation, connected):
    """While one connection holds a key uncommitted, another that posts it waits, then changes nothing."""
    transfer = new(BANK, CREDIT)

    def post_again() -> int:
        with connected():
            return post_transfers(transfers=[replace(transfer)])

    with connected(), installation.connect() as observer, ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            assert post_transfers(transfers=[transfer]) == 1
            second = other.submit(post_again)
            wait_until(lambda: observer.execute(WAITING).fetchone()[0] == 1)
        assert second.result(timeout=20) == 0
        assert queries.balance(BANK) == queries.balance(CREDIT) == transfer.amount
        assert observer.execute("SELECT count(*) FROM ledger_account").fetchone() == (2,)


def test_many_at_once_post_and_reverse_each_once(installation, connected):
    """Eight connections post the same twenty transfers, each in its own order, then all reverse them: every
    transfer is posted by one of them and reversed by one of them, and nobody fails."""
    reference = new_id()
    transfers = [new(amount=amount, reference=reference) for amount in range(1, 21)]

    def post(seed: int) -> int:
        mine = random.Random(seed).sample(transfers, len(transfers))
        with connected():
            return post_transfers(transfers=mine)

    def undo(_: int) -> int:
        with connected():
            return reverse(reference)

    with ThreadPoolExecutor(8) as pool, connected():
        assert sum(pool.map(post, range(8))) == 20
        lines = queries.trial_balance()
        assert sum(line.debit for line in lines) == sum(line.credit for line in lines) == 210
        assert sum(pool.map(undo, range(8))) == 20
        assert all(line.debit == line.credit == 0 for line in queries.trial_balance())
