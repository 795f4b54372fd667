"""How a quantity is made: every node and edge, a layout without overlap, a picture that says it in words."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from tests.every_scheme import every_scheme

from nsis.comparison.drawing import draw
from nsis.comparison.graph import graph_of
from nsis.comparison.layout import GAP, lay_out
from nsis.comparison.text_width import width_of, wrapped
from nsis.engine.refusal import FactsRefused, LawRefused
from nsis.law import scheme

SVG = "{http://www.w3.org/2000/svg}"


def test_a_graph_holds_what_the_quantity_rests_on(law_of):
    """The Bill's grant: a fact, two values, and an edge from each."""
    graph = graph_of(law_of("2022-01"), "grant")
    assert [(node.quantity.kind, node.name) for node in graph.nodes] == [
        ("fact", "wage"),
        ("parameter", "rate"),
        ("parameter", "rounding"),
        ("rule", "grant"),
    ]
    assert graph.edges == (("wage", "grant"), ("rate", "grant"), ("rounding", "grant"))
    assert [node.value and node.value.en for node in graph.nodes] == [
        None,
        "12.3456 %",
        "to the nearest, halves up",
        None,
    ]
    assert str(graph.target.provision) == "Toy Bill, clause 7"


def test_with_facts_it_holds_the_values_of_the_case(law_of):
    """Facts and rules have theirs; facts that do not suffice are refused."""
    graph = graph_of(law_of("2022-01"), "grant", {"wage": 100_000})
    assert [node.value.bn for node in graph.nodes][::3] == ["৳১,০০০.০০", "৳১২৩.৪৬"]
    with pytest.raises(FactsRefused, match="wage"):
        graph_of(law_of("2022-01"), "grant", {})
    with pytest.raises(LawRefused, match="grants"):
        graph_of(law_of("2022-01"), "grants")


def last_quantities(law):
    used = {name for rule in law.rules.values() for name in rule.inputs}
    return [name for name in law.rules if name not in used]


@pytest.mark.parametrize("name", every_scheme())
def test_no_box_or_line_lies_upon_another(name):
    """For every last quantity of every scheme: gaps in each layer, all lines lead one layer to the right."""
    law = scheme(name).structures()[-1]
    for target in last_quantities(law):
        graph = graph_of(law, target)
        heights = {node.name: 40.0 + len(node.name) for node in graph.nodes}
        layout = lay_out(heights, graph.edges)
        for names in layout.layers:
            for above, below in pairwise(names):
                room = (heights.get(above, 0) + heights.get(below, 0)) / 2 + GAP
                assert layout.middles[below] - layout.middles[above] > room - 0.001
        layer_of = {name: layer for layer, names in enumerate(layout.layers) for name in names}
        assert all(layer_of[user] == layer_of[used] + 1 for used, user in layout.segments)
        assert {name for name, _, _ in layout.boxes(heights)} == set(heights)
        assert all(
            top + 0.001 >= 0 and top + heights[name] <= layout.height + 0.001
            for name, _, top in layout.boxes(heights)
        )
        assert layout.layers[-1] == (target,)


def test_one_box_alone_is_a_picture():
    """A rule may rest on nothing."""
    layout = lay_out({"alone": 50.0}, [])
    assert (layout.layers, layout.height) == ((("alone",),), 50.0)


def reached(layout, used):
    """The boxes to which the lines lead from a box."""
    waiting, found = [used], set()
    while waiting:
        name = waiting.pop()
        for other in [end for start, end in layout.segments if start == name]:
            (waiting.append if "@" in other else found.add)(other)
    return found


def test_lines_that_pass_layers_lead_where_the_edges_do(law_of):
    """Whatever places they share on the way."""
    graph = graph_of(law_of("2020-01"), "everything")
    layout = lay_out({node.name: 50.0 for node in graph.nodes}, graph.edges)
    assert any("@" in end for _, end in layout.segments)
    for node in graph.nodes:
        assert reached(layout, node.name) == {user for used, user in graph.edges if used == node.name}


@pytest.mark.parametrize("language", ["en", "bn"])
def test_the_picture_says_everything_in_words(law_of, language):
    """Well formed; titled for a screen reader; each box says label, name, value, provision and status."""
    graph = graph_of(law_of("2022-01"), "everything", {"wage": 100_000})
    picture = ElementTree.fromstring(draw(graph, language))
    assert picture.get("role") == "img"
    assert graph.target.quantity.label.in_language(language) in picture.findtext(f"{SVG}title")
    assert picture.findtext(f"{SVG}desc")
    words = " ".join(text.text for text in picture.iter(f"{SVG}text")).replace("_ ", "_")
    for node in graph.nodes:
        assert node.name in words
        assert node.value.in_language(language) in words
        if node.provision:
            assert node.provision.cite(language) in words
            assert node.provision.status.label.in_language(language) in words
    assert len(picture.findall(f"{SVG}g")) == len(graph.nodes)


def test_statuses_differ_by_border_and_signs_are_escaped(law_of):
    """Enacted whole, draft dashed; a label with a sign of the markup stays text."""
    text = law_of.rules.replace("Winter grant", "Winter <grant> & co").replace(" 3 taka", " 4 taka")
    picture = ElementTree.fromstring(draw(graph_of(law_of("2021-06", text), "grant"), "en"))
    borders = {
        "".join(text.text for text in group.iter(f"{SVG}text")): group.find(f"{SVG}rect").get(
            "stroke-dasharray"
        )
        for group in picture.iter(f"{SVG}g")
    }
    assert {dashes for words, dashes in borders.items() if "Toy Act" in words} == {"none"}
    assert {dashes for words, dashes in borders.items() if "Toy Paper" in words} == {"8 4"}
    assert any("Winter <grant> & co" in words for words in borders)


def test_text_is_wrapped_by_words_and_underscores():
    """No letter is lost, no line too wide; Bangla signs above and below a letter take no room."""
    name = "unemployment_contribution_rate_government"
    lines = wrapped(name, 10, 180, even=True)
    assert "".join(lines) == name
    assert all(width_of(line, 10, even=True) <= 180 for line in lines)
    assert wrapped("one two three", 10, 45) == ["one two", "three"]
    assert width_of("কু", 10) == width_of("ক", 10)
