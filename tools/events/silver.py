"""Write pairs out of whole articles, as the rules and an earlier event network agree on them, to learn from.

    python -m tools.events.silver FOLDER… --network EARLIER.onnx --to SILVER.jsonl [--each 200]

FOLDER holds articles as text. Of the acts that the rules read those stay whose type the network tells too; of the verbs between
two known parties that tell no act by the code book, those stay, as none, for which the network has no type likely. A sentence
of a whole article tells several acts, which the marked corpora seldom do.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from dragoman import models
from dragoman.reading.entities import read_entities
from dragoman.reading.events.casting import cast
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.events.model_input import NONE, PARTED
from dragoman.reading.events.proposals import proposed_in
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.events.words_as_deeds import Told
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.tagging import Pieces, Tagger, tag_report
from dragoman.records import Party, Report, Zone

AGREED, UNLIKELY = 0.5, 0.6
FIELDS = {"AGREE": {"CONCEDE"}, "CONCEDE": {"AGREE", "RETREAT"}, "RETREAT": {"CONCEDE"}}
_PARTED = {"SANCTION": set(PARTED)}


class Pair(Struct):
    """A sentence, its sides, the word that tells the act, and the type."""

    text: str
    sides: dict[str, list[tuple[int, int]]]
    trigger: int
    label: str


def laid(path: Path) -> Page:
    """Lay an article open, read as far as its entities."""
    text = path.read_text(encoding="utf-8", errors="replace")
    report = Report(id=path.stem, raw="", uri="", text=text, text_sha256="")
    zones = (Zone(report=report.id, start=0, end=len(text), kind="story", rule="all"),)
    tags = tag_report(report, zones, Tagger(models.network("tagger"), Pieces(models.vocabulary("tagger"))))
    parse = parse_report(report, zones, models.parser("en_core_web_sm"))
    found, days = read_mentions(Page(report, zones, parse, tags=tags))
    known, links = read_entities(Page(report, zones, parse, found, (), (), days, tags=tags))
    return Page(report, zones, parse, found, links, known, days, tags=tags)


def pairs_of(page: Page) -> Iterator[Pair]:
    """Give the acts of an article, and the verbs between two that tell none."""
    for sentence in page.sentences:
        deeds = deeds_in(page, sentence)
        cast(page, Told(()), deeds)
        taken = {deed.token.i for deed in deeds}
        for deed in (*deeds, *proposed_in(page, sentence, taken)):
            sides = _sides(deed)
            if sides is not None:
                text = page.text[sentence.start : sentence.end]
                yield Pair(text, sides, deed.token.start - sentence.start, deed.kind or NONE)


def _sides(deed: Deed) -> dict[str, list[tuple[int, int]]] | None:
    sentence = deed.token.sentence
    actors, recipients = _inside(deed.actors, deed), _inside(deed.recipients, deed)
    if deed.kind == "CONSULT" and not recipients:
        actors, recipients = actors[:1], actors[1:]
    if not actors or not recipients or deed.standing.polarity != "asserted" or len(sentence.tokens) < 5:  # noqa: PLR2004
        return None
    return {"s": actors, "t": recipients}


def _inside(parties: tuple[Party, ...], deed: Deed) -> list[tuple[int, int]]:
    whole = deed.token.sentence
    return [
        (p.start - whole.start, p.end - whole.start) for p in parties if whole.start <= p.start < p.end <= whole.end
    ]


def is_sure(pair: Pair, weigher: Weigher) -> bool:
    """Tell whether the earlier network agrees."""
    likely = weigher.kinds(pair.text, pair.sides, pair.trigger)
    if pair.label == NONE:
        return max(share for kind, share in likely.items() if kind != NONE) < UNLIKELY
    same = {pair.label} | FIELDS.get(pair.label, set()) | _PARTED.get(pair.label, set())
    return sum(likely[kind] for kind in same) >= AGREED


def main() -> None:
    """Read articles and write what is sure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--network", default="events")
    asked.add_argument("--to", type=Path, required=True)
    asked.add_argument("--each", type=int, default=200)
    given = asked.parse_args()
    weigher = Weigher(models.network(given.network), Pieces(models.vocabulary(given.network)))
    with given.to.open("w", encoding="utf-8") as out:
        for folder in given.folders:
            chance = random.Random(2)  # noqa: S311 - guards nothing
            paths = sorted(folder.rglob("*.txt"))
            for path in chance.sample(paths, min(given.each, len(paths))):
                for pair in pairs_of(laid(path)):
                    if is_sure(pair, weigher):
                        out.write(
                            json.dumps(
                                {"text": pair.text, "sides": pair.sides, "trigger": pair.trigger, "label": pair.label}
                            )
                            + "\n"
                        )


if __name__ == "__main__":
    main()
