"""Word lists proved by reading their own examples: each entry seen in them, and not where it must never be."""

from collections.abc import Callable, Iterator

from dragoman.lexicon.acts import acts
from dragoman.lexicon.appraisals import Appraisal, Harm
from dragoman.lexicon.appraisals import listed as appraising_words
from dragoman.lexicon.cues import Cue, cues, noun_forms, verb_forms
from dragoman.lexicon.metonyms import Sign, signs
from dragoman.lexicon.standings import listed as standing_words
from dragoman.lexicon.toml_lists import prove
from dragoman.lexicon.triggers import Trigger, chapters
from dragoman.reading.events.deeds import deeds_in
from dragoman.reading.events.triggers import sightings_in
from dragoman.reading.page import Page
from dragoman.reading.standings import read_standings
from dragoman.reading.statements import read_statements

Lay = Callable[[str], Page]
_PLACES = frozenset({"ground", "house", "lies"})


def faults_of_sentences(lay: Lay) -> Iterator[str]:
    """Tell each fault of the lists whose entries are proved by reading whole sentences.

    Args:
        lay: Lays a sentence open as a page, parsed and with mentions and entities read.
    """
    yield from faults_of_metonyms(lay)
    yield from faults_of_standings(lay)
    yield from faults_of_cues(lay)
    yield from faults_of_acts(lay)
    yield from faults_of_appraisals(lay)
    yield from faults_of_triggers(lay)


def faults_of_metonyms(lay: Lay) -> Iterator[str]:
    """Tell each example in which a capital is not taken for its government, or is where it is a place."""

    def sees(sign: Sign, sentence: str) -> bool:
        governs = any(mention.rule == "metonym" for mention in lay(sentence).mentions)
        return governs is (sign.role not in _PLACES)

    yield from prove(signs(), sees)


def faults_of_standings(lay: Lay) -> Iterator[str]:
    """Tell each example in which no standing is read, and each near miss in which one is."""
    entries = (*standing_words().rank, *standing_words().act)
    yield from prove(entries, lambda _, sentence: bool(read_standings(lay(sentence))))


def faults_of_appraisals(lay: Lay) -> Iterator[str]:
    """Tell each example in which words of appraisal do not make the act, and each harm that is read as promised."""

    def acts_in(sentence: str) -> set[str]:
        return {row.act for row in read_statements(lay(sentence))}

    def appraises(entry: Appraisal, sentence: str) -> bool:
        return entry.act in acts_in(sentence)

    def harms(_entry: Harm, sentence: str) -> bool:
        return "promise" not in acts_in(sentence)

    yield from prove(appraising_words().appraisal, appraises)
    yield from prove(appraising_words().harm, harms)


def faults_of_cues(lay: Lay) -> Iterator[str]:
    """Tell each example a cue misses and each near miss it takes."""

    def sees(cue: Cue, sentence: str) -> bool:
        known = {*cue.lemmas, *_forms(cue)}
        meant = [row for row in read_statements(lay(sentence)) if row.act == cue.act]
        return any(cue.kind == "noun" or row.rule.split("+")[0].partition(":")[2] in known for row in meant)

    yield from prove(cues(), sees)


def faults_of_acts(lay: Lay) -> Iterator[str]:
    """Tell each example in which an act is not read, and each near miss in which it is."""
    yield from prove(
        acts().values(), lambda act, sentence: any(row.act == act.name for row in read_statements(lay(sentence)))
    )


def _forms(cue: Cue) -> Iterator[str]:
    spell = {"verb": verb_forms, "noun": noun_forms}.get(cue.kind)
    for lemma in cue.lemmas:
        yield from spell(lemma) if spell else (lemma,)


def faults_of_triggers(lay: Lay) -> Iterator[str]:
    """Tell each example that an entry misses and each near miss that it takes.

    Args:
        lay: Lays a sentence open as a page, parsed and with mentions and entities read.
    """
    for kind, chapter in chapters().items():
        for trigger in chapter.trigger:
            yield from _faults(trigger.kind or kind, trigger, lay)


def _faults(kind: str, trigger: Trigger, lay: Lay) -> Iterator[str]:
    where = (
        f"triggers/{kind.lower()}.toml, entry of {', '.join((*trigger.verbs, *trigger.nouns, *trigger.adjectives)[:3])}"
    )
    if not trigger.examples:
        yield f"{where}: has no example"
    for sentence in trigger.examples:
        page = lay(sentence)
        seen = [sighting.trigger for each in page.sentences for sighting in sightings_in(page, each)]
        seen.extend(deed.sighting.trigger for each in page.sentences for deed in deeds_in(page, each))
        if trigger not in seen:
            yield f"{where}: not seen in its example {sentence!r}"
        elif not any(deeds_in(page, each) for each in page.sentences):
            yield f"{where}: its example {sentence!r} tells no act"
    for sentence in trigger.never:
        page = lay(sentence)
        if any(deed.sighting.trigger is trigger for each in page.sentences for deed in deeds_in(page, each)):
            yield f"{where}: seen where it must never be, {sentence!r}"
