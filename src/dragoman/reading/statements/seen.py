"""Statements the network sees, told in the rules' terms: the word that carries the cue, the act, who speaks.

Where both see a statement, the network's words are taken and the rules' understanding of them kept.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.lexicon.cues import Cue, adjective_cues, noun_cues, verb_cues
from dragoman.reading.page import Page
from dragoman.reading.statements.drafts import Draft
from dragoman.reading.statements.running import LOOK_BACK
from dragoman.reading.statements.speakers import subjects
from dragoman.reading.syntax import Sentence, Token, is_negated, is_passive
from dragoman.records import Attributed, Span

SURE_ALONE = frozenset({"label", "according-to"})  # rules that the network's silence does not refute
# Half of what these read alone is wrong, unless the network agrees.
DOUBTFUL_ALONE = frozenset({"adjective", "infinitive", "noun", "passive"})
_QUOTES = frozenset({'"', "“", "«", "„", "``", "''"})
_UNDOING = frozenset({"off", "down"})  # who calls off a visit calls for none
_TELLING = frozenset({"according", ":", "—", "―", "message", "response", "acknowledgment"})
_SEEMING = frozenset({"appear", "happen", "look", "seem", "turn"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LOOSE = " ,;:–—-"
_HELPING = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})
_OWN = ("auxpass", "nsubj", "nsubjpass")  # by what a joined participle is a clause of its own
_LEADING = frozenset({"DT", "IN", "TO", "CC", "PRP$", "POS"})
LIKELY = 0.7  # score from which words are taken for said that no cue introduces
SURE = 0.85  # and for said that are no clause after a cue unknown to the list: most who "award a prize" say nothing
_FUNCTION = frozenset({"ADP", "PART", "AUX", "ADV", "PUNCT", "SCONJ", "DET", "CCONJ"})


class Seen:
    """The network's attributions of a page, to be asked by sentence."""

    def __init__(self, page: Page) -> None:
        self._page = page
        found = page.tags.attributions if page.tags else ()
        self._cued = sorted((one for one in found if one.cue is not None), key=_cue_start)
        self._loose = [one for one in found if one.cue is None and one.score >= LIKELY]

    def drafts(self, sentence: Sentence, ruled: Sequence[Draft]) -> list[Draft]:
        """Give the statements of a sentence, those that the rules read in it set against what the network sees."""
        if self._page.tags is None:
            return list(ruled)
        here = [one for one in self._cued if sentence.start <= _cue_start(one) < sentence.end]
        found = [part for one in here if (draft := self._draft(one, ruled)) for part in _with_resumed(draft)]
        kept = [draft for draft in ruled if not _is_met(draft, here) and self._stands_alone(draft, found)]
        return sorted([*found, *kept], key=lambda draft: (draft.head.i, draft.spans[0]))

    def running(self, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Give what the network takes for said in a paragraph though no cue introduces it, and no statement holds it.

        Who speaks is who spoke last in the paragraph, or nobody known.
        """
        start, end = sentences[0].start, sentences[-1].end
        here = [draft for draft in drafts if start <= draft.head.start < end]
        for one in self._loose:
            first, last = one.contents[0].start, one.contents[0].end
            held = any(low < last and first < high for draft in drafts[-LOOK_BACK:] for low, high in draft.spans)
            words = [] if held or not start <= first < end else self._page.tokens_in(first, last)
            if any(word.tag in _FINITE for word in words) or any(word.text in _QUOTES for word in words[:1]):
                before = [draft for draft in here if draft.reach <= first]
                speakers = self._speakers(one.source) or (before[-1].speakers if before else [])
                yield Draft(
                    lemma="say", act="say", rule="running", head=words[0], cue=None, spans=[(first, last)],
                    speakers=speakers, named=self._named(one.source), score=one.score,
                )  # fmt: skip

    def _draft(self, seen: Attributed, ruled: Sequence[Draft]) -> Draft | None:
        cue, source = seen.cue, seen.source
        words = self._page.tokens_in(cue.start, cue.end) if cue else []
        if cue is None or not words:
            return None
        spans = [(span.start, self._whole_name(span.end)) for span in seen.contents]
        like = next((draft for draft in ruled if _meets(draft.cue, cue)), None)
        if like is not None and like.rule == "label":
            return replace(like, rule="label+seen", score=seen.score)  # a turn of talk ends with its paragraph
        if like is not None and (self._breaks_off(spans[-1]) or self._page.zone_at(cue.start) == "title"):
            spans = like.spans  # titles leave out words that the network waits for
        speakers = self._speakers(source)
        named = self._named(source)
        told = _undergoing(like.head if like is not None else _head_of(words)[0])
        if told is not None and speakers and speakers[0] in told.subtree():
            speakers, named = [], None  # 'the envoy was told that': he is who hears it
        if like is not None:
            is_owned = like.rule.startswith("noun")  # 'denials by Norway' says whose they are
            own = like.speakers if is_owned or not speakers or like.speakers[0] in speakers else speakers
            named = named if speakers and not is_owned else like.named
            return replace(like, rule=f"{like.rule}+seen", spans=spans, speakers=own, named=named, score=seen.score)
        head, entry = _head_of(words)
        if speakers and _is_nobody(speakers[0], head):
            return None
        heard = told if entry is not None and "tell" in entry.frames else None
        if entry is None and seen.score < SURE and not self._is_clause(spans):
            return None  # 'signed the charter' does something and says nothing
        return Draft(
            lemma=head.lemma.lower(), act=entry.act if entry else self._act(head, spans), rule=f"seen:{head.lemma.lower()}", head=head,
            cue=(cue.start, cue.end), spans=spans, speakers=speakers or _subjects(head), named=named, addressee=heard,
            negated=is_negated(head), score=seen.score,
        )  # fmt: skip

    def _act(self, head: Token, spans: Sequence[tuple[int, int]]) -> str:
        """Give the act of words after a cue unknown to the list: said where they are quoted, else an attitude told."""
        first = self._page.tokens_in(*spans[0])[:1]
        is_told = head.lower in _TELLING or any(word.text in _QUOTES or word.lower == "that" for word in first)
        return "say" if is_told else "express"

    def _named(self, source: Span | None) -> tuple[int, int] | None:
        """Give the words of a source without loose marks at its end, unless they break off."""
        if source is None or self._breaks_off((source.start, source.end)):
            return None
        end = source.start + len(self._page.text[source.start : source.end].rstrip(_LOOSE))
        return (source.start, end) if source.start < end else None

    def _speakers(self, source: Span | None) -> list[Token]:
        """Give the word that heads the words of a source, or its last name where the parse has lost its hold."""
        if source is None:
            return []
        words = self._page.tokens_in(source.start, source.end)
        inside = {word.i for word in words}
        heads = [
            word for word in words if word.pos not in _FUNCTION and (word.head is word or word.head.i not in inside)
        ]
        if words and self._page.group_of(self._page.actor_mention(words[-1])):
            return words[-1:]  # 'Azeri, Iranian and Russian foreign ministers' are three, whatever hangs on what
        named = [word for word in heads if self._page.actor_mention(word)]
        return (named or heads or words)[:1]

    def _is_clause(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Tell whether words are more than a name for a thing: a clause, or a quotation."""
        words = [word for span in spans for word in self._page.tokens_in(*span)]
        return any(word.pos in {"VERB", "AUX"} for word in words) or any(word.text in _QUOTES for word in words[:1])

    def _whole_name(self, end: int) -> int:
        """Give where the name or day ends that words would stop in: not 'on April' but 'on April 5'."""
        over = self._page.tokens_in(end - 1, end) or self._page.tokens_in(end, end + 2)
        cut = [mention.end for word in over for mention in self._page.mentions_at(word) if mention.start < end]
        return max([end, *cut])

    def _breaks_off(self, span: tuple[int, int]) -> bool:
        """Tell words that stop before what they lead to: '… member states of the'."""
        words = self._page.tokens_in(*span)
        return not words or words[-1].tag in _LEADING

    def _stands_alone(self, draft: Draft, found: Iterable[Draft]) -> bool:
        """Tell whether a statement that only the rules see is kept: in a title, by a sure rule, within another's words or clear of them."""
        if draft.rule.partition(":")[0] in SURE_ALONE or self._page.zone_at(draft.head.start) == "title":
            return True
        if draft.rule.partition(":")[0] in DOUBTFUL_ALONE:
            return False
        said = [span for other in found for span in other.spans]
        inside = any(start <= draft.head.start < end for start, end in said)
        apart = not any(start < last and first < end for start, end in said for first, last in draft.spans)
        return inside or apart


def _with_resumed(draft: Draft) -> Iterator[Draft]:
    """Give what is said in sentences after that of the cue as statements of their own: '“No,” she said. “We shall stay.”'."""
    end = draft.head.sentence.end
    later = [span for span in draft.spans if span[0] >= end]
    if not later or len(later) == len(draft.spans):
        yield draft
        return
    yield replace(draft, spans=[span for span in draft.spans if span[0] < end])
    for span in later:
        yield replace(draft, rule="resumed+seen", act="say", cue=None, spans=[span])


def _cue_start(seen: Attributed) -> int:
    return seen.cue.start if seen.cue else -1


def _meets(cue: tuple[int, int] | None, other: Span) -> bool:
    return cue is not None and cue[0] < other.end and other.start < cue[1]


def _is_met(draft: Draft, seen: Iterable[Attributed]) -> bool:
    return any(one.cue is not None and _meets(draft.cue, one.cue) for one in seen)


def _head_of(words: Sequence[Token]) -> tuple[Token, Cue | None]:
    """Give the word of a cue that the list of cues knows, with what it knows, or else its last full word."""
    for word in words:
        for entry in _entries(word):
            return word, entry
    full = [word for word in words if word.pos not in _FUNCTION]
    return (full or list(words))[-1], None


def _entries(word: Token) -> Iterator[Cue]:
    if word.pos in {"VERB", "AUX"} and not any(child.lower in _UNDOING for child in word.children_by("prt")):
        yield from (cue for _, cue in verb_cues().get(word.lower, ()))
    elif word.pos == "NOUN" and (noun := noun_cues().get(word.lower)) is not None:
        yield noun
    elif word.pos == "ADJ" and (adjective := adjective_cues().get(word.lower)) is not None:
        yield adjective


def _undergoing(cue: Token) -> Token | None:
    """Give the subject of a passive cue: whom it is said to or of, never who says it; 'is concerned that' is no passive."""
    verb: Token = cue
    while verb.tag == "VBN" and verb.dep == "conj" and verb.child(*_OWN) is None:
        verb = verb.head
    if cue.tag == "VBN" and cue.dep == "advcl" and not any(child.dep in _HELPING for child in cue.children):
        return cue.head.child("nsubj", "nsubjpass")  # 'the ministry was silent when pressed for details'
    return verb.child("nsubjpass") if is_passive(verb) and cue.lower not in adjective_cues() else None


def _is_nobody(subject: Token, cue: Token) -> bool:
    """Tell the 'it' that stands for nobody: 'it seems that', 'it is hard to tell whether'."""
    is_led_to = cue.tag == "VB" and subject.head is not cue and any(child.lower == "to" for child in cue.children)
    return subject.lower == "it" and (subject.dep == "expl" or cue.lemma.lower() in _SEEMING or is_led_to)


def _subjects(head: Token) -> list[Token]:
    return subjects(head)[:1] if head.pos == "VERB" else []
