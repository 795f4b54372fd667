"""All others: the poor are paid for by the State; whoever pays for themselves chooses a class of ward."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 34", unit="rupiah/month")
def class_contribution(ward_class, class_contributions):
    """The contribution for one person in the class chosen."""
    return lookup(class_contributions, ward_class)


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 29", unit="rupiah/month")
def health_contribution_government(paid_by_state, poor_contribution, ward_class, class_support):
    """The whole contribution of the poor; a part of the third class for whoever pays for themselves."""
    if paid_by_state == 1:
        return poor_contribution
    return lookup(class_support, ward_class)


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 34", unit="rupiah/month")
def self_paid_contribution(paid_by_state, class_contribution, health_contribution_government):
    """What the person pays."""
    if paid_by_state == 1:
        return 0
    return max(0, class_contribution - health_contribution_government)


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 34", unit="rupiah/month")
def family_contribution(self_paid_contribution, persons_enrolled):
    """What a family pays: all its members enrol."""
    return self_paid_contribution * persons_enrolled
