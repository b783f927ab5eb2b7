"""Sentences of our own, drawn from the patterns of `sentences/grammar.txt`; the same seed gives the same sentences."""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
_CHOICE = re.compile(r"\(([^()]*)\)")
_PERHAPS = re.compile(r"\[([^\[\]]*)\]")
_LIST = re.compile(r"<([a-z]+)>")
_PARTY = re.compile(r"\{([ST])(?::([a-z]+))?\}")
_LEADS, _TAILS, _PLAIN_SUBJECT = 0.25, 0.35, 0.5


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """Give the lists that fill patterns."""
    lines = (FOLDER / "lists.txt").read_text(encoding="utf-8").splitlines()
    rows = (line[1:].split(":", 1) for line in lines if line.startswith("@"))
    return {name: tuple(entry.strip() for entry in entries.split("|")) for name, entries in rows}


@cache
def patterns() -> tuple[tuple[str, str], ...]:
    """Give (type, pattern) in the order of the file."""
    found, kind = [], ""
    for line in (FOLDER / "grammar.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:].strip()
        elif line.strip() and not line.startswith("#"):
            found.append((kind, line.strip()))
    return tuple(found)


def drawn(times: int, seed: int) -> Iterator[tuple[str, str]]:
    """Give (type, marked sentence), each pattern drawn so many times."""
    chance = random.Random(seed)  # noqa: S311 - guards nothing
    for kind, pattern in patterns():
        for _ in range(times):
            yield kind, sentence(pattern, chance)


def sentence(pattern: str, chance: random.Random) -> str:
    """Fill a pattern: a marked sentence with capital and full stop."""
    text = f"{pattern} <tail>" if chance.random() < _TAILS else pattern
    if pattern.startswith("{") and chance.random() < _LEADS:
        text = f"<lead> {text}"
    text = _opened(text, chance)
    text = _PARTY.sub(lambda part: _party(part, chance), text)
    text = _filled(text, chance)
    text = re.sub(r"\s+", " ", text).replace(" ,", ",").strip()
    text = re.sub(r",,|, ,", ",", text).rstrip(",")
    first = re.search(r"[a-zA-Z](?![^<]*>)", text)
    if first is not None:
        text = text[: first.start()] + first.group().upper() + text[first.end() :]
    return text if text.endswith(".") else text + "."


def _opened(text: str, chance: random.Random) -> str:
    while True:
        before = text
        text = _PERHAPS.sub(lambda found: found.group(1) if chance.random() < _PLAIN_SUBJECT else "", text)
        text = _CHOICE.sub(lambda found: chance.choice(found.group(1).split("|")), text)
        if text == before:
            return text


def _party(part: re.Match[str], chance: random.Random) -> str:
    side, name = part.group(1).lower(), part.group(2) or "gov"
    words = _filled(f"<{name}>", chance)
    bare = words.removesuffix("'s").removesuffix("'").rstrip(",")
    rest = words[len(bare) :]
    return f"<{side}>{bare}</{side}>{rest}"


def _filled(text: str, chance: random.Random) -> str:
    while (found := _LIST.search(text)) is not None and (name := found.group(1)) is not None:
        if name in {"s", "t"}:
            text = text.replace(f"<{name}>", f"\x00{name}\x00")
            continue
        text = text[: found.start()] + chance.choice(lists()[name]) + text[found.end() :]
    return re.sub("\x00([st])\x00", r"<\1>", text)


if __name__ == "__main__":
    for label, made in drawn(1, 3):
        print(f"{label}\t{made}")
