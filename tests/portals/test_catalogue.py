"""Everything a person reads exists in Bangla: the catalogue holds every text that the pages use."""

import ast
import gettext
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[2] / "src" / "nsis"
PORTALS = SOURCE / "portals"
CATALOGUE = SOURCE / "site" / "locale" / "bn" / "LC_MESSAGES" / "django"
MARKS = {"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "_"}
IN_TEMPLATE = re.compile(r"""\b(?:_|gettext|ngettext)\((u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")""")
ENTRY = re.compile(r'^(msgid_plural|msgid|msgstr)(?:\[(\d)\])? (".*"(?:\n".*")*)', re.MULTILINE)
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")


def texts_in_python() -> Iterator[str]:
    for path in PORTALS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
                yield ast.literal_eval(node.args[0])


def texts_in_templates() -> Iterator[str]:
    for path in (PORTALS / "templates").rglob("*.html"):
        for found in IN_TEMPLATE.findall(templatize(path.read_text(encoding="utf-8"), origin=path.name)):
            yield ast.literal_eval(found).replace("\\n", "\n")


type Catalogue = dict[str | tuple[str, int], str]


def written_catalogue() -> Catalogue:
    """The .po file as English text -> Bangla text; a plural form is found under (text, form)."""
    entries: Catalogue = {}
    key = ""
    for kind, form, quoted in ENTRY.findall(CATALOGUE.with_suffix(".po").read_text(encoding="utf-8")):
        text = "".join(ast.literal_eval(part) for part in quoted.splitlines())
        if kind == "msgid":
            key = text
        elif kind == "msgstr":
            entries[(key, int(form)) if form else key] = text
    entries.pop("")
    return entries


def compiled_catalogue() -> Catalogue:
    """The .mo file, as the standard library reads it."""
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        entries: Catalogue = dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]
    entries.pop("")
    return entries


def english(key: str | tuple[str, int]) -> str:
    return key if isinstance(key, str) else key[0]


def test_every_text_is_in_the_catalogue_and_none_is_left_over():
    """The catalogue holds exactly the texts that templates and views mark."""
    used = {*texts_in_python(), *texts_in_templates()}
    written = {english(key) for key in written_catalogue()}
    assert len(used) > 150
    assert used - written == set(), "not in the catalogue"
    assert written - used == set(), "no longer used"


def test_no_entry_is_empty_or_fuzzy():
    """Each entry is translated, keeps the places for values, and is written in Bangla."""
    assert "#, fuzzy" not in CATALOGUE.with_suffix(".po").read_text(encoding="utf-8")
    for key, bangla in written_catalogue().items():
        assert sorted(PLACE.findall(english(key))) == sorted(PLACE.findall(bangla)), key
        assert re.search("[\u0980-\u09ff]", bangla), key
        assert bangla == unicodedata.normalize("NFC", bangla), key


def test_the_compiled_catalogue_is_the_written_one():
    """django.mo was compiled from this django.po."""
    assert compiled_catalogue() == written_catalogue()


@pytest.mark.parametrize("name", sorted(path.name for path in (PORTALS / "templates").rglob("*.html")))
def test_templates_are_short_enough_to_see_whole(name):
    """No template over 150 lines."""
    path = next((PORTALS / "templates").rglob(name))
    assert path.read_text(encoding="utf-8").count("\n") <= 150
