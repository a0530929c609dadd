"""Write the table of rules in README.md from the rulebook and the defaults of the policy."""

from __future__ import annotations

from pathlib import Path

from innopraktik_match.domain.rulebook import RULEBOOK, Rules

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- rules: written by scripts/write_rules_table.py -->", "<!-- end of rules -->"


def rules_table() -> str:
    """Return the table as Markdown: id, promise, level and default of every rule."""
    lines = ["| rule | promise | level | default |", "|---|---|---|---|"]
    for rule, entry in RULEBOOK.items():
        mode = Rules.model_fields[rule].default.mode
        lines.append(f"| `{rule}` | {entry.en}<br>*{entry.da}* | {entry.level} | {mode} |")
    return "\n".join(lines)


def with_table(text: str) -> str:
    """Return a text with the table between its marks renewed."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{rules_table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
