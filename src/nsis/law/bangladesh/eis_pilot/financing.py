"""What a brand pays, of its own will, by the exports that it buys."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="EIS pilot pages, entry 4", unit="poisha")
def brand_payment(brand_takes_part, export_value, brand_rate, amount_rounding):
    """The share of the export value, from a brand that takes part; employers and workers pay nothing."""
    if brand_takes_part == 0:
        return 0
    return share(export_value, brand_rate, amount_rounding)
