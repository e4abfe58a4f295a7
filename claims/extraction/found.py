"""Hold an attribution as it was found, before it is read."""

from __future__ import annotations

from dataclasses import dataclass

from claims.types import Attribution, Span, Stance


@dataclass(frozen=True, slots=True)
class Found:
    """Hold an attribution with what the finder already knows of it."""

    attribution: Attribution
    stance: Stance | None = None
    """Given by a finder that reads the stance itself (the outlet's own voice); None where cue and content decide."""
    own_voice: bool = False
    unsaid: bool = False
    """Found by syntax alone and said by nobody named ("talk that X"): it counts only where a denial points at it, or
    where rumours and reports are denied in their own sentence.
    """
    passing: bool = False
    """The outlet calls it false in passing ("a hoax that said X"): it counts only where it says so nowhere outright."""
    in_turn: bool = False
    """A sentence of a transcript, of which nobody tells: who speaks stands in the label of the turn.

    It answers the question before it, which asserts nothing, so that "it never happened" denies nobody's claim.
    """
    within: tuple[Span, ...] = ()
    """Source of the attribution whose content this one stands in; empty when it stands in none."""
