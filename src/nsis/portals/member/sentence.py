"""A step of an explanation in one line, as one would say it aloud: so much of so much is so much."""

from django.utils.translation import gettext as _

from nsis.portals.templatetags.figures import branch, payer, reading
from nsis.terms.finding import Finding, Measure

EARNINGS = "insurable_earnings"
SUM = "contribution_"
SUMS = ("contribution_due", "contribution_employer", "contribution_worker", "contribution_government")


def sentence(finding: Finding) -> str:
    """The step in one line; empty for a rule that is better told by its inputs."""
    amount = finding.measure.text(reading())
    inputs = {each.name: each.text(reading()) for each in finding.inputs}
    rates = [each.text(reading()) for each in finding.inputs if each.unit == "rate"]
    if finding.measure.name in SUMS:
        return f"{' + '.join(map(part, finding.inputs))} = {amount}"
    if finding.measure.name == EARNINGS and finding.measure.value:
        wage, floor, ceiling = inputs.values()
        words = _("Your wage of {wage} counts, at least {floor} and at most {ceiling}: {amount}")
        return words.format(wage=wage, floor=floor, ceiling=ceiling, amount=amount)
    if EARNINGS in inputs and rates:
        words = _("Insurable earnings {earnings} × {rate} = {amount}")
        return words.format(earnings=inputs[EARNINGS], rate=rates[0], amount=amount)
    return ""


def part(measure: Measure) -> str:
    """One part of a sum, by its payer or, within one payer's sum, by its branch."""
    name = measure.name
    word = payer(name.removeprefix(SUM)) if name.startswith(SUM) else branch(name.split("_contribution_")[0])
    return f"{word} {measure.text(reading())}"
