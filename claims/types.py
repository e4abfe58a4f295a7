"""Define the records that pass from stage to stage, in the order in which the pipeline makes them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Stance = Literal["asserts", "denies", "doubts", "other"]
Resolution = Literal["stated", "antecedent", "unresolved"]
Quote = Literal["direct", "indirect", "mixed"]
DateBasis = Literal["stated", "published"]
ActorKind = Literal["country", "body", "person", "group", "outlet", "unknown"]
Relation = Literal["denial", "contradiction", "doubt", "changed-position"]
Tier = Literal["likely", "possible"]
Review = Literal["confirmed", "rejected"]
CorrectionField = Literal[
    "review", "stance", "actors", "proposition", "said_on", "note", "claim", "pair", "merge", "apart"
]

STANCES: tuple[Stance, ...] = ("asserts", "denies", "doubts", "other")
TIERS: tuple[Tier, ...] = ("likely", "possible")
REVIEWS: tuple[Review, ...] = ("confirmed", "rejected")


def content_id(*parts: object) -> str:
    """Return 16 hexadecimal digits that depend on nothing but `parts`, so that equal things get equal ids."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Mark a stretch of an article's text: characters (code points) of `Article.text`, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span marks."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one article as it was read; every offset in the program refers to `text`."""

    id: str
    """Content hash of url, outlet, title, text and day: reading the same thing twice gives the same id."""
    text: str
    path: str | None = None
    """The file it was read from as the user named it; None for pasted text and standard input."""
    url: str | None = None
    outlet: str | None = None
    """The publication it appeared in; None when the input does not say."""
    title: str | None = None
    published_on: date | None = None
    """None when the input gives no day; the day of reading never stands in for it."""
    author: str | None = None
    """Who wrote it, as the input states it; several names as it joins them."""
    language: str | None = None
    """Code of the language as the input states it ("en-GB"); other languages than English are not read."""

    @classmethod
    def of(
        cls,
        text: str,
        *,
        path: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        published_on: date | None = None,
        author: str | None = None,
        language: str | None = None,
    ) -> Article:
        """Make an article and give it its content-hash id."""
        id_ = content_id("article", url, outlet, title, text, published_on)
        return cls(id_, text, path, url, outlet, title, published_on, author, language)


LONGEST_HEADING = 120
"""Characters of an untitled article's first line that stand for its title."""


def heading_of(title: str | None, text: str) -> str:
    """Return an article's title, or else the first line of its text, cut where it is long."""
    if title:
        return title
    first = text.strip().partition("\n")[0].strip()
    return first if len(first) <= LONGEST_HEADING else first[:LONGEST_HEADING].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Join the words of a source, a cue and a content (PARC3, PolNeAR), each a tuple of spans."""

    article_id: str
    source: tuple[Span, ...]
    """Empty when the text names nobody, and in the outlet's own voice."""
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    """Mean probability of its tags times that of the link of cue and content, 0 to 1; 1.0 for what a rule found."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Name a resolved person, body or country."""

    id: str
    """`actor_id(name)`: the same name is the same actor in every article."""
    name: str
    """Canonical name; for a nameless source ("officials") its words."""
    kind: ActorKind = "unknown"
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    """Canonical names from the nearest whole to the widest: Dmitry Peskov → ("Kremlin", "Russia")."""

    @classmethod
    def of(
        cls,
        name: str,
        kind: ActorKind = "unknown",
        aliases: tuple[str, ...] = (),
        part_of: tuple[str, ...] = (),
    ) -> Actor:
        """Make an actor and give it the id that its name has everywhere."""
        return cls(actor_id(name), name, kind, aliases, part_of)


def actor_id(name: str) -> str:
    """Return the id of the actor with this canonical name (case and spacing do not count)."""
    return content_id("actor", " ".join(name.casefold().split()))


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold a resolved attribution: these actors take this stance on this proposition."""

    id: str
    """Content hash of article, spans, actors and proposition."""
    article_id: str
    attribution: Attribution
    actors: tuple[Actor, ...]
    """Empty when nobody is named as saying it (an unattributed assertion)."""
    stance: Stance
    proposition: str
    """One standalone sentence in positive form; the content's own words when `resolution` is unresolved."""
    resolution: Resolution
    """`antecedent`: the denied words ("the claims") were replaced by what they refer to in the article."""
    quote: Quote
    sentence: Span
    """The sentence or sentences that hold cue and content, for showing the words in their place."""
    said_on: date | None = None
    """None when neither the text nor the article gives a day."""
    said_on_basis: DateBasis | None = None
    """None exactly when `said_on` is None."""
    antecedent_id: str | None = None
    """The claim of the same article whose proposition the denied words refer to; None when stated."""
    antecedent_confidence: float | None = None
    """How sure the antecedent is, 0 to 1; None when there is none."""
    runner_up: str | None = None
    """Proposition that the denied words may mean instead; None when there is no antecedent or nothing else fits."""
    version: str = ""
    """Version of the pipeline that made the claim."""

    @property
    def actor_names(self) -> tuple[str, ...]:
        """Return the canonical names in the order of mention."""
        return tuple(actor.name for actor in self.actors)


