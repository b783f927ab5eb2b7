"""Write docs/codebook.md from the word lists: PLOVER's types and modes, their triggers, contexts and speech acts.

    python tools/write_codebook.py [--to docs/codebook.md] [--check]

`--check` writes nothing and tells by its exit status whether the page is what the lists give.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dragoman.lexicon.acts import acts
from dragoman.lexicon.plover import Kind, contexts, kinds
from dragoman.lexicon.triggers import Trigger, chapters

_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_HEAD = """# Code book

This page is made from the word lists (`tools/write_codebook.py`); change them and not the page.

An event is what somebody does, to or with somebody. Each has one of PLOVER's sixteen types, perhaps a mode, the
CAMEO code that stands nearest, and a score from −10 (worst conflict) to 10 (closest cooperation). A trigger counts
only in its company: the objects, prepositions or clauses listed with it. `@name` is a list in
`lexicon/triggers/classes.toml`, or whoever is named there (`@party`, `@person`, `@place`).

## Rules of precedence

- Cooperation that lies ahead is AGREE, and giving way in deeds that lies ahead is CONCEDE: a planned meeting is AGREE
  with modality `planned`, not CONSULT. Conflict that lies ahead is THREATEN. Cooperation that will not come is REJECT.
- What a request, refusal, promise or threat is about is no event of its own. What is condemned is.
- ASSAULT swallows the MOBILIZE of its sentence, and the dead and hurt of an attack belong to it.
- A conviction swallows the charge.
- All who meet are actors. Of a visit the visitor is actor and the host recipient.
- Words need a named actor. Deeds need an actor, a named recipient or a stated toll.
- Wishes, duties, abilities, conditions, questions, purposes and habits are no events.
"""


def page() -> str:
    """Write the whole page."""
    return (
        "\n".join([_HEAD, *(line for kind in kinds().values() for line in _of_kind(kind)), *_contexts(), *_acts()])
        + "\n"
    )


def _of_kind(kind: Kind) -> Iterator[str]:
    chapter = chapters()[kind.name]
    yield f"## {kind.name}\n"
    yield f"{kind.meaning}\n"
    yield f"{_QUADS[kind.quad].capitalize()} · score {kind.score:g} · CAMEO {kind.cameo} (Goldstein {kind.goldstein:g}) · while it lies ahead: {kind.future}\n"
    if kind.mode:
        yield "| mode | score | CAMEO | Goldstein | meaning |"
        yield "|---|---|---|---|---|"
        for mode in kind.mode:
            yield f"| {mode.name} | {mode.score:g} | {mode.cameo} | {mode.goldstein:g} | {mode.meaning} |"
        yield ""
    yield "| trigger | in company of | mode | actor, recipient | example | never |"
    yield "|---|---|---|---|---|---|"
    for trigger in chapter.trigger:
        yield _row(trigger)
    yield f"\nSource: {chapter.source}\n"


def _row(trigger: Trigger) -> str:
    cells = (
        _words(trigger),
        _company(trigger),
        trigger.mode or "",
        f"{', '.join(trigger.actor)} → {', '.join(trigger.recipient) or '–'}",
        " ".join(trigger.examples),
        " ".join(trigger.never),
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _words(trigger: Trigger) -> str:
    sorts = (("", trigger.verbs), ("noun: ", trigger.nouns), ("adjective: ", trigger.adjectives))
    return "; ".join(sort + ", ".join(words) for sort, words in sorts if words)


def _company(trigger: Trigger) -> str:
    stated = (
        ("object", trigger.objects),
        ("subject", trigger.subjects),
        ("object of", trigger.object_of),
        ("with", trigger.after),
        ("before", trigger.after_nouns),
        ("clause", (trigger.clause,) if trigger.clause else ()),
        ("said of object", (trigger.clause_adjective,) if trigger.clause_adjective else ()),
        ("not", trigger.unless + trigger.not_after + trigger.unless_clause_verbs),
    )
    return "; ".join(f"{name}: {', '.join(words)}" for name, words in stated if words)


def _contexts() -> Iterator[str]:
    yield "## Contexts\n"
    yield "What an act is about, by the words of its clause.\n"
    yield "| context | words |"
    yield "|---|---|"
    for context in contexts():
        yield f"| {context.name} | {', '.join(context.words)} |"
    yield ""


def _acts() -> Iterator[str]:
    yield "## Speech acts\n"
    yield "What a statement does. Where words are deeds, an event of the PLOVER type stands beside the statement.\n"
    yield "| act | meaning | PLOVER | CAMEO | stance | example | never |"
    yield "|---|---|---|---|---|---|---|"
    for act in acts().values():
        cells = (
            act.name,
            act.definition,
            act.plover or "",
            act.cameo,
            act.stance,
            " ".join(act.examples),
            " ".join(act.never),
        )
        yield f"| {' | '.join(cells)} |"


@click.command(help=__doc__)
@click.option("--to", "path", type=click.Path(path_type=Path), default=Path("docs/codebook.md"))
@click.option("--check", is_flag=True)
def main(path: Path, *, check: bool) -> None:
    """Write the page, or compare it."""
    text = page()
    if check:
        same = path.exists() and path.read_text(encoding="utf-8") == text
        print(f"{path} is {'what the lists give' if same else 'behind the lists; run tools/write_codebook.py'}")
        sys.exit(0 if same else 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {len(text.splitlines())} lines")


if __name__ == "__main__":
    main()
