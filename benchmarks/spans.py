"""Find source, target and reciprocal actors with the class of the act, end to end (CoPED form), and print exact F1.

    python benchmarks/spans.py DIR [--split train|test] [--network none] [--held] [--predict OUT] [--errors N]

DIR holds `cameo_ner/SPLIT.txt` (token and BIO tag a line: S source, T target, R one of those who act upon each other; a
blank line between sentences) and perhaps `cameo_class/SPLIT.tsv` (sentence and class 0 to 4). OUT and OUT.classes get the
forms of the set's own scorer. `--held` keeps the third of the sentences, by digest, that the network did not learn.
Spans there take in what belongs to a noun: no leading 'the', names in apposition kept.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import click

from dragoman import models
from dragoman.models import parser
from dragoman.reading.entities import read_entities
from dragoman.reading.events.arguments import nouns_in
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.events.sentence_marks import marked_by
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.syntax import SUBJECT_DEPS, Token
from dragoman.reading.tagging import Pieces
from dragoman.records import Party, Report, Zone

_KEPT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "punct", "case", "appos", "advmod"}
)
_INTO = frozenset({"of", "for", "in", "at", "to", "from", "on"})


def sentences_of(path: Path) -> list[list[tuple[str, str]]]:
    """Read sentences of (word, tag)."""
    found: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            parts = line.split()
            found[-1].append((parts[0], parts[-1]))
        elif found[-1]:
            found.append([])
    return [sentence for sentence in found if sentence]


def joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write words as a sentence; the second is where each stands."""
    text, places = "", []
    for word in words:
        if text and not (word in {".", ",", ";", ":", "?", "!", ")", "'s", "’s", "%"} or text.endswith(("(", "$"))):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def lay(words: Sequence[str], number: int) -> tuple[Page, list[tuple[int, int]]]:
    """Lay a sentence of words open, its names known; the second is where each word stands in the text."""
    page, places = parsed(words, number)
    report, zones, parse = page.report, page.zones, parse_report(page.report, page.zones, parser("en_core_web_sm"))
    mentions, days = read_mentions(page)
    page = Page(report, zones, parse, mentions, (), (), days)
    entities, links = read_entities(page)
    return Page(report, zones, parse, mentions, links, entities, days), places


def parsed(words: Sequence[str], number: int) -> tuple[Page, list[tuple[int, int]]]:
    """Lay a sentence of words open with its tree alone; the second is where each word stands in the text."""
    text, places = joined(words)
    report = Report(id=str(number), raw="", uri="", text=text, text_sha256="")
    zones = (Zone(report=report.id, start=0, end=len(text), kind="story", rule="all"),)
    return Page(report, zones, parse_report(report, zones, parser("en_core_web_sm"))), places


def told(page: Page) -> set[tuple[int, int, str]]:
    """Give the spans (start, end, S|T|R) of the act that the sentence is about: the one highest in its tree."""
    deeds = [deed for sentence in page.sentences for deed in deeds_in(page, sentence)]
    deeds = [deed for deed in deeds if deed.actors or deed.recipients or deed.sighting.frame.subjects]
    if not deeds:
        return _by_syntax(page)
    first = min(deeds, key=_depth)
    spans = _spans_of(page, first)
    return (
        spans
        if any(kind != "T" for *_, kind in spans)
        else spans | {span for span in _by_syntax(page) if span[2] == "S"}
    )


def _depth(deed: Deed) -> tuple[int, int]:
    return sum(1 for _ in deed.token.ancestors()), deed.token.i


def _spans_of(page: Page, deed: Deed) -> set[tuple[int, int, str]]:
    reciprocal = deed.sighting.kind == "CONSULT" and len(deed.actors) > 1 and not deed.recipients
    if reciprocal:
        return {(*_wide(page, party), "R") for party in deed.actors}
    sources = _heads(deed, ("subject",)) if deed.token.pos in {"VERB", "AUX"} else []
    targets = _targets(deed)
    found = {(*_phrase(noun), "S") for noun in sources} or {(*_wide(page, party), "S") for party in deed.actors}
    return found | (
        {(*_phrase(noun), "T") for noun in targets} or {(*_wide(page, party), "T") for party in deed.recipients}
    )


