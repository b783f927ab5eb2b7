"""How well the sources of statements are resolved, on the labelled articles of speakers.tsv.

    python benchmarks/speakers.py CORPUS [--part tune|apart] [--predict OUT] [--errors N] [--tagger NAME|none]

CORPUS is the file of articles (JSON lines, gzipped or not) that the labels speak of. A statement belongs to the
labelled source its speaker's words overlap most. A label is *answered* where the speaker of such a statement is
resolved, and *right* when that is who the label names: by the lexicon's own names, for a person by any spelling of
the name, for several together by all of them and nobody else. An office instead of its holder is no answer. A source
that the text leaves open should not be answered; naming instead the body or state it speaks for is counted apart
(`behind`) and neither right nor wrong.
"""

import csv
import json
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, convert

from dragoman import stages
from dragoman.errors import Refused
from dragoman.intake import open_all
from dragoman.lexicon.forms import keys
from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.spellings import alike
from dragoman.records import KINDS, Entity, Raw, Report, Row, Statement
from dragoman.settings import Reading

LABELS = Path(__file__).with_name("speakers.tsv")
KIND_ORDER = ("name", "pronoun", "description", "body", "state", "group", "unknown")
OPEN = "-"

Rows = Mapping[str, tuple[Row, ...]]


class Label(Struct, frozen=True):
    """A source as labelled: where it stands, and who it is."""

    article: str
    part: str
    start: int
    end: int
    check: str
    kind: str
    entity: str
    behind: str


class Answer(Struct, frozen=True):
    """What dragoman makes of one source: its words, and the things resolved, none where two remain."""

    start: int
    end: int
    speakers: tuple[Entity, ...]


class Outcome(Struct, frozen=True):
    """A label, what was answered, and the verdict: `right` `wrong` `unanswered` `missed` `open` `behind`."""

    label: Label
    answer: Answer | None
    verdict: str


