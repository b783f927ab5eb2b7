"""Grow a made-up record by thousands of reports and print what each arrival costs to gather.

    python benchmarks/growing.py [--reports 1000] [--events 10] [--arrivals 3] [--days 30] [--back]

Each arrival covers its own days, or with --back all of them the same days, as a back file does. One report in five
is a copy of another and half of the acts are told by two or three. Parties are drawn as in news: few are in much,
most in little. CPU seconds are those of this process: pairs found for the arrival, then the tables joined from them.
"""

import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import click

from dragoman.reading.sketches import sketch_text
from dragoman.records import Entity, Event, Party, Report, Row, Sketch
from dragoman.store.gathering import FOLDER, gather
from dragoman.store.growing import grow
from dragoman.store.parts import Parts

KINDS = ("CONSULT", "AGREE", "REQUEST", "ACCUSE", "SUPPORT", "ASSAULT", "REJECT", "AID", "SANCTION", "COERCE")
PARTIES, STATES, PLACES, WORDS, TELLING = 4000, 190, 500, 30_000, 24
FIRST = date(2020, 1, 1)
COPIED = 0.2
TOLD_AGAIN = 0.5
SECONDS = 3600.0


class Maker:
    """Reports with sketches, events and entities, drawn with a seed."""

    def __init__(self, events: int, days: int) -> None:
        self.chance = random.Random(7)  # noqa: S311 - seeded, guards nothing
        self.events, self.days = events, days

    def zipf(self, many: int) -> int:
        """Draw one of many, the first ones most."""
        return min(int(many ** self.chance.random()) - 1 + self.chance.randint(0, 3), many - 1)

    def arrival(self, number: int, reports: int, first: date) -> dict[str, list[Row]]:
        """Make the rows of an arrival."""
        rows: dict[str, list[Row]] = {"reports": [], "sketches": [], "events": [], "entities": []}
        texts: list[str] = []
        acts: list[Event] = []
        for each in range(reports):
            name, day = f"a{number:03}r{each:06}", first + timedelta(days=each * self.days // reports)
            copied = bool(texts) and self.chance.random() < COPIED
            text = self.chance.choice(texts[-50:]) if copied else self.text()
            texts.append(text)
            rows["reports"].append(
                Report(id=name, raw="", uri=name, outlet=f"o{self.zipf(60)}", published=str(day), published_from=day,
                       published_to=day, text="", text_sha256=name)
            )  # fmt: skip
            rows["sketches"].append(self.sketch(name, text))
            for place in range(self.events):
                acts.append(self.event(f"{name}e{place}", name, day, acts))
        rows["events"].extend(acts)
        named = sorted({party.entity for act in acts for party in (*act.actors, *act.recipients) if party.entity})
        rows["entities"] = [self.entity(one, str(rows["reports"][0].id)) for one in named]  # type: ignore[attr-defined]
        return rows

    def text(self) -> str:
        """Draw the words of a report."""
        return " ".join(f"w{self.zipf(WORDS)}" for _ in range(400))

    def sketch(self, name: str, text: str) -> Sketch:
        """Sketch it; its rarest words tell."""
        made = sketch_text(name, text)
        telling = tuple(sorted(set(text.split()), key=lambda word: (-int(word[1:]), word))[:TELLING])
        return Sketch(report=name, shingles=made.shingles, one_in=made.one_in, sample=made.sample, telling=telling,
                      weights=tuple(9.0 - place / 8 for place in range(len(telling))))  # fmt: skip

    def event(self, name: str, report: str, day: date, acts: list[Event]) -> Event:
        """Make an act, or tell one of the last ones again."""
        again = self.chance.choice(acts[-200:]) if acts and self.chance.random() < TOLD_AGAIN else None
        kind = again.kind if again else self.chance.choice(KINDS)
        actors = again.actors if again else (self.party(),)
        recipients = again.recipients if again else (self.party(),)
        on = again.day_from if again and again.day_from else day
        return Event(id=name, report=report, zone="story", kind=kind, actors=actors, recipients=recipients, day=str(on),
                     day_from=on, day_to=on, polarity="asserted", modality="actual", time_ref="now", start=0, end=0,
                     score=0.8, rule="made")  # fmt: skip

    def party(self) -> Party:
        """Draw a party."""
        return Party(f"p{self.zipf(PARTIES)}", 0, 0)

    def entity(self, name: str, report: str) -> Entity:
        """Make the row of a party."""
        return Entity(
            id=name, report=report, kind="person", name=name, country=f"C{int(name[1:]) % STATES}", source="made"
        )


@click.command()
@click.option("--reports", default=1000, show_default=True, help="Reports of an arrival.")
@click.option("--events", default=10, show_default=True, help="Events of a report.")
@click.option("--arrivals", default=3, show_default=True)
@click.option("--days", default=30, show_default=True, help="Days of an arrival.")
@click.option("--back", is_flag=True, help="All arrivals are of the same days.")
def main(reports: int, events: int, arrivals: int, days: int, back: bool) -> None:  # noqa: FBT001 - click's
    """Grow, gather, print."""
    maker = Maker(events, days)
    print(f"{'reports':>9}{'events':>9}{'pairs: CPU-s':>14}{'wall-s':>8}{'tables: CPU-s':>15}{'wall-s':>8}")
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts.create(Path(folder) / "record")
        for number in range(arrivals):
            first = FIRST + timedelta(days=0 if back else number * days)
            for kind, rows in maker.arrival(number, reports, first).items():
                parts.write(kind, f"shard{number:03}", "made-1", rows)
            chosen = {kind: parts.of_kind(kind) for kind in ("reports", "sketches", "events", "entities")}
            cpu, wall = time.process_time(), time.perf_counter()
            grow(parts.root / FOLDER, chosen, SECONDS)
            between, wall_between = time.process_time(), time.perf_counter()
            gather(parts.root, chosen)
            print(
                f"{(number + 1) * reports:>9,}{(number + 1) * reports * events:>9,}{between - cpu:>14.1f}{wall_between - wall:>8.1f}"
                f"{time.process_time() - between:>15.1f}{time.perf_counter() - wall_between:>8.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
