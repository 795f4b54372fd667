"""What else is run: other assumptions, other pension ages, other offers to informal workers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nsis.engine.scheme import Scheme
from nsis.projection.accounts.account import Accounts, accounts_of
from nsis.projection.accounts.cofinancing import fiscal_cost
from nsis.projection.accounts.financing import Target
from nsis.projection.accounts.fund import present_value
from nsis.projection.accounts.messages import FinancingRefused
from nsis.projection.accounts.reconciliation import balance_of, premium_of
from nsis.projection.accounts.searching import least_that_holds
from nsis.projection.accounts.sensitivities import REFERENCE, variations, varied
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.loading import load
from nsis.projection.inputs.moving import read_moving
from nsis.projection.inputs.scheme_map import SchemeMap
from nsis.projection.inputs.schemes import read_scheme_map
from nsis.projection.laws import with_value
from nsis.projection.lines import Lines
from nsis.projection.report.findings import Age, Financed, Offered, Tried
from nsis.projection.report.scheme_words import SchemeWords
from nsis.projection.request import Model, Modelled, Progress, Request, World, world_of
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.unit import Value
from nsis.terms.wording import Wording

TRYING = Wording(en="other assumptions", bn="অন্য অনুমান")
FINANCING = Wording(en="financing", bn="অর্থায়ন")
OLD_AGE = "old_age"  # the contingency, as the projection calls it
MATCH = "match"  # the payer of co-financed months
AS_IS = Wording(en="as the law has it", bn="আইন যেমন আছে")
NO_MATCH = Wording(en="no match", bn="সহ-অনুদান ছাড়া")
MOST = Wording(en="the greatest match for everybody", bn="সবার জন্য সর্বোচ্চ সহ-অনুদান")
UNMOVED = Wording(en="the same, and nobody answers it", bn="তা-ই, কিন্তু কেউ সাড়া না দিলে")
CHEAPER = Wording(en="half the price of each band", bn="প্রতি ধাপের অর্ধেক মূল্য")
UNANSWERED = "no_response"  # the set of assumptions that switches the response off


def booked(lines: Lines, world: World, words: SchemeWords) -> Accounts:
    """The accounts of a model's lines, administration as assumed and as far as the law allows."""
    share = world.assumptions.grid("administration").in_years(world.economy.years)[:, 0, 0]
    return accounts_of(
        lines, world.economy, administration_share=share, administration_limit=words.administration_limit
    )


def tried_of(request: Request, words: SchemeWords, model: Model, progress: Progress) -> tuple[Tried, ...]:
    """The premium and the balance under each of the other assumptions, one thing changed at a time."""
    found = []
    each = variations(request.assumptions)
    for done, variation in enumerate(each):
        progress(TRYING, done, len(each))
        runs = Runs(request, words, model, progress)
        accounts = runs.accounts(request.scheme, variation.assumptions)
        found.append(Tried(variation.label, premium_of(accounts), balance_of(accounts)))
    progress(TRYING, len(each), len(each))
    return tuple(found)


def financed_of(
    request: Request, modelled: Modelled, words: SchemeWords, model: Model, progress: Progress
) -> Financed:
    """The pension age that holds the reserve, and what other offers to informal workers cost."""
    progress(FINANCING, 0, 2)
    runs = Runs(request, words, model, progress)
    age, ages = _pension_age(request, words, runs)
    progress(FINANCING, 1, 2)
    found = Financed(age, ages, _offered(request, modelled, runs))
    progress(FINANCING, 2, 2)
    return found


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of one request by one model, under other laws and assumptions."""

    request: Request
    words: SchemeWords
    model: Model
    progress: Progress

    def lines(self, scheme: Scheme, assumptions: AssumptionSet) -> tuple[World, Lines]:
        """The world and its lines."""
        world = world_of(scheme, assumptions, self.request.years, self.request.money)
        return world, self.model(world, self.request, None, self.progress).lines

    def accounts(self, scheme: Scheme, assumptions: AssumptionSet) -> Accounts:
        """The accounts."""
        world, lines = self.lines(scheme, assumptions)
        return booked(lines, world, self.words)


def _pension_age(request: Request, words: SchemeWords, runs: Runs) -> tuple[int | None, tuple[Age, ...]]:
    """The least age in whole years that holds the branch's reserve, None where none does; and all tried."""
    scheme, of = request.scheme, read_scheme_map(request.scheme)
    if OLD_AGE not in of.claim_age or not of.of(OLD_AGE):
        return None, ()
    name, branch = of.claim_age[OLD_AGE], _branch(of)
    least, greatest = (
        each // MONTHS_PER_YEAR for each in (scheme.parameters[name].least, scheme.parameters[name].greatest)
    )
    target = Target(request.years[-1], words.funding.ratio_of(branch))
    tried: list[Age] = []

    def run(age: int) -> Accounts:
        accounts = runs.accounts(with_value(scheme, name, age * MONTHS_PER_YEAR), request.assumptions)
        premium, balance = premium_of(accounts, branch), balance_of(accounts, branch)
        tried.append(Age(age, premium, balance))
        return accounts

    try:
        found: int | None = least_that_holds(run, target, least, greatest, branch=branch)
    except FinancingRefused:
        found = None
    return found, tuple(sorted(tried, key=lambda each: each.age))


def _branch(of: SchemeMap) -> str:
    return next(each.branch for each in of.of(OLD_AGE))


def _offered(request: Request, modelled: Modelled, runs: Runs) -> tuple[Offered, ...]:
    """The fiscal cost of the law's own offer, and of others beside it."""
    offer = read_moving(request.scheme).offer
    if offer is None:
        return ()
    own, other = request.assumptions, load(UNANSWERED)
    quiet = varied(own, other, load(REFERENCE))
    most = _at_most(request.scheme, offer.match)
    others: Sequence[tuple[Wording, Scheme, AssumptionSet]] = (
        (NO_MATCH, _times(request.scheme, offer.match, 0), own),
        (MOST, most, own),
        (UNMOVED, most, quiet),
        (CHEAPER, _times(request.scheme, offer.prices, 0.5), own),
    )
    world = world_of(request.scheme, own, request.years, request.money)
    lines = modelled.cohorts or modelled.lines
    found = [_costed(AS_IS, lines, world)]
    for label, scheme, assumptions in others:
        there, lines = runs.lines(scheme, assumptions)
        found.append(_costed(label, lines, there))
    return tuple(found)


def _at_most(scheme: Scheme, name: str) -> Scheme:
    """The scheme with every entry of one of its tables as high as the law's bounds allow."""
    parameter = scheme.parameters[name]
    value = parameter.values[0].value
    return with_value(scheme, name, (parameter.greatest,) * (len(value) if isinstance(value, tuple) else 1))


def _times(scheme: Scheme, name: str, factor: float) -> Scheme:
    """The scheme with every entry of one of its tables times the factor, from its start on."""
    dated = scheme.parameters[name].on(scheme.start.first_day)
    value = dated.value if dated is not None else ()
    entries: Value = tuple(round(each * factor) for each in value) if isinstance(value, tuple) else value
    return with_value(scheme, name, entries)


def _costed(label: Wording, lines: Lines, world: World) -> Offered:
    """What an offer costs the budget, and what it leaves the branches of the informal class with."""
    branches = {branch for branch, payer in lines.contributions if payer == MATCH}
    left = [lines.contributions_of(branch) - lines.benefits_of(branch) for branch in sorted(branches)]
    flow = np.sum(left, axis=0) if left else np.zeros(len(lines.years))
    return Offered(
        label,
        fiscal_cost(label.en, lines, world.economy),
        present_value(flow, world.economy.interest),
    )