def read_labels(part: str | None) -> dict[str, list[Label]]:
    """Give the labels of a part, or of both, by article."""
    found: dict[str, list[Label]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            label = convert(row, Label, strict=False)
            if part in {None, label.part}:
                found[label.article].append(label)
    return found


def chosen(corpus: Path, articles: Iterable[str]) -> Iterator[tuple[str, Raw]]:
    """Give the articles named, as intake takes them in."""
    wanted = set(articles)
    for item in open_all([str(corpus)]):
        if isinstance(item, Raw) and (name := str(json.loads(item.bytes).get("id"))) in wanted:
            wanted.discard(name)
            yield name, item
            if not wanted:
                return


def read_all(raw: Raw, reading: Reading, rows: Rows | None = None) -> dict[str, tuple[Row, ...]]:
    """Read an article through all stages; those whose rows are given already are passed over."""
    found: dict[str, tuple[Row, ...]] = dict(rows or {})
    for stage in stages.STAGES:
        if stage.gives[0] in found or stage.name in {"sketches", "events"}:
            continue
        given = laid(found) if found else stages.Received(raw)
        answer = next(stage.read([given], reading))
        if isinstance(answer, Refused):
            raise answer
        for kind in stage.gives:
            found[kind] = tuple(row for row in answer if isinstance(row, KINDS[kind]))
    return found


def laid(rows: Rows) -> stages.Laid:
    """Lay out what has been read for the next stage."""
    single = {"report": "reports", "parse": "parses", "tags": "tags"}
    return stages.Laid(
        **{  # type: ignore[arg-type]
            name: next(iter(rows.get(single[name], ())), None) if name in single else rows.get(name, ())
            for name in stages.Laid.__struct_fields__
        }
    )


def answers_of(rows: Rows) -> list[Answer]:
    """Give each source that statements have, those who speak together as one."""
    entities = {row.id: row for row in rows["entities"] if isinstance(row, Entity)}
    together: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for row in rows["statements"]:
        if isinstance(row, Statement) and row.speaker_start is not None and row.speaker_end is not None:
            together[row.contents, row.cue_start, row.cue_end].append(row)
    found = []
    for said in together.values():
        ids = dict.fromkeys(row.speaker for row in said if row.speaker)
        start = min(row.speaker_start for row in said if row.speaker_start is not None)
        end = max(row.speaker_end for row in said if row.speaker_end is not None)
        found.append(Answer(start, end, tuple(entities[one] for one in ids if one in entities)))
    return found


def judged(labels: Sequence[Label], answers: Sequence[Answer]) -> Iterator[Outcome]:
    """Set each label beside the answer whose words overlap it most."""
    best: dict[Label, tuple[float, Answer]] = {}
    for answer in answers:
        score, label = max(((overlap(label, answer), label) for label in labels), key=lambda pair: pair[0])
        if score > best.get(label, (0.0, answer))[0]:
            best[label] = score, answer
    for label in labels:
        answer_to = best[label][1] if label in best else None
        yield Outcome(label, answer_to, verdict(label, answer_to))


def overlap(label: Label, answer: Answer) -> float:
    """Give the code points in both over those in either."""
    both = min(label.end, answer.end) - max(label.start, answer.start)
    return max(0, both) / (label.end - label.start + answer.end - answer.start - both)


def verdict(label: Label, answer: Answer | None) -> str:
    """Say what an answer is worth."""
    if answer is None:
        return "missed"
    speakers = [one for one in answer.speakers if one.kind != "office"]  # an office whose holder is left open
    if label.entity == OPEN:
        if not speakers:
            return "open"
        stands_in = bool(label.behind) and all(is_named(one, label.behind) for one in speakers)
        return "behind" if stands_in else "wrong"
    if not speakers:
        return "unanswered"
    wanted = label.entity.split("|")
    met = [[is_named(one, name) for one in speakers] for name in wanted]
    return "right" if all(map(any, met)) and len(wanted) == len(speakers) else "wrong"


def is_named(entity: Entity, names: str) -> bool:
    """Tell whether an entity is what any of the names says, by the lexicon or by the words."""
    borne = {bare(name) for name in (entity.name, *entity.aliases)}
    for name in names.split("/"):
        known = lookup_phrase(name)
        if bare(name) in borne or (known and entity.id in {sense.known.id for sense in known.senses}):
            return True
        if entity.kind == "person" and alike(entity.name, name):
            return True
    return False


def bare(name: str) -> tuple[str, ...]:
    """Give a name as keys, without its article."""
    found = keys(name)
    return found[1:] if found[:1] == ("the",) else found


def told(outcomes: Sequence[Outcome]) -> None:
    """Print the figures, in all and by kind."""
    print(
        f"{'':<13}{'labels':>8}{'found':>8}{'answered':>10}{'right':>8}{'right of answered':>19}{'answered of known':>19}"
    )
    for kind in ("all", *KIND_ORDER):
        those = [one for one in outcomes if kind in {"all", one.label.kind}]
        count = Counter(one.verdict for one in those)
        known = [one for one in those if one.label.entity != OPEN]
        answered = count["right"] + count["wrong"]
        share = sum(one.verdict in {"right", "wrong"} for one in known) / max(1, len(known))
        print(
            f"{kind:<13}{len(those):>8}{len(those) - count['missed']:>8}{answered:>10}{count['right']:>8}"
            f"{percent(count['right'], answered):>19}{100 * share if known else 0:>18.1f}%"
        )
    count = Counter(one.verdict for one in outcomes)
    print(f"left open rightly {count['open']}, answered with whom they speak for {count['behind']} (neither counted)")


def percent(part: int, whole: int) -> str:
    """Give a share, or a dash of nothing."""
    return f"{100 * part / whole:.1f}%" if whole else "-"


def line_of(outcome: Outcome, text: str) -> str:
    """Give an outcome on one line, with the words around."""
    label, answer = outcome.label, outcome.answer
    said = " + ".join(f"{one.name} ({one.kind} {one.country or '-'})" for one in answer.speakers) if answer else ""
    around = (
        text[max(0, label.start - 40) : label.start],
        text[label.start : label.end],
        text[label.end : label.end + 50],
    )
    words = f"{around[0]}[{around[1]}]{around[2]}".replace("\n", " ")
    return (
        f"{outcome.verdict:<11}{label.kind:<12}{label.entity} ← {said or '-'} | {label.article} {label.start} | {words}"
    )


def main() -> None:
    """Read, compare and print."""
    arguments = ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--part", choices=("tune", "apart"))
    arguments.add_argument("--predict", type=Path, help="write one JSON object a labelled source")
    arguments.add_argument("--errors", type=int, default=0, help="print so many wrong, and as many unanswered")
    arguments.add_argument("--tagger", default=Reading().tagger, help="catalogue name of a network, or `none`")
    options = arguments.parse_args()
    labels = read_labels(options.part)
    reading = Reading(tagger=options.tagger)
    read = {name: read_all(raw, reading) for name, raw in chosen(options.corpus, labels)}
    outcomes, texts = compared(labels, read)
    if options.predict:
        options.predict.write_text("".join(json.dumps(as_json(one)) + "\n" for one in outcomes), encoding="utf-8")
    told(outcomes)
    for sort in ("wrong", "unanswered", "missed"):
        for outcome in [one for one in outcomes if one.verdict == sort][: options.errors]:
            print(line_of(outcome, texts[outcome.label.article]))


def compared(labels: Mapping[str, Sequence[Label]], read: Mapping[str, Rows]) -> tuple[list[Outcome], dict[str, str]]:
    """Judge all articles; labels whose words stand elsewhere by now are left out, and counted."""
    outcomes: list[Outcome] = []
    texts: dict[str, str] = {}
    moved = 0
    for name, rows in read.items():
        report = next(row for row in rows["reports"] if isinstance(row, Report))
        texts[name] = report.text
        here = [one for one in labels[name] if digest(report.text[one.start : one.end]) == one.check]
        moved += len(labels[name]) - len(here)
        outcomes += judged(here, answers_of(rows)) if here else ()
    if moved or len(read) < len(labels):
        print(f"{len(labels) - len(read)} articles are not in the corpus, {moved} labels stand elsewhere in their text")
    return outcomes, texts


def digest(words: str) -> str:
    """Give what the labels keep of their words."""
    return sha256(words.encode()).hexdigest()[:6]


def as_json(outcome: Outcome) -> dict[str, object]:
    """Give an outcome as plain values."""
    label, answer = outcome.label, outcome.answer
    return {
        "article": label.article,
        "start": label.start,
        "end": label.end,
        "speakers": [one.name for one in answer.speakers] if answer else None,
        "verdict": outcome.verdict,
    }


if __name__ == "__main__":
    main()
