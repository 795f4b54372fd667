"""What is said when a cluster cannot do what is asked: in both languages, under permanent codes."""

from nsis.engine.refusal import Refused
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

CLUSTER = {
    "CLUSTER-001": Wording(
        en="Spark is not installed here. Install it with: pip install nsis[cluster]",
        bn="এখানে Spark ইনস্টল করা নেই। ইনস্টল করুন: pip install nsis[cluster]",
    ),
    "CLUSTER-002": Wording(
        en="Spark needs Java 17 or later, and there is no `java` ({place}). Install it, "
        "for instance with `apt install openjdk-17-jre-headless`, or let JAVA_HOME name it.",
        bn="Spark চালাতে Java 17 বা পরের সংস্করণ লাগে, কিন্তু `java` নেই: {place}। ইনস্টল করুন, "
        "যেমন `apt install openjdk-17-jre-headless`, অথবা JAVA_HOME-এ তার অবস্থান দিন।",
    ),
    "CLUSTER-003": Wording(
        en="No Spark session with `{master}`: {reason}. Check that the master runs at that address "
        "and that Java is 17 or later; `local[2]` uses two cores of this machine alone.",
        bn="`{master}` দিয়ে Spark চালু করা গেল না: {reason}। ঐ ঠিকানায় master চলছে কি না এবং Java 17 বা পরের "
        "কি না দেখুন; `local[2]` শুধু এই কম্পিউটারের দুটি core ব্যবহার করে।",
    ),
    "CLUSTER-004": Wording(
        en="There is no Parquet file in `{file}`. Name one, or a folder that holds files ending in .parquet.",
        bn="`{file}`-এ কোনো Parquet ফাইল নেই। একটি ফাইল, অথবা .parquet ফাইল আছে এমন ফোল্ডারের নাম দিন।",
    ),
    "CLUSTER-005": Wording(
        en="`{file}` cannot be read as Parquet: {reason}. Replace it or take it out of the folder.",
        bn="`{file}` ফাইলটি Parquet হিসেবে পড়া যাচ্ছে না: {reason}। ফাইলটি বদলান বা ফোল্ডার থেকে সরান।",
    ),
    "CLUSTER-006": Wording(
        en="`{file}` has other columns than `{first}`. "
        "Give files with the same columns of the same types in the same order.",
        bn="`{file}`-এর কলাম `{first}`-এর মতো নয়। একই ধরনের একই কলাম একই ক্রমে আছে এমন ফাইল দিন।",
    ),
    "CLUSTER-007": Wording(
        en="`{place}` is there already. Name another folder, or remove it first: nothing is overwritten.",
        bn="`{place}` আগে থেকেই আছে। অন্য ফোল্ডারের নাম দিন, অথবা আগে এটি সরান: কিছুই মুছে লেখা হয় না।",
    ),
    "CLUSTER-008": Wording(
        en="The work failed on a worker, more than once: {reason}. Every machine needs this version of nsis, "
        "and must see the files and the folder of the result under the names that they have here.",
        bn="একটি worker-এ কাজটি একাধিকবার ব্যর্থ হয়েছে: {reason}। প্রতিটি যন্ত্রে nsis-এর এই সংস্করণ থাকতে হবে, এবং "
        "ফাইল ও ফলাফলের ফোল্ডার এখানে যে নামে আছে সেখানেও সেই নামে দেখা যেতে হবে।",
    ),
    "CLUSTER-009": Wording(
        en="Of {expected} parts of `{place}`, {parts} have arrived here. "
        "Put the folder on storage that all machines share, under one name.",
        bn="`{place}`-এর {expected}টি অংশের মধ্যে {parts}টি এখানে এসেছে। "
        "ফোল্ডারটি এমন জায়গায় রাখুন যা সব যন্ত্র একই নামে দেখে।",
    ),
    "CLUSTER-010": Wording(
        en="The worker on {host} holds another law than this machine: {theirs}, and here {ours}. "
        "Install the same nsis on both, and start the workers anew.",
        bn="{host}-এর worker-এ আইনের সংস্করণ এখানকার মতো নয়: সেখানে {theirs}, এখানে {ours}। "
        "দুই জায়গায় একই nsis ইনস্টল করুন এবং worker-গুলো নতুন করে চালু করুন।",
    ),
    "CLUSTER-011": Wording(
        en="It is not said where the result goes. "
        "Name a new folder with --out, or ask for sums alone with --totals.",
        bn="ফলাফল কোথায় যাবে বলা হয়নি। --out দিয়ে একটি নতুন ফোল্ডারের নাম দিন, অথবা শুধু যোগফলের জন্য --totals দিন।",
    ),
}


def cluster_refused(code: str, **values: object) -> Refused:
    """The refusal `code`; `values` fill its message."""
    value = next(iter(values.values()), None)
    return Refused([Fault(code, CLUSTER[code].format(**values), value=None if value is None else str(value))])