def _targets(deed: Deed) -> list[Token]:
    """Give the things acted upon as they stand, 'the premier's decision' and not the premier."""
    slots = tuple("object" if slot == "owner" else slot for slot in deed.sighting.trigger.recipient)
    if (
        deed.sighting.trigger.objects
        and "object" not in deed.sighting.trigger.recipient
        and not any(deed.sighting.frame.under(slot) for slot in slots if slot != "object")
    ):
        return _heads(deed, ("dative",))
    return _heads(deed, slots)


def _heads(deed: Deed, slots: Sequence[str]) -> list[Token]:
    for slot in slots:
        nouns = [noun for noun in nouns_in(deed.sighting, slot) if noun.pos in {"NOUN", "PROPN", "PRON", "NUM"}]
        if nouns:
            return nouns
    return []


def _by_syntax(page: Page) -> set[tuple[int, int, str]]:
    """Give the subject of the main verb, where no act is seen: the one who speaks."""
    found: set[tuple[int, int, str]] = set()
    for sentence in page.sentences[:1]:
        for child in sentence.root.children:
            if child.dep in SUBJECT_DEPS:
                start, end = _phrase(child)
                found.add((start, end, "S"))
    return found


def _wide(page: Page, party: Party) -> tuple[int, int]:
    tokens = page.tokens_in(party.start, party.end)
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head is token]
    return _phrase(heads[0]) if heads else (party.start, party.end)


def _phrase(noun: Token) -> tuple[int, int]:
    words = [noun]
    stack = [noun]
    while stack:
        here = stack.pop()
        for child in here.children:
            if (
                child.dep in _KEPT
                or (child.dep == "prep" and child.lower in _INTO)
                or (here is not noun and child.dep in {"pobj", "conj", "cc"})
            ):
                words.append(child)
                stack.append(child)
    words.sort(key=lambda word: word.i)
    words = _unbroken(words, noun)
    while words and words[0].dep == "punct":
        words = words[1:]
    while words and words[-1].dep == "punct" and words[-1].text != ")":
        words = words[:-1]
    return (words[0].start, words[-1].end) if words else (noun.start, noun.end)


def _unbroken(words: Sequence[Token], noun: Token) -> list[Token]:
    kept = {word.i: word for word in words}
    low = high = noun.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return [kept[i] for i in range(low, high + 1)]


def tags_of(spans: Iterable[tuple[int, int, str]], places: Sequence[tuple[int, int]]) -> list[str]:
    """Write spans as BIO tags over words."""
    tags = ["O"] * len(places)
    for start, end, kind in sorted(spans):
        covered = [
            number
            for number, (first, last) in enumerate(places)
            if first < end and start < last and tags[number] == "O"
        ]
        for number in covered:
            tags[number] = f"{'B' if number == covered[0] else 'I'}-{kind}"
    return tags


