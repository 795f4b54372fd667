"""The wage files: the same seed gives the same bytes, and they are read as any employer's."""

from nsis.commands.demo.world import World, world
from nsis.contributions.reading import read_return

SHARE = 0.02
NUMBERS: dict[int, str] = {}
FAULTS_MEANT = {"RET-031", "RET-041", "RET-062"}


def _files(drawn: World) -> list[bytes]:
    return [file.content for filing in drawn.filings() for file in filing.files(NUMBERS)]


def test_same_seed_gives_the_same_bytes_and_another_seed_others():
    """Two draws agree in every byte of every file; another seed shares no file."""
    first = _files(world(seed=2026, share=SHARE))
    assert first == _files(world(seed=2026, share=SHARE))
    assert not set(first) & set(_files(world(seed=2027, share=SHARE)))


def test_every_file_is_read_without_fault_but_the_deliberate_ones():
    """Nothing is wrong in a file, not even a warning, but the three faults of those to be refused."""
    drawn = world(seed=2026, share=SHARE)
    refused = 0
    for filing in drawn.filings():
        for file in filing.files(NUMBERS):
            table = read_return(file_name=file.name, content=file.content, month=filing.month)
            codes = {fault.code for fault in table.faults}
            assert codes == (FAULTS_MEANT if file.is_faulty else set()), (file.name, table.faults)
            refused += file.is_faulty
    assert refused > 0


def test_what_is_read_is_what_was_paid():
    """Wages, in every style of writing them, come back to the poisha, worker by worker."""
    for filing in world(seed=2026, share=SHARE).filings():
        if files := filing.files(NUMBERS):
            table = read_return(file_name=files[-1].name, content=files[-1].content, month=filing.month)
            paid = {line.worker.nid: line.wage.gross * 100 for line in filing.lines}
            assert dict(zip(table.nid, table.gross_wage, strict=True)) == paid


def test_employers_write_in_many_ways():
    """Both formats, both languages, both kinds of digits, gross alone and parts alone occur."""
    styles = [filing.style for filing in world(seed=2026, share=1.0).filings()]
    assert {style.kind for style in styles} == {"csv", "xlsx"}
    assert {(style.language, style.digits) for style in styles} == {("bn", "bn"), ("bn", "en"), ("en", "en")}
    assert {"gross" in style.columns for style in styles} == {True, False}
    assert {style.money for style in styles} == {"plain", "lakh", "taka", "slash"}
