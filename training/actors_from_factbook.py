"""Write data/actors/countries.csv and leaders.csv from facts of The World Factbook (public domain).

    python training/actors_from_factbook.py COUNTRIES.json data/actors

Rows of leaders.csv that people.csv already covers (same country, office and surname) are left out.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from datetime import date, datetime
from pathlib import Path

COUNTRY_FIELDS = ("name", "aliases", "demonyms", "capitals", "leader", "part_of")
PEOPLE_FIELDS = ("name", "aliases", "office", "body", "country", "since", "until", "gender")


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(";"))


NAMES = {"The Dominican": "Dominican Republic", "Gaza, Gaza Strip": "Gaza Strip"}
"""Fields of the Factbook that hold half a name, or two."""
COMMON_WORDS = _names(
    """
    Victoria; Hamilton; Stanley; Plymouth; Jamestown; Adamstown; Douglas; Kingstown; Praia;
    Male; Jersey; none; NA; The Valley; West Island; The Settlement; Road Town; Saint John's;
    Saint George's; AS; VI; PR; GU
    """
)
"""Capitals and codes that are far oftener something else in news."""
SHARED_DEMONYMS = frozenset(("Korean", "Koreans", "Congolese", "Congo", "Dominican", "Dominicans"))
"""What several countries share; aliases.csv gives those that have one usual reading."""
RULING_MONARCHS = _names(
    """
    Bahrain; Brunei; Eswatini; Jordan; Kuwait; Liechtenstein; Monaco; Morocco; Oman; Qatar;
    United Arab Emirates
    """
)
PARLIAMENTARY = _names(
    """
    Albania; Armenia; Austria; Bangladesh; Barbados; Bosnia and Herzegovina; Bulgaria;
    Cabo Verde; Croatia; Czechia; Dominica; Estonia; Ethiopia; Fiji; Finland; Georgia;
    Germany; Greece; Hungary; Iceland; India; Iraq; Ireland; Israel; Italy; Kosovo; Latvia;
    Lebanon; Libya; Malta; Mauritius; Moldova; Montenegro; Nepal; North Macedonia; Pakistan;
    Samoa; Singapore; Slovakia; Slovenia; Trinidad and Tobago; Vanuatu
    """
)
TERRITORIES = {
    "China": _names(
        """
    Hong Kong; Macau
    """
    ),
    "United States": _names(
        """
    American Samoa; Guam; Northern Mariana Islands; Puerto Rico; Virgin Islands
    """
    ),
    "Denmark": _names(
        """
    Greenland; Faroe Islands
    """
    ),
    "Netherlands": _names(
        """
    Aruba; Curacao; Sint Maarten
    """
    ),
    "France": _names(
        """
    French Polynesia; New Caledonia; Saint Barthelemy; Saint Martin;
    Saint Pierre and Miquelon; Wallis and Futuna
    """
    ),
    "United Kingdom": _names(
        """
    Anguilla; Bermuda; British Virgin Islands; Cayman Islands;
    Falkland Islands (Islas Malvinas); Gibraltar; Guernsey; Isle of Man; Jersey; Montserrat;
    Pitcairn Islands; Turks and Caicos Islands; Saint Helena, Ascension, and Tristan da Cunha;
    Akrotiri; Dhekelia; British Indian Ocean Territory
    """
    ),
    "Australia": _names(
        """
    Norfolk Island; Christmas Island; Cocos (Keeling) Islands
    """
    ),
    "New Zealand": _names(
        """
    Cook Islands; Niue; Tokelau
    """
    ),
    "Norway": _names(
        """
    Svalbard
    """
    ),
}
WHOLES = {part: whole for whole, parts in TERRITORIES.items() for part in parts}
OFFICES = (  # how the Factbook writes an office, our office
    (r"supreme leader|taliban leader", "supreme leader"),
    (
        r"prime minister|premier|chancellor|taoiseach|head of government|council of ministers",
        "prime minister",
    ),
    (r"president of the government", "prime minister"),
    (r"crown prince", "prime minister"),
    (r"president|head of state|presidency", "president"),
    (r"king|queen|emperor|sultan|amir|emir|grand duke|prince|pope", "monarch"),
    (r"chief executive", "chief executive"),
)
ROMAN = frozenset(("II", "III", "IV", "V", "VI", "XIV", "XVI"))
TITLES = re.compile(
    r"""\b(
    acting|interim|transition(al)?|caretaker|co-prince|lord\sof\smann|
    prime\sminister(\sand\s[a-z]+\sminister)?|premier|supreme\sleader|taliban\sleader|
    vice\spresident|
    president\sof\sthe\s(government\sof\sspain|swiss\sconfederation|council\sof\sministers)|
    president\sof\scouncil\sof\sministers|president\sof\schina|
    president\sof\sthe\snational\scouncil\sfor\sthe\ssafeguard\sof\sthe\shomeland|president|
    chancellor|taoiseach|king|queen|emperor|sultan\sand|sultan|amir|emir|grand\sduke|
    crown\sprince\sand|prince|pope|chairperson\sof\sthe\spresidency|
    chairperson\sof\sthe\scouncil\sof\sministers|chairman\sof\sthe\scabinet\sof\sministers|
    chief\sexecutive|state\saffairs\scommission|gnu|cnsp|sir|col\.|capt\.|sr\.|gen\.|general|
    crown|dr\.|and\sco-vice|presidential\sleadership\scouncil\schairperson|
    presidential\scouncil,|ratu
    )(?=\s)""",
    re.IGNORECASE | re.VERBOSE,
)


SKIPPED = re.compile(
    r"Vice President(?! MUHAMMAD)|President of China|Assembly President|Co-prince|Presidential Council,"
    r"|Minister of State"
)


def main(source: Path, folder: Path) -> None:
    """Write both tables into `folder`."""
    rows = json.loads(source.read_text(encoding="utf-8"))
    _write(folder / "countries.csv", COUNTRY_FIELDS, [_country(row) for row in rows])
    known = _known_people(folder / "people.csv")
    leaders = [leader for row in rows for leader in _leaders(row)]
    _write(folder / "leaders.csv", PEOPLE_FIELDS, [row for row in leaders if _key(row) not in known])


def _name(row: dict[str, str]) -> str:
    short = row["short"] if row["short"] != "none" else row["long"]
    short = NAMES.get(short, short)
    return short.split(" (")[0] if "sometimes referred" in short else short


def _country(row: dict[str, str]) -> dict[str, str]:
    name = _name(row)
    long = re.split(r"[;(]", row["long"])[0].strip()
    aliases = [long, *_list(row["abbreviation"], r" or | \(or |\)")] if name not in WHOLES else [long]
    if name.startswith("The "):
        aliases.append(name[4:])
    demonyms = _demonyms(row["adjective"]) + _demonyms(row["noun"]) if name not in WHOLES or name == "Greenland" else []
    return {
        "name": name,
        "aliases": _join(a for a in aliases if a != name and a not in COMMON_WORDS),
        "demonyms": _join(d for d in demonyms if d not in SHARED_DEMONYMS),
        "capitals": _join(_capitals(row["capital"])) if name not in WHOLES else "",
        "leader": _leader(name, row),
        "part_of": WHOLES.get(name, ""),
    }


def _leader(name: str, row: dict[str, str]) -> str:
    if name in RULING_MONARCHS:
        return "monarch"
    offices = [_office(row[key])[0] for key in ("chief_of_state", "head_of_government") if row[key]]
    if "chief executive" in offices:
        return "chief executive"
    if name in PARLIAMENTARY or "monarch" in offices:
        return "prime minister"
    return offices[0] if offices and offices[0] else ""


def _capitals(text: str) -> list[str]:
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]|(?<=.)\bnote\b.*", "", text).replace(
        "Washington, D.C.", "Washington; Washington DC"
    )
    found = _list(text, r"[;,]")
    return [
        c
        for c in found
        if c not in COMMON_WORDS and not re.match(r"no |some |admin|base |often ", c) and c[0].isupper()
    ]


def _demonyms(text: str) -> list[str]:
    found: list[str] = []
    for part in _list(re.sub(r";? ?note.*|\((?!s\)|men\)|women\))[^)]*\)", "", text), r"[,;/]| or "):
        word = re.sub(r"\([a-z]+\)", "", part).strip()
        plural = re.sub(r"man$", "men", word) if part.endswith("men)") else f"{word}s"
        found += [word, plural] if "(" in part else [word]
    return [word for word in found if word and word[0].isupper() and word not in COMMON_WORDS]


def _leaders(row: dict[str, str]) -> list[dict[str, str]]:
    name = _name(row)
    if name in WHOLES and name not in ("Hong Kong",):
        return []
    found: list[dict[str, str]] = []
    for key in ("chief_of_state", "head_of_government"):
        text = re.split(r"; |, represented", row[key])[0]
        office, since = _office(text)
        person = _person(text)
        row_ = _row(text, person, office, name, since)
        if (
            person
            and office
            and not SKIPPED.search(text)
            and not (found and found[-1]["aliases"] == row_["aliases"] and found[-1]["office"] == office)
        ):
            found.append(row_)
    return [row for row in found if not (row["name"] == "Charles III" and row["country"] != "United Kingdom")]


def _office(text: str) -> tuple[str, str]:
    match = re.search(r"\(since (.+?)\)|\((\d.+?)\)", text)
    title = text.split("(since")[0].lower()
    office = next((office for pattern, office in OFFICES if re.search(pattern, title)), "")
    return office, _day(match.group(1) or match.group(2)) if match else ""


def _day(text: str) -> str:
    for form in ("%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(text.split(";")[0].split(",")[0].strip(), form).date().isoformat()
        except ValueError:
            continue
    years = re.findall(r"\d{4}", text)
    return date(int(years[0]), 12, 31).isoformat() if years else ""


def _person(text: str) -> str:
    words = _bare(text).split()
    return " ".join(_case(word) for word in words) if 1 < len(words) < 7 else ""


def _bare(text: str) -> str:
    text = text.split(" (since")[0].split(", the prime")[0]
    before = None
    while before != text:
        before, text = text, TITLES.sub("", text, count=1).strip(" ,")
    return re.sub(r"\([^)]*\)|\"[^\"]*\"|, Jr\.|^of the .*", "", text).replace("’", "'").strip()


def _case(word: str) -> str:
    if len(word) > 1 and word.isupper() and word not in ROMAN:
        return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    if word in ROMAN:
        return word
    return re.sub(r"\B[A-ZÀ-Ý]+", lambda m: m[0].lower(), word) if re.search(r"[A-ZÀ-Ý]{3}", word) else word


def _row(text: str, person: str, office: str, country: str, since: str) -> dict[str, str]:
    short = _short_name(text)
    if short and (len(person.split()) > 3 or not person.endswith(short.split()[-1])):
        person, short = short, person
    return dict(zip(PEOPLE_FIELDS, (person, short, office, "", country, since, "", ""), strict=True))


def _short_name(text: str) -> str:
    """Return given name and family name alone: the Factbook writes the family name in capitals."""
    words = _bare(text).split()
    family = [word for word in words if re.search(r"[A-ZÀ-Ý]{2}", word) and word not in ROMAN]
    if not family or words[0] in family or len(words) < 3:
        return ""
    return " ".join(_case(word) for word in (words[0], *family))


def _key(row: dict[str, str]) -> tuple[str, str]:
    return row["country"], row["office"]


def _known_people(path: Path) -> set[tuple[str, str]]:
    if not path.exists():
        return set()
    with path.open(encoding="utf-8", newline="") as lines:
        return {_key(row) for row in csv.DictReader(lines) if not row["until"]}


def _list(text: str, pattern: str) -> list[str]:
    return [part.strip(" .") for part in re.split(pattern, text) if part.strip(" .")]


def _join(values: object) -> str:
    return "|".join(dict.fromkeys(values))  # type: ignore[call-overload]


def _write(path: Path, fields: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