@dataclass(frozen=True, slots=True)
class NliScores:
    """Hold the three probabilities of an ordered pair (premise, hypothesis); they add up to 1."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Set a claim against its counterclaim."""

    claim_id: str
    """The asserting side of a denial or doubt; elsewhere the earlier claim."""
    counterclaim_id: str
    relation: Relation
    tier: Tier
    score: float
    """0 to 1; what `tier` was decided on."""
    forward: NliScores
    """Premise: the proposition of `claim_id`; hypothesis: that of `counterclaim_id`."""
    backward: NliScores
    model: str
    """Name of the NLI model that gave the scores."""
    reason: str = ""
    """Why the two were paired, in words."""
    review: Review | None = None
    """What a person said of the pair; None when nobody has looked."""

    @property
    def id(self) -> str:
        """Return the content hash of the two claims."""
        return content_id("pair", self.claim_id, self.counterclaim_id)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Gather all claims about one contested proposition; each side is a tuple of claim ids."""

    id: str
    """The id of its founding claim; it stays when claims join."""
    proposition: str
    asserting: tuple[str, ...]
    """Empty for a denial without counterpart."""
    denying: tuple[str, ...]
    doubting: tuple[str, ...] = ()
    uncommitted: tuple[str, ...] = ()
    """Claims of stance `other` that answer it: declined to comment, neither confirms nor denies."""
    review: Review | None = None
    """confirmed when a person confirmed one of its pairs, rejected when all its pairs were rejected."""

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """Return the ids of every claim in the dispute, side after side."""
        return self.asserting + self.denying + self.doubting + self.uncommitted


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Select claims; an empty field selects everything, several values in a field mean any of them."""

    actors: tuple[str, ...] = ()
    """Canonical names; a whole selects its parts ("Russia" selects Dmitry Peskov)."""
    since: date | None = None
    """First day of `said_on`, included; undated claims are left out when a day is given."""
    until: date | None = None
    """Last day of `said_on`, included."""
    stances: tuple[Stance, ...] = ()
    outlets: tuple[str, ...] = ()
    words: str = ""
    """Every word must stand in the proposition or in the claim's sentence, in any case."""
    tiers: tuple[Tier, ...] = field(default=("likely",))
    """Which pairs count; it does not select claims."""
    about: tuple[str, ...] = ()
    """Names of which one must stand in the proposition, in any case."""
    added_since: date | None = None
    """First day on which the claim's article was added, included."""
    review: Review | Literal["open"] | None = None
    """State of review of pairs and disputes; None selects all but the rejected. It does not select claims."""
    meaning: str = ""
    """Words or a sentence near to which the proposition must lie; it selects by `claim_ids`, once these are found."""
    claim_ids: tuple[str, ...] | None = None
    """Only these claims; None for any."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Say where in which article a corrected claim stands: its cue and content."""

    article_id: str
    span: Span


def anchor_of(claim: Claim) -> Anchor:
    """Return the stretch from the first to the last character of its cue and of its content in its sentence."""
    inside = [span for span in claim.attribution.content if span.overlaps(claim.sentence)]
    cut = [Span(max(s.start, claim.sentence.start), min(s.end, claim.sentence.end)) for s in inside]
    spans = (*claim.attribution.cue, *(cut or claim.attribution.content))
    return Anchor(claim.article_id, Span(min(span.start for span in spans), max(span.end for span in spans)))


@dataclass(frozen=True, slots=True)
class Correction:
    """Record what a person changed, anchored to places in articles, so that it outlives the claims of a model."""

    number: int
    """Place in the order of making."""
    anchor: Anchor
    """Of the claim, or of the asserting side of a pair."""
    other: Anchor | None
    """Of the pair's counterclaim; None where one claim is corrected."""
    field: CorrectionField
    value: Any
    """What it was changed to: a review or stance, names, a proposition, an ISO day, a note, a claim or pair made by
    hand, a dispute as it was merged into another or lost the claim; None takes it away."""
    before: Any
    """What it was before."""
    made_by: str
    """Empty when the person gave no name."""
    made_at: datetime
    undone_at: datetime | None = None
    """None while it holds."""
    undone_by: str = ""
