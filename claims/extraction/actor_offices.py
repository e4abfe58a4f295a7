"""Answer who holds an office on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from claims.extraction.actor_rows import Office, Term, Whole, fold

UNDATED_YEARS = 10
"""Without a day, an office names a person only when nobody else is known to have held it for so long."""
DROPPED = ("current", "new", "incumbent", "sitting", "newly elected", "acting", "interim")


class Offices:
    """Hold the words for offices and the terms of those who held them."""

    def __init__(
        self, offices: Iterable[Office], terms: Mapping[str, Sequence[Term]], wholes: Mapping[str, Whole]
    ) -> None:
        self._by_words: dict[str, list[Office]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        for office in offices:
            self._words.setdefault(office.name, office.words)
            for words in office.words:
                self._by_words.setdefault(fold(words), []).append(office)
        self._wholes = wholes
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for term in (term for terms_ in terms.values() for term in terms_):
            for place in {term.body, term.country} if not term.body else {term.body}:
                self._terms.setdefault((term.office, place), []).append(term)
        days = [term.since for group in self._terms.values() for term in group if term.since]
        self._latest = max(days, default=date.min)

    def knows(self, words: str) -> bool:
        """Tell whether the words name an office ("top diplomat")."""
        return fold(_without_dropped(words)) in self._by_words

    def words_of(self, office: str) -> tuple[str, ...]:
        """Return the wordings of an office by its name in the table."""
        return self._words.get(office, ())

    def holder(self, words: str, place: str, on: date | None) -> str | None:
        """Return the name of who holds the office there on that day; None when the table does not know."""
        is_country = place in self._wholes and self._wholes[place].kind == "country"
        for office in self._by_words.get(fold(_without_dropped(words)), ()):
            if (office.of == "country") == is_country:
                name = self._holder_of(self._office_there(office.name, place), place, on)
                if name:
                    return name
        return None

    def _office_there(self, office: str, place: str) -> str:
        return self._wholes[place].leader if office == "leader" and place in self._wholes else office

    def _holder_of(self, office: str, place: str, on: date | None) -> str | None:
        terms = self._terms.get((office, place), [])
        if on is None:
            return self._undated_holder(terms)
        holding = [term for term in terms if term.covers(on)]
        return max(holding, key=lambda term: term.since or date.min).name if holding else None

    def _undated_holder(self, terms: Sequence[Term]) -> str | None:
        start = self._latest - timedelta(days=round(365.25 * UNDATED_YEARS))
        recent = [term for term in terms if term.until is None or term.until >= start]
        names = {term.name for term in recent}
        covered = any(term.since is None or term.since <= start for term in recent)
        return names.pop() if len(names) == 1 and covered else None


def _without_dropped(words: str) -> str:
    for word in DROPPED:
        words = words.removeprefix(f"{word} ")
    return words
