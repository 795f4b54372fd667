"""`nsis law check --cases`: whether worked cases come out exactly as they say."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from nsis.commands.law_answers import print_json, scheme_of
from nsis.engine.cases import faults_of
from nsis.engine.refusal import Refused
from nsis.terms.fault import Fault
from nsis.terms.wording import Language, Wording

NO_SCHEME = Wording(
    en="It is not said whose cases these are. Name the scheme first, for instance bangladesh/nsis.",
    bn="কেসগুলো কোন স্কিমের তা বলা হয়নি। আগে স্কিমের নাম দিন, যেমন bangladesh/nsis।",
)
NO_CASES = Wording(
    en="There is no case in `{place}`. Name a file ending in .yaml, or a folder that holds such files.",
    bn="`{place}`-এ কোনো কেস নেই। .yaml দিয়ে শেষ এমন ফাইল, অথবা এমন ফাইল আছে এমন ফোল্ডারের নাম দিন।",
)
UNREADABLE = Wording(
    en="`{place}` cannot be read: {reason}. Save it as text in UTF-8.",
    bn="`{place}` পড়া যাচ্ছে না: {reason}। UTF-8 লেখা হিসেবে সংরক্ষণ করুন।",
)
HELD = Wording(en="{held} of {cases} cases come out exactly", bn="{cases}টি কেসের মধ্যে {held}টি হুবহু মিলেছে")


def check_cases(
    scheme: str | None, place: Path, reforms: Sequence[str] | None, *, as_json: bool, language: Language
) -> None:
    """Try every case of a file or folder under the law; exit code 1 if one does not come out exactly."""
    if scheme is None:
        raise Refused([Fault("LAW-104", NO_SCHEME, column="scheme")])
    law = scheme_of(scheme, reforms)
    found = {str(path): faults_of(law, _text(path), str(path)) for path in _files(place)}
    held = sum(not faults for faults in found.values())
    if as_json:
        print_json({file: [fault.as_dict() for fault in faults] for file, faults in found.items()})
    else:
        console = Console(highlight=False, soft_wrap=True)
        for fault in [fault for faults in found.values() for fault in faults]:
            console.print(Text(fault.wording.in_language(language)))
        style = "bold green" if held == len(found) else "bold red"
        numbers = {"held": Wording.of_number(held), "cases": Wording.of_number(len(found))}
        console.print(HELD.format(**numbers).in_language(language), style=style)
    if held < len(found):
        raise typer.Exit(1)


def _files(place: Path) -> list[Path]:
    files = sorted(place.rglob("*.yaml")) if place.is_dir() else [place]
    if not files:
        raise Refused([Fault("LAW-105", NO_CASES.format(place=place), column="cases", value=str(place))])
    return files


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        wording = UNREADABLE.format(place=path, reason=error)
        raise Refused([Fault("LAW-106", wording, column="cases", value=str(path))]) from error
