"""The answer to "may this person do that now?", with the sentence for whoever may not."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """`why_not` says what bars the person and who may act instead; "" where they may."""

    why_not: str = ""

    def __bool__(self) -> bool:
        return not self.why_not