def spans_in(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Read BIO tags as (first, stop, kind)."""
    found, start, kind = set(), None, ""
    for number, tag in enumerate([*tags, "O"]):
        inside = tag.startswith("I-") and tag[2:] == kind and start is not None
        if start is not None and not inside:
            found.add((start, number, kind))
            start = None
        if tag != "O" and not inside:
            start, kind = number, tag[2:]
    return found


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--split", default="train")
@click.option("--network", default="events", help="Catalogue name of the network, or none for the rules.")
@click.option("--held", is_flag=True, help="Keep the third that the network did not learn.")
@click.option("--predict", type=click.Path(path_type=Path), help="Write predictions here.")
@click.option("--errors", type=int, default=0, help="Print so many sentences with wrong spans.")
def main(folder: Path, split: str, network: str, held: bool, predict: Path | None, errors: int) -> None:  # noqa: FBT001, PLR0913, PLR0917 - one an option
    """Score spans, classes, and both together."""
    weigher = None if network == "none" else Weigher(models.network(network), Pieces(models.vocabulary(network)))
    gold = sentences_of(folder / "cameo_ner" / f"{split}.txt")
    gold = [each for each in gold if not held or is_held(norm("".join(word for word, _ in each)))]
    classes = classes_of(folder / "cameo_class" / f"{split}.tsv")
    classes = [each for each in classes if not held or is_held(norm(each[0]))]
    predicted, sorts = [], []
    for number, sentence in enumerate(gold):
        words = [word for word, _ in sentence]
        if weigher is None:
            page, places = lay(words, number)
            predicted.append(tags_of(told(page), places))
        else:
            page, places = parsed(words, number)
            spans, sort = marked_by(weigher, page.text, places, page.tokens)
            predicted.append(tags_of(spans, places))
            sorts.append(sort)
    if predict:
        write_tags(predict, gold, predicted)
    _print_figures(gold, predicted)
    if weigher is not None and classes:
        told_classes = [marked_by(weigher, text, [(0, 1)])[1] for text, _ in classes]
        _print_classes([sort for _, sort in classes], told_classes)
        _print_both(gold, predicted, sorts, {norm(text): sort for text, sort in classes})
        if predict:
            Path(f"{predict}.classes").write_text("\n".join(map(str, told_classes)) + "\n", encoding="utf-8")
    for sentence, tags in list(zip(gold, predicted, strict=True))[:errors]:
        _print_error(sentence, tags)


def norm(text: str) -> str:
    """Give a sentence so that two writings of it are the same."""
    return re.sub(r"\W+", "", text.lower())


def is_held(plain: str) -> bool:
    """Tell whether the network did not learn a sentence."""
    return int(sha256(plain.encode()).hexdigest()[:8], 16) % 3 == 0


def classes_of(path: Path) -> list[tuple[str, int]]:
    """Read sentences with their class; none where the file is not there."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = (line.rsplit("\t", 1) for line in lines if line.strip())
    return [(text, int(sort)) for text, sort in rows]


def write_tags(path: Path, gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]]) -> None:
    """Write predictions in the form of the set."""
    blocks = (
        "\n".join(f"{word} {tag}" for (word, _), tag in zip(sentence, tags, strict=True))
        for sentence, tags in zip(gold, predicted, strict=True)
    )
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _print_error(sentence: Sequence[tuple[str, str]], tags: Sequence[str]) -> None:
    if spans_in(tags) != spans_in([tag for _, tag in sentence]):
        pairs = zip(sentence, tags, strict=True)
        print(" ".join(f"{word}[{right}|{said}]" if right != said else word for (word, right), said in pairs))


def _print_classes(right: Sequence[int], said: Sequence[int]) -> None:
    accuracy = sum(one == other for one, other in zip(right, said, strict=True)) / len(right)
    scores = {sort: _f1(right, said, sort) for sort in sorted(set(right))}
    each = " ".join(f"{sort}:{100 * score:.1f}" for sort, score in scores.items())
    print(
        f"class n={len(right)} accuracy={100 * accuracy:.1f} macroF1={100 * sum(scores.values()) / len(scores):.1f} ({each})"
    )


def _f1(right: Sequence[int], said: Sequence[int], sort: int) -> float:
    hits = sum(one == other == sort for one, other in zip(right, said, strict=True))
    return 2 * hits / max(1, list(right).count(sort) + list(said).count(sort))


def _print_both(
    gold: Sequence[Sequence[tuple[str, str]]],
    predicted: Sequence[Sequence[str]],
    sorts: Sequence[int],
    known: dict[str, int],
) -> None:
    rows = [
        (spans_in(tags) == spans_in([tag for _, tag in sentence]), sort == known[key])
        for sentence, tags, sort in zip(gold, predicted, sorts, strict=True)
        if (key := norm("".join(word for word, _ in sentence))) in known
    ]
    print(f"class and all spans right: {100 * sum(all(row) for row in rows) / max(1, len(rows)):.1f} % of {len(rows)}")


def _print_figures(gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]]) -> None:
    pairs = [
        (spans_in([tag for _, tag in sentence]), spans_in(tags)) for sentence, tags in zip(gold, predicted, strict=True)
    ]
    for kind in ("micro", "S", "T", "R"):
        right, said, hits = 0, 0, 0
        for one, other in pairs:
            kept = [{span for span in spans if kind in {"micro", span[2]}} for spans in (one, other)]
            right, said, hits = right + len(kept[0]), said + len(kept[1]), hits + len(kept[0] & kept[1])
        print(
            f"{kind:6s} P={100 * hits / max(1, said):.1f} R={100 * hits / max(1, right):.1f} F1={200 * hits / max(1, right + said):.1f} n={right}"
        )
    print(
        f"all spans right: {100 * sum(one == other for one, other in pairs) / len(pairs):.1f} % of {len(pairs)} sentences"
    )


if __name__ == "__main__":
    main()
