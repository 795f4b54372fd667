"""From a request to a report on disk, with a model that is easy to follow in place of lives and cohorts."""

import json
from dataclasses import replace

import pytest
from tests.projection.report_findings import NSIS, lines_of

import nsis.law
from nsis.engine.reform import apply, write_reform
from nsis.law import scheme as scheme_named
from nsis.projection.assumptions.loading import load
from nsis.projection.inputs.schemes import read_scheme_map
from nsis.projection.request import Modelled, Models, Request, world_of
from nsis.projection.run import run
from nsis.terms.month import Month

YEARS = (2026, 2027, 2028)


def request_of(baseline, *, tried: bool) -> Request:
    """Three years of the reference design."""
    return Request(
        scheme=scheme_named(NSIS),
        reforms=(),
        assumptions=baseline,
        years=YEARS,
        sample=0.01,
        seed=1,
        scenarios=0,
        tried=tried,
        financed=False,
        command="nsis project bangladesh/nsis --years 3 --out FOLDER",
    )


class Watched:
    """A model of a few lines, and the worlds that it was shown."""

    def __init__(self) -> None:
        self.worlds = []

    def __call__(self, world, request, folder, progress) -> Modelled:
        """Ten lakh employees, whatever the world."""
        self.worlds.append(world)
        return Modelled(lines_of(request.years))


@pytest.mark.slow
def test_a_request_gives_the_same_bytes_again_and_tells_how_far_it_is(baseline, tmp_path):
    """Two runs into two folders leave the same manifest, which holds the hash of every file."""
    told = []
    for name in ("once", "again"):
        models = Models(Watched(), Watched(), None)
        run(request_of(baseline, tried=True), tmp_path / name, models, lambda *step: told.append(step))
    once, again = ((tmp_path / name / "manifest.json").read_bytes() for name in ("once", "again"))
    assert once == again
    manifest = json.loads(once)
    assert manifest["law"] == scheme_named(NSIS).on(Month(2026, 7)).version
    assert manifest["assumptions"] == baseline.identity
    assert manifest["status"] == "illustrative"
    assert {"report.bn.html", "report.en.pdf", "report.xlsx", "series/sensitivities.parquet"} <= set(
        manifest["files"]
    )
    assert told[-1][1] == told[-1][2] > 0


@pytest.mark.slow
def test_other_assumptions_are_tried_in_worlds_of_their_own(baseline, tmp_path, monkeypatch):
    """Each variation is shown to the quick model once; the chosen one sees the world that was asked for."""
    chosen, quick = Watched(), Watched()
    documents = []
    monkeypatch.setattr(
        "nsis.projection.run.write_report", lambda document, *_, **__: documents.append(document)
    )
    run(request_of(baseline, tried=True), tmp_path, Models(chosen, quick, None), lambda *_: None)
    assert [world.assumptions.identity for world in chosen.worlds] == [baseline.identity]
    identities = {world.assumptions.identity for world in quick.worlds}
    assert len(identities) == len(quick.worlds) >= 18
    assert baseline.identity not in identities
    tables = {table.name: table for table in documents[0].tables}
    assert len(tables["sensitivities"].columns[0].values) == len(quick.worlds)


def test_what_was_not_run_is_not_in_the_report(baseline, tmp_path, monkeypatch):
    """Without lives, futures or variations there is nothing of persons, and nothing uncertain is told."""
    documents = []
    monkeypatch.setattr(
        "nsis.projection.run.write_report", lambda document, *_, **__: documents.append(document)
    )
    run(request_of(baseline, tried=False), tmp_path, Models(Watched(), Watched(), None), lambda *_: None)
    names = [section.name for section in documents[0].sections]
    assert "persons" not in names
    assert "uncertainty" not in names
    assert names[0] == "summary"


def without_match():
    """The reference design with no match for anybody, as a reform."""
    value = {"in_force_from": "2026-07-01", "value": {1: "0 %", 2: "0 %", 3: "0 %"}}
    rate = {"informal_match_rates": {"values": [{**value, "provision": "No match, point 1"}]}}
    return apply(
        nsis.law.__name__,
        NSIS,
        write_reform(
            "no-match",
            {
                "label": {"en": "No match", "bn": "সহ-অনুদান নেই"},
                "scheme": NSIS,
                "instruments": {
                    "No match": {
                        "name_bn": "সহ-অনুদান নেই",
                        "division": {"en": "point", "bn": "দফা"},
                        "published_on": "2026-11-27",
                        "source": "a test",
                        "status": "illustrative",
                        "last_checked": "2026-11-27",
                    }
                },
                "parameters": rate,
            },
        ),
    )


@pytest.mark.slow
def test_take_up_answers_what_a_reform_offers(baseline):
    """Without its match the poor enrol less by 2 to the power 0.3; with `no_response` as much as before."""
    taken = {}
    for name, assumptions in (("answers", baseline), ("does not", load("no_response"))):
        for law in (scheme_named(NSIS), without_match()):
            taken[name, law.name] = 1 - world_of(law, assumptions, YEARS).labour.take_up[..., 0]
    reformed = without_match().name
    assert reformed != NSIS
    poorest = taken["answers", reformed][:, 0] / taken["answers", NSIS][:, 0]
    assert poorest == pytest.approx([2**-0.3] * len(poorest))
    assert taken["does not", reformed] == pytest.approx(taken["does not", NSIS])
    assert read_scheme_map(without_match()) == read_scheme_map(scheme_named(NSIS))


@pytest.mark.slow
def test_pension_ages_and_offers_are_tried_each_in_a_world_of_its_own(baseline, tmp_path, monkeypatch):
    """Where pensions cost less the higher the age, the least that holds is found; offers move who enrols."""
    documents = []
    monkeypatch.setattr(
        "nsis.projection.run.write_report", lambda document, *_, **__: documents.append(document)
    )

    def by_age(world, request, folder, progress) -> Modelled:
        """Pensions cost less the later they begin; of ten lakh informal workers those take part who enrol."""
        age = world.scheme.on(world.scheme.start).plain_values["pension_age"] / 12
        lines = lines_of(request.years, pensions=0.2 - 0.01 * (age - 60))
        taken = (1 - world.labour.take_up[: len(request.years), :, 0]).mean(axis=1)
        return Modelled(replace(lines, informal_insured=1e6 * taken))

    request = replace(request_of(baseline, tried=False), financed=True)
    run(request, tmp_path, Models(by_age, by_age, None), lambda *_: None)
    tables = {
        table.name: {column.name: list(column.values) for column in table.columns}
        for table in documents[0].tables
    }
    ages = tables["pension_ages"]
    known = dict(zip((int(age.en) for age in ages["age"]), ages["balance"], strict=True))
    balances = [known[age] for age in sorted(known)]
    assert len(balances) >= 4
    assert balances == sorted(balances)
    texts = [
        block.text.en
        for section in documents[0].sections
        if section.name == "financing"
        for block in section.blocks
        if hasattr(block, "text")
    ]
    held = int(next(text for text in texts if "least pension age" in text).split()[3])
    assert known[held] >= 0
    assert known.get(held - 1, -1) < 0
    offers = dict(
        zip((offer.en for offer in tables["offers"]["offer"]), tables["offers"]["insured"], strict=True)
    )
    law = offers["as the law has it"]
    assert offers["no match"] < law < offers["the greatest match for everybody"]
    assert offers["the same, and nobody answers it"] == pytest.approx(law, rel=2e-3)
    assert offers["half the price of each band"] > law
