"""What a member of section 40 pays by the option, and what the government adds."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup


@rule(provision="Section 40 in the Ministry's words, point 1", unit="satang/month")
def contribution_worker(option_amounts, option):
    """The flat amount of the option."""
    return lookup(option_amounts, option)


@rule(provision="Section 40 figures from memory, line 1", unit="satang/month")
def contribution_government(government_amounts, option):
    """What the government adds to the option."""
    return lookup(government_amounts, option)


@rule(provision="Section 40 in the Ministry's words, point 1", unit="satang/month")
def contribution_due(contribution_worker, contribution_government):
    """The member's and the government's amounts; nobody divides them among branches."""
    return contribution_worker + contribution_government
