"""Let people add what the program missed, and remove an article."""

from __future__ import annotations

import streamlit as st

from claims.errors import InputError
from claims.handmade import Said, claim_by_hand, pair_by_hand
from claims.pages import session
from claims.pages.cached import Snapshot, find_choices, shared_models
from claims.pages.changing import change, is_read_only
from claims.pages.regrouping import opened_in
from claims.pages.wording import SAYS
from claims.storage import Store
from claims.types import STANCES, Article, Claim


def show(snapshot: Snapshot, claim: Claim, article: Article) -> None:
    """Draw the forms for a missed pair of the open claim and a missed claim of its article."""
    if is_read_only():
        return
    with st.expander("Add what was missed"):
        with st.form(f"pair-{claim.id}", border=False):
            st.text_input("Set this claim against another", key="other", placeholder="The link under its “Cite”")
            st.form_submit_button("Add this pair", on_click=change, args=(_add_pair, snapshot.store, claim))
        with st.form(f"claim-{article.id}", border=False):
            st.text("Add a claim of this article: copy the words as they stand in it.")
            st.text_input("Who says it (leave empty where nobody is named)", key="missed-source")
            st.text_input("How it is said, such as: denied", key="missed-cue")
            st.text_area("What is said", key="missed-content")
            st.selectbox("Stance", STANCES, format_func=SAYS.__getitem__, key="missed-stance")
            names = list(find_choices(snapshot).actors)
            st.multiselect("Actors", names, accept_new_options=True, key="missed-actors", placeholder="Nobody")
            st.text_input("Proposition, in positive form (as said if left empty)", key="missed-proposition")
            st.date_input("Day (of the article if left empty)", None, format="YYYY-MM-DD", key="missed-day")
            st.form_submit_button("Add this claim", on_click=change, args=(_add_claim, snapshot.store, article))
    with st.popover("Remove this article", type="tertiary", icon=":material/delete:"):
        st.text("The article goes with its claims and pairs. Corrections hold again when it comes back.")
        st.button("Remove it", on_click=change, args=(_remove, snapshot.store, article.id))


def _add_pair(store: Store, claim: Claim, by: str) -> None:
    other_id = opened_in(st.session_state["other"])
    other = store.claims_by_id([other_id]).get(other_id)
    if other is None:
        raise InputError("The link leads to no claim; copy it from “Cite” under the other claim.")
    store.add_pair(pair_by_hand(claim, other), by)


def _add_claim(store: Store, article: Article, by: str) -> None:
    state = st.session_state
    said = Said(
        state["missed-content"],
        state["missed-cue"],
        state["missed-source"],
        tuple(state["missed-actors"]),
        state["missed-stance"],
        state["missed-proposition"],
        state["missed-day"],
    )
    claim = claim_by_hand(article, said)
    store.add_claim(claim, shared_models().encoder.embed([claim.proposition])[0], by)
    session.open_row(claim.id)


def _remove(store: Store, article_id: str, by: str) -> None:
    store.remove_article(article_id)
    session.open_row(None)
