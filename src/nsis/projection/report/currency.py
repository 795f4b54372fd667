"""A report in another currency: its words and units are written in taka, and told here in the law's own."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from nsis.projection.economy import Money
from nsis.projection.report.document import Document
from nsis.projection.report.figures import CRORE_TAKA, Measure
from nsis.terms.currency import CURRENCIES, TAKA, Currency
from nsis.terms.wording import Wording

HOME_CURRENCY = "BDT"
AS_ASSUMED = ("assumptions",)  # sections that tell what was given, in taka
TOLD = Wording(
    en="{amounts} Bangladesh's wages stand {mapping}: the mean wage of employees in the first year, {wage} a "
    "month, for what is assumed in taka. Every ratio is free of the currency.",
    bn="{amounts} বাংলাদেশের মজুরি ধরা হয়েছে {mapping}: প্রথম বছরে কর্মচারীদের গড় মজুরি মাসে {wage}, টাকায় যা ধরা আছে তার "
    "জায়গায়। কোনো অনুপাত মুদ্রার ওপর নির্ভর করে না।",
)


def in_currency(document: Document, money: Money) -> Document:
    """The document in the money; as it is where amounts are as assumed."""
    currency = money.currency
    if money.mapping is None:
        return document
    sections = [each if each.name in AS_ASSUMED else _told(each, currency) for each in document.sections]
    amounts = _told(document.subtitle, currency)
    subtitle = TOLD.format(amounts=amounts, mapping=money.mapping, wage=wage_wording(money))
    appendix = [_told(each, currency) for each in document.appendix]
    return replace(document, sections=sections, subtitle=subtitle, appendix=appendix)


def crores_of(code: str) -> Measure:
    """Crores of the currency of a code."""
    measure: Measure = _told(CRORE_TAKA, next(each for each in CURRENCIES.values() if each.code == code))
    return measure


def wage_wording(money: Money) -> Wording:
    """The mean wage of the first year as people read it."""
    of = money.currency
    amount = round((money.first_wage or 0.0) * of.parts)
    return Wording.of_each(lambda language: of.format(amount, language))


def _told(value: Any, currency: Currency) -> Any:
    """The same with every wording in it, and in what it is made of, told in the currency."""
    if isinstance(value, Wording):
        return _worded(value, currency)
    if isinstance(value, (list, tuple)):
        return type(value)(_told(each, currency) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _told(getattr(value, each.name), currency) for each in fields(value)}
        )
    return value


def _worded(wording: Wording, currency: Currency) -> Wording:
    en = re.sub(r"\bTk\b", currency.code, wording.en)
    en = re.sub(rf"\b{TAKA.en}\b", currency.name.en, en)
    bn = wording.bn.replace(f"{TAKA.bn}য়", f"{currency.name.bn} হিসাবে").replace(TAKA.bn, currency.name.bn)
    return Wording(en=en, bn=bn)
