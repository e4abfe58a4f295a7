"""Read the store's tables and choices for the page, each answer once until the store changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from claims import tables
from claims.inference import Models, load_models
from claims.search import near_claims
from claims.storage import Store
from claims.types import ClaimQuery

KEPT = 100
MOST_ROWS = 500
"""Rows that a table shows; the latest are shown and all are counted. With 100,000 claims a filter that leaves
10,000 disputes took 3.6 s without it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Name a state of a store: what is cached for one state is not shown for another."""

    url: str | None
    counts: tuple[int, ...]
    """Articles, claims, pairs, disputes and corrections; one of them changes with whatever is shown."""
    store: Store

    def state(self) -> tuple[str | None, tuple[int, ...]]:
        """Return what the cached answers depend on."""
        return self.url, self.counts


@dataclass(frozen=True, slots=True)
class Choices:
    """Hold what the filters offer."""

    actors: dict[str, int]
    """Canonical name to number of claims, most first."""
    outlets: dict[str, int]
    days: tuple[date, date] | None
    """First and last day on which something was said; None in a store without dated claims."""


BY_STATE: dict[str | type[Any], Callable[[Any], Any]] = {Snapshot: Snapshot.state}


def open_snapshot() -> Snapshot:
    """Return the present state of the store that CLAIMS_DB names, or of the default one."""
    url = os.environ.get("CLAIMS_DB")
    store = _open_store(url)
    return Snapshot(url, astuple(store.counts()), store)


@st.cache_resource(show_spinner=False)
def _open_store(url: str | None) -> Store:
    return Store(url)


@st.cache_resource(show_spinner=False)
def shared_models() -> Models:
    """Return the models that all sessions share; each is loaded when it is first used."""
    return load_models()


@st.cache_data(show_spinner=False, max_entries=4, hash_funcs=BY_STATE)
def find_choices(snapshot: Snapshot) -> Choices:
    """Return the actors, outlets and days that can be chosen."""
    store = snapshot.store
    actors = {actor.name: count for actor, count in store.find_actors()}
    return Choices(actors, dict(store.find_outlets()), store.days())


def resolved(snapshot: Snapshot, query: ClaimQuery) -> ClaimQuery:
    """Return the query with the claims that its meaning selects; a model is loaded only where there is one."""
    return replace(query, claim_ids=_near(snapshot, query.meaning)) if query.meaning else query


@st.cache_data(show_spinner="Searching by meaning …", max_entries=KEPT, hash_funcs=BY_STATE)
def _near(snapshot: Snapshot, meaning: str) -> tuple[str, ...]:
    return near_claims(snapshot.store, shared_models().encoder, meaning)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def disputes_table(snapshot: Snapshot, query: ClaimQuery) -> pd.DataFrame:
    """Return the table of disputes."""
    return tables.disputes_table(snapshot.store, query, MOST_ROWS)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def claims_table(snapshot: Snapshot, query: ClaimQuery) -> pd.DataFrame:
    """Return the table of claims."""
    return tables.claims_table(snapshot.store, query, MOST_ROWS)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def actors_table(snapshot: Snapshot, query: ClaimQuery) -> pd.DataFrame:
    """Return the table of actors."""
    return tables.actors_table(snapshot.store, query)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def oppositions_table(snapshot: Snapshot, query: ClaimQuery, whole: bool) -> pd.DataFrame:
    """Return the table of who answers whom."""
    return tables.oppositions_table(snapshot.store, query, whole=whole)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def timeline_table(snapshot: Snapshot, query: ClaimQuery, most: int) -> pd.DataFrame:
    """Return the days of the busiest actors."""
    return tables.timeline_table(snapshot.store, query, most)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def count_disputes(snapshot: Snapshot, query: ClaimQuery) -> int:
    """Return how many disputes a query selects."""
    return snapshot.store.count_disputes(query)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def count_claims(snapshot: Snapshot, query: ClaimQuery) -> int:
    """Return how many claims a query selects."""
    return snapshot.store.count_claims(query)


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs=BY_STATE)
def matching_claims(snapshot: Snapshot, query: ClaimQuery) -> frozenset[str]:
    """Return the ids of the claims that a query selects."""
    return frozenset(claim.id for claim in snapshot.store.find_claims(query))
