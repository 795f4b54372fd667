"""Work that a worker does not survive the first time: the part is half written when the process is killed."""

import os
import signal

from nsis.engine import cluster_work


def write_part_after_a_death(folder, job, number, split):
    """As `write_part`; but of the second split, the first worker dies over an unfinished file."""
    marker = folder.parent / "somebody-died"
    if number == 1 and not marker.exists():
        marker.touch()
        (folder / "rows" / ".part-000001.parquet.unfinished").write_bytes(b"PAR1")
        os.kill(os.getpid(), signal.SIGKILL)
    return cluster_work.write_part(folder, job, number, split)
