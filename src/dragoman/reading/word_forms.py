"""Part of speech and lemma of parsed words, from memory where the same word has been seen so tagged.

In spaCy's English pipelines both follow by rule from the word, its tag and its label in the tree,
and for some ten pairs ("let's", "gonna", "there is") from the word beside it. The rules are the
pipeline's own and cost a third of the parse; each case is put to them once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

RULES = ("attribute_ruler", "lemmatizer")
_REMEMBERED = 1 << 17  # runs of words
_LISTS = "lemma_index"  # words in the dictionary, by part of speech
_ANY = "dep"  # stands for each label that no rule asks of a word

Word = tuple[int, int, int]  # numbers of the word as written, its tag and its label
Run = tuple[Word, ...]  # one word, or several whose forms hang together


class Form(NamedTuple):
    """What kind of word it is, and its entry in a dictionary."""

    pos: str
    lemma: str


class WordForms:
    """A pipeline's rules of word forms, put to use once for the same words.

    Args:
        pipeline: A spaCy pipeline that has the components `RULES`, whether it runs them or not.
    """

    def __init__(self, pipeline: Any) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy takes a second to load, and not all need it

        tagging, lemmatizing = (pipeline.get_pipe(name) for name in RULES)
        self._lemmatizer = _quicker(lemmatizing)
        self._rules = (tagging, self._lemmatizer)
        self._vocab = pipeline.vocab
        patterns = [pattern for rule in tagging.patterns for pattern in rule["patterns"]]
        self._labelled = [(_named(part["DEP"]), part) for pattern in patterns for part in pattern if "DEP" in part]
        self._named = frozenset(chain.from_iterable(labels for labels, _ in self._labelled))
        self._seconds = [part for pattern in patterns for part in pattern[1:]]
        self._pairs = Matcher(self._vocab)
        self._pairs.add("pairs", [pattern for pattern in patterns if len(pattern) > 1])
        self._second: dict[int, bool] = {}
        self._found: dict[Run, tuple[Form, ...]] = {}

    def of(self, document: Any) -> list[Form]:
        """Give the form of each word of a document that is tagged and parsed."""
        if len(self._found) > _REMEMBERED:
            self._forget()
        words = list(zip(*document.to_array(("ORTH", "TAG", "DEP")).T.tolist(), strict=True))
        runs = list(_runs(words, self._joined(document, words)))
        new = [run for run in dict.fromkeys(runs) if run not in self._found]
        if new:
            self._learn(new)
        return list(chain.from_iterable(map(self._found.__getitem__, runs)))

    def _forget(self) -> None:
        """Begin anew, so that memory does not grow with what is read."""
        self._found.clear()
        self._second.clear()
        self._lemmatizer.cache.clear()

    def _joined(self, document: Any, words: Sequence[Word]) -> frozenset[int]:
        """Give the places of words whose form hangs together with that of the word before."""
        places = [place for place, word in enumerate(words) if place and self._may_be_second(word[0])]
        return frozenset(place for place in places if self._pairs(document[place - 1 : place + 1], allow_missing=True))

    def _may_be_second(self, word: int) -> bool:
        """Tell whether some pair ends in a word."""
        if word not in self._second:
            seen = {"LOWER": self._vocab.strings[word].lower()}
            self._second[word] = any(_may_be(part, seen) for part in self._seconds)
        return self._second[word]

    def _learn(self, new: Sequence[Run]) -> None:
        """Put runs to the rules, those alike to the rules as one."""
        plain = {run: tuple(self._plain(word) for word in run) for run in new}
        asked = [run for run in dict.fromkeys(plain.values()) if run not in self._found]
        self._found.update(zip(asked, self._ask(asked), strict=True))
        self._found.update((run, self._found[plain[run]]) for run in new)

    def _plain(self, word: Word) -> Word:
        """Put one label for all that no rule asks of a word so written and tagged."""
        form, tag, label = (self._vocab.strings[number] for number in word)
        if label in self._named:
            seen = {"LOWER": form.lower(), "TAG": tag}
            if any(label in labels and _may_be(part, seen) for labels, part in self._labelled):
                return word
        return (*word[:2], self._vocab.strings.add(_ANY))

    def _ask(self, runs: Sequence[Run]) -> Iterator[tuple[Form, ...]]:
        """Lay runs out as one document, what could pair with the run before it set apart, and let the rules read it."""
        from spacy.tokens import Doc  # noqa: PLC0415 - as above

        apart = tuple(self._vocab.strings.add(name) for name in ("|", "NFP", _ANY))
        words: list[Word] = []
        places: list[int] = []
        for run in runs:
            words.extend([apart] if self._may_be_second(run[0][0]) else [])
            places.extend(range(len(words), len(words) + len(run)))
            words.extend(run)
        document = Doc(self._vocab, words=[word for word, _, _ in words])
        document.from_array(["TAG", "DEP"], np.array([word[1:] for word in words], dtype=np.uint64).reshape(-1, 2))
        for rule in self._rules:
            document = rule(document)
        forms = (Form(document[place].pos_, document[place].lemma_) for place in places)
        return (tuple(next(forms) for _ in run) for run in runs)


@lru_cache(maxsize=2)
def word_forms(pipeline: Any) -> WordForms:
    """Give the forms of a pipeline's words, one memory a pipeline."""
    return WordForms(pipeline)


def _quicker(lemmatizer: Any) -> Any:
    """Give a lemmatizer of the same rules that looks words up in sets where its own searches through lists."""
    from spacy.lookups import Lookups  # noqa: PLC0415 - as above

    lookups = Lookups()
    for name in lemmatizer.lookups.tables:
        table = lemmatizer.lookups.get_table(name)
        words = {pos: frozenset(listed) for pos, listed in table.items()} if name == _LISTS else table
        lookups.add_table(name, words)
    quicker = type(lemmatizer)(lemmatizer.vocab, lemmatizer.model, mode=lemmatizer.mode, overwrite=lemmatizer.overwrite)
    quicker.initialize(lookups=lookups)
    return quicker


def _runs(words: Sequence[Word], joined: frozenset[int]) -> Iterator[Run]:
    """Cut words before each that does not hang together with the one before."""
    if not joined:
        yield from zip(words)
        return
    first = 0
    for place in range(1, len(words) + 1):
        if place not in joined:
            yield tuple(words[first:place])
            first = place


def _may_be(part: Mapping[str, Any], seen: Mapping[str, str]) -> bool:
    """Tell whether a rule's part may hold of a word, as far as is seen of it; its label is left open."""
    return all(_allows(part[name], seen[name]) for name in ("LOWER", "TAG") if name in part and name in seen)


def _allows(asked: Any, value: str) -> bool:
    if isinstance(asked, str):
        return asked == value
    if "REGEX" in asked:
        return re.search(asked["REGEX"], value) is not None
    return value in asked["IN"] if "IN" in asked else value not in asked.get("NOT_IN", ())


def _named(asked: Any) -> frozenset[str]:
    """Give the labels that a rule names: all others are alike to it."""
    return frozenset((asked,) if isinstance(asked, str) else chain.from_iterable(asked.values()))
