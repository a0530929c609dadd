"""What every piece of a round, a policy and a plan has in common."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen row: unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
