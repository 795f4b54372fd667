"""Laws beside each other: what differs, for whom, and how a quantity is made."""
