"""Show one claim: who, when, where, its words marked, and how they were read."""

from __future__ import annotations

from collections.abc import Sequence

from claims.citing import shown_span
from claims.pages.marking import Line, Mark, Words, line, marks_within, show
from claims.pages.wording import SAYS, actors_words, said_words
from claims.types import Article, Claim, Correction, Span, Stance

SAY: dict[Stance, str] = {
    "asserts": "assert",
    "denies": "deny",
    "doubts": "doubt",
    "other": "take no side",
}
MEANINGS = (("source", "who says it · "), ("cue", "how it is said · "), ("content", "what is said"))


def show_legend() -> None:
    """Say how the marked words are told apart."""
    words: list[str | Words] = []
    for role, meaning in MEANINGS:
        words += [Words(role, marks=(Mark(Span(0, len(role)), role),)), f" {meaning}"]
    show(line("Marked in each sentence: ", *words, kind="small"))


def stance_words(claim: Claim) -> str:
    """Say what the actors of a claim do with it: "denies", of several or of a group in the plural "deny"."""
    last = claim.actors[-1].name.split()[-1] if claim.actors else ""
    group = bool(last) and claim.actors[-1].kind == "group" and last.endswith("s") and not last.endswith(("'s", "ss"))
    return (SAY if len(claim.actors) > 1 or group else SAYS)[claim.stance]


def show_claim(
    claim: Claim,
    article: Article,
    notes: Sequence[Correction] = (),
    *,
    heading: str = "",
    badge: bool = False,
    also: Sequence[Article] = (),
) -> None:
    """Show a claim: who, when, where, its words marked, and its proposition unless that is the heading.

    `also` are the articles that have the same words of the same actors.
    """
    whole = ", ".join(dict.fromkeys(whole for actor in claim.actors for whole in actor.part_of))
    name: list[str | Words] = [Words(actors_words(claim), "strong"), f" ({whole})" if whole else ""]
    mark = [Words("matches your filters", "badge")] if badge else []
    lines = [
        line(*name, f" {stance_words(claim)}", *mark, kind="side"),
        line(said_words(claim), kind="small"),
        _quotation(claim, article),
        *_who(claim, article),
        *_reading(claim, heading),
        _place(article),
        *_elsewhere(article, also),
        *(line("Note: ", str(note.value), f" ({note.made_by or 'somebody'})", kind="small") for note in notes),
    ]
    show(*lines, kind=f"card {claim.stance}")


def _quotation(claim: Claim, article: Article) -> Line:
    shown = shown_span(claim)
    words = Words(shown.of(article.text), marks=marks_within(claim.attribution, shown))
    return line(words, kind="quote")


def _who(claim: Claim, article: Article) -> list[Line]:
    """Say how the words for the source became the actors, where they are not just the name."""
    mention = " … ".join(span.of(article.text) for span in claim.attribution.source)
    if not mention or not claim.actors or mention.casefold() in {actor.name.casefold() for actor in claim.actors}:
        return []
    chains = (" → ".join(dict.fromkeys((actor.name, *actor.part_of))) for actor in claim.actors)
    return [line(f"Source: “{mention}” → {'; '.join(chains)}", kind="small")]


def _reading(claim: Claim, heading: str) -> list[Line]:
    if claim.resolution == "unresolved":
        return [line("What exactly is meant stands outside this sentence and was not found.", kind="small")]
    read = [] if claim.proposition == heading else [line("Read as: ", claim.proposition, kind="small")]
    if claim.runner_up is not None:
        read.append(line("Or perhaps meant: ", claim.runner_up, kind="small"))
    return read


def _place(article: Article) -> Line:
    title = Words(article.title or article.url or "the article", href=article.url)
    return line(Words(article.outlet or "outlet not named", "strong"), " · ", title, kind="small")


def _elsewhere(article: Article, also: Sequence[Article]) -> list[Line]:
    """Name the other outlets that printed the words; another version of the article itself is none."""
    others = {other.url or other.id: other for other in also if other.url is None or other.url != article.url}
    if not others:
        return []
    places = [Words(other.outlet or other.title or "another article", href=other.url) for other in others.values()]
    return [line("The same words in: ", *(part for place in places for part in (place, " ")), kind="small")]
