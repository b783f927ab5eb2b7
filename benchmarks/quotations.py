"""Tell reprints from reports that share a quotation, on sixty pairs of our own, and print what was told wrongly.

    python -m benchmarks.quotations [PAIRS] [--predict OUT]

PAIRS is a file like `benchmarks/sets/quotations.toml`. All reports lie in one record, as they would; a pair is told to
be copied when both go under one origin. OUT gets LEFT, RIGHT, GOLD and TOLD, one pair a line.
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import click
import msgspec
from benchmarks.copies import Text, by_dragoman
from msgspec import Struct

OWN = Path(__file__).with_name("sets") / "quotations.toml"
_PASSAGE = re.compile(r"<(\d)>")


class Reprint(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the reports printed again: paragraphs dropped, words put for others, a lead set before it."""

    of: int
    drop: tuple[int, ...] = ()
    put: tuple[tuple[str, str], ...] = ()
    lead: str = ""


class Speech(Struct, frozen=True, forbid_unknown_fields=True):
    """A speech by its passages, reports that quote it, and reprints of these."""

    speech: tuple[str, ...]
    reports: tuple[str, ...]
    reprints: tuple[Reprint, ...]


class Pair(Struct, frozen=True):
    """Two reports, and whether one is a copy of the other."""

    left: str
    right: str
    copied: bool


def speeches(path: Path) -> list[Speech]:
    """Read the speeches."""
    return msgspec.toml.decode(path.read_bytes(), type=dict[str, list[Speech]])["speech"]


def texts_of(number: int, speech: Speech) -> Iterator[Text]:
    """Give the reports of a speech and their reprints.

    Raises:
        ValueError: A reprint puts words in place of some that its report does not have.
    """
    reports = [_PASSAGE.sub(lambda found: speech.speech[int(found.group(1)) - 1], text) for text in speech.reports]
    for place, text in enumerate(reports, 1):
        yield Text(f"{number}-{place}", number, "2021-03-04", text)
    for place, made in enumerate(speech.reprints, 1):
        paragraphs = reports[made.of - 1].split("\n")
        text = "\n".join(each for nth, each in enumerate(paragraphs, 1) if nth not in made.drop)
        for old, new in made.put:
            if old not in text:
                raise ValueError(f"speech {number}, reprint {place}: {old!r} is not in report {made.of}")
            text = text.replace(old, new)
        yield Text(f"{number}-{place}r", number, "2021-03-05", f"{made.lead}\n{text}".strip())


def pairs_of(number: int, speech: Speech) -> Iterator[Pair]:
    """Give the pairs of a speech with what is true of them."""
    for one, other in combinations(range(1, len(speech.reports) + 1), 2):
        yield Pair(f"{number}-{one}", f"{number}-{other}", copied=False)
    for place, made in enumerate(speech.reprints, 1):
        yield Pair(f"{number}-{made.of}", f"{number}-{place}r", copied=True)


def told(texts: Sequence[Text], pairs: Sequence[Pair]) -> list[bool]:
    """Say of each pair whether it is told to be copied."""
    with tempfile.TemporaryDirectory() as folder:
        under = by_dragoman(texts, Path(folder) / "record")
    return [under[pair.left] == under[pair.right] for pair in pairs]


@click.command()
@click.argument("pairs", type=click.Path(exists=True, path_type=Path), default=OWN)
@click.option("--predict", type=click.Path(path_type=Path), help="Write LEFT, RIGHT, GOLD, TOLD a line.")
def main(pairs: Path, predict: Path | None) -> None:
    """Tell, count."""
    numbered = list(enumerate(speeches(pairs), 1))
    texts = [text for number, speech in numbered for text in texts_of(number, speech)]
    wanted = [pair for number, speech in numbered for pair in pairs_of(number, speech)]
    found = told(texts, wanted)
    for pair, copied in zip(wanted, found, strict=True):
        if copied != pair.copied:
            print(f"{pair.left} {pair.right}: told {_word(copied)}, is {_word(pair.copied)}")
    right = sum(pair.copied == copied for pair, copied in zip(wanted, found, strict=True))
    print(f"{right} of {len(wanted)} pairs right, {right / len(wanted):.1%}")
    if predict:
        lines = (
            f"{pair.left}\t{pair.right}\t{_word(pair.copied)}\t{_word(copied)}\n"
            for pair, copied in zip(wanted, found, strict=True)
        )
        predict.write_text("".join(lines))


def _word(copied: bool) -> str:  # noqa: FBT001 - it is what is named
    return "copied" if copied else "quoted"


if __name__ == "__main__":
    main()
