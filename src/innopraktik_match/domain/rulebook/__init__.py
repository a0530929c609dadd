"""Every rule on its page, in the order in which people read them: `Rules` and what is said of each."""

from innopraktik_match.domain.rulebook.entry import Entry
from innopraktik_match.domain.rulebook.option_rules import OptionRules
from innopraktik_match.domain.rulebook.own_option_rules import OwnOptionRules
from innopraktik_match.domain.rulebook.round_rules import RoundRules
from innopraktik_match.domain.rulebook.visit_rules import VisitRules


class Rules(RoundRules, VisitRules, OwnOptionRules, OptionRules):
    """One field a rule, by its id; the defaults are the preset `standard`."""


RULEBOOK: dict[str, Entry] = {
    rule: next(said for said in field.metadata if isinstance(said, Entry))
    for rule, field in Rules.model_fields.items()
}
