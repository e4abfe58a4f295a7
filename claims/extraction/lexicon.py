"""List the words on which propositions, antecedents and the outlet's own voice hang; all are lemmas."""

from __future__ import annotations

import re

HEARSAY = frozenset(
    "report rumor rumour story news article post posting tweet message headline buzz chatter talk gossip "
    "tale speculation hype whisper video photo photograph image picture footage quote quotation hoax "
    "letter document narrative theory myth legend meme email blog website site page".split()
)
"""What circulates: stories and the things that carry them."""

SAYINGS = frozenset(
    "claim allegation accusation charge assertion suggestion statement insinuation complaint contention argument "
    "finding conclusion notion idea belief view account version remark comment announcement implication denial "
    "assurance insistence boast characterization characterisation portrayal depiction critique warning testimony "
    "assessment declaration criticism fear concern possibility prospect confession admission lawsuit word fact "
    "evidence proof indication thought confidence conviction certainty".split()
)
"""What is said: acts of saying and what they hold."""

SHELL_NOUNS = HEARSAY | SAYINGS

ACCUSING = frozenset("accusation allegation charge insinuation complaint".split())
"""Shell nouns whose antecedent says that somebody did something wrong."""

SHELL_PRONOUNS = frozenset("it this that these those them such so which one same contrary opposite otherwise".split())

NO_CLAIM = frozenset(
    "denial fact evidence proof indication fear concern thought possibility confidence conviction certainty".split()
)
"""Shell nouns that do not say by themselves that somebody claims their content."""

CLAIMING = frozenset(
    "report rumor rumour story talk gossip buzz chatter whisper tale speculation claim allegation accusation charge "
    "assertion suggestion insinuation contention finding hint confession admission".split()
)
"""Shell nouns that say of a mere noun behind them that there is the thing: "rumours of a takeover", but not "a photo of
the boxer", "the message of gun control"."""

FALSEHOODS = frozenset(
    "false untrue fake fiction bogus hoax lie fabrication fabricated baseless unfounded groundless nonsense "
    "rubbish bullshit misinformation disinformation inaccurate incorrect wrong fictional fictitious "
    "untruth falsehood satire phony phoney debunk debunked discredited retracted doctored photoshopped "
    "fraudulent bunk nonexistent non-existent made-up erroneous apocryphal spurious myth invention prank "
    "joke deepfake".split()
)
"""Words by which a text calls a report false."""

UNPROVEN = frozenset(
    "unconfirmed unverified unproven unsubstantiated uncorroborated dubious doubtful questionable "
    "unsupported unlikely implausible misleading premature exaggerated overblown".split()
)
"""Words by which a text calls a report unproven."""

DEBUNKING = frozenset("debunk discredit disprove refute retract rubbish dispel fabricate fake invent doctor".split())
"""Verbs whose passive participle says that their subject is false."""

COPULAS = frozenset("be turn prove appear seem remain".split())

NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|without)\b|n[’']t\b", re.IGNORECASE)
"""Words that make a statement negative."""

ACCUSE = frozenset("accuse blame suspect charge indict convict fault".split())
"""Verbs with the accused as object and the deed behind "of", "for" or "with"."""

ACQUITTING = frozenset("acquit clear exonerate absolve exculpate".split())
"""Verbs by which somebody is found not to have done it."""

JUDGING = frozenset("court judge tribunal senate jury justice magistrate board commission panel".split())
"""Who decides on cases."""

JUDGE = frozenset(
    "criticize criticise chastise praise applaud commend attack blast slam condemn mock ridicule scold rebuke thank "
    "denounce lambaste berate congratulate hail castigate reprimand".split()
)
"""Verbs that take what is judged for a fact: "chastised the police for arresting him" says that they did."""

CALMING = frozenset("play downplay allay calm brush ease counter contradict".split())
"""Verbs beside those of denial whose object is what others say or fear."""

NAMING = frozenset(
    "call describe dismiss label brand term denounce reject characterize characterise portray deride".split()
)
"""Verbs that give their object a name: "called it a lie", "described the report as false"."""

CALLED = frozenset(
    "call describe label brand term characterize characterise deem consider declare dub pronounce style rank rate "
    "bill hail portray depict paint cast regard view see think find judge proclaim identify list name".split()
)
"""Verbs by which somebody says what a thing is: "called the crash an accident", "cast him as a liar"."""

ORDERING = frozenset(
    "advise urge tell ask order call encourage warn instruct request recommend beg invite implore direct press push "
    "plead exhort appeal remind".split()
)
"""Verbs whose infinitive is what others are to do: "told the crews to stay"."""

SEEMING = frozenset("seem appear look sound prove turn".split())
"""Verbs whose subject is said to be what follows them: "she looked strong"."""

EXISTENCE = frozenset(
    "report confirm reveal find claim allege suggest detect discover disclose acknowledge admit concede assert insist "
    "maintain witness record".split()
)
"""Cues that say of a noun phrase that the thing is or was there ("confirmed three deaths"); others only speak of it."""

CLAUSAL = frozenset("say state add think believe argue".split())
"""Cues whose content is a clause, also where the parser sees no verb in it."""

TELLING = EXISTENCE | CLAUSAL | frozenset("announce tell write tweet post suggest imply".split())
"""Verbs by which something is told."""

DENIAL_VERBS = frozenset("deny dismiss refute rebut reject dispute debunk disavow disclaim rubbish".split())
"""Verbs whose clause is taken up wherever the tagger passed it by, and is no part of what it denies."""

SPREADING = frozenset("publish share spread repeat carry run post broadcast air circulate republish".split())
"""Verbs by which somebody tells on what he has a story for: "published the report"."""

DENIALS = ("denial", "rebuttal")
"""Nouns of an answer that somebody gives, or that a story draws."""

DEED_STEM = 5
"""First letters that a verb has in common with the noun of its deed: "approached", "approach"; "arrested", "arrest"."""

APPEARING = frozenset("appear originate surface emerge circulate begin start".split())
"""Verbs of a story whose place says who tells it: "first appeared on the Echo's site"."""
PLACES = ("on", "in", "from", "at", "with")

FIGURES = frozenset("figure number toll count tally".split())
"""Nouns that stand for how many there were."""

UNCOUNTED = frozenset(
    "activity advice applause contact corruption damage doubt equipment evidence fraud harm help information interest "
    "interference involvement knowledge mistreatment money news play pollution presence progress proof reason "
    "sewage smuggling support torture truth violence waste wrongdoing".split()
)
"""Nouns that take no "a"."""
