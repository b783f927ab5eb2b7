"""Verbs as cues: what they report, by the first entry of the list that fits their sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.lexicon.cues import Cue, noun_cues, verb_cues
from dragoman.reading.page import Page
from dragoman.reading.statements.complements import Complement, complement_of, has_to, is_finite_clause
from dragoman.reading.statements.drafts import Draft, cue_stretch, stretch
from dragoman.reading.statements.inversions import inset_of
from dragoman.reading.statements.quotations import Quotations
from dragoman.reading.statements.speakers import can_speak, subjects
from dragoman.reading.syntax import OBJECT_DEPS, SUBJECT_DEPS, Token, is_negated

_GOES_ON = frozenset({"continue", "go", "begin", "start", "come", "keep"})
_MEETS = frozenset({"meet", "confer", "talk", "speak", "write", "phone", "telephone", "convene", "gather"})
_ADDS = frozenset(
    {
        "add",
        "say",
        "note",
        "stress",
        "explain",
        "insist",
        "reiterate",
        "emphasise",
        "emphasize",
        "underline",
        "warn",
        "argue",
    }
)
_ADDS_ON = frozenset({"add", "note", "stress", "reiterate", "emphasise", "emphasize", "underline"})
FEELS = frozenset(
    {"convey", "declare", "emphasise", "emphasize", "express", "extend", "offer", "reaffirm", "reiterate", "renew", "repeat", "state",
     "stress", "underline", "underscore", "voice"}
)  # fmt: skip
_SPEECH = frozenset(
    {"comment", "say", "answer", "discuss", "confirm", "elaborate", "specify", "speak", "respond", "name", "identify", "disclose",
     "reveal", "talk", "give", "provide"}
)  # fmt: skip
_UNREAL = frozenset({"if", "unless", "whether"})
_OF_THE_QUOTED = frozenset({"i", "we", "you"})
_SHORT_QUOTATION = 12  # code points; a single quoted word needs a colon or comma before it to be what was said
_RULES = {
    "that": "clause", "to": "infinitive", "ing": "gerund", "object": "object", "object to": "object-infinitive",
    "name": "name", "as": "as", "passive": "passive",
}  # fmt: skip


class _Seen(NamedTuple):
    """A verb that may be a cue, where it stands, and who would be speaking."""

    verb: Token
    speakers: list[Token]
    page: Page
    quotations: Quotations

    def can_speak(self, *, it: bool = False) -> bool:
        """Tell whether all subjects can speak; 'it' may, where only words can follow."""
        return all(can_speak(self.page, noun) or (it and noun.lower == "it") for noun in self.speakers)


def draft_verb(verb: Token, page: Page, quotations: Quotations) -> Draft | None:
    """Read one verb as a cue; None where it is none, or nobody is seen to speak."""
    entries = verb_cues().get(verb.lower)
    if entries is None or not verb.tag.startswith("VB"):
        return None
    outer = _beside(verb)
    if outer is None and not is_uttered(verb):
        return None
    speakers = subjects(outer or verb)
    if not speakers or speakers[0].lower == "you":
        return None
    if quotations.at(verb.start) and speakers[0].lower in _OF_THE_QUOTED:
        return None
    return next(_readings(_Seen(verb, speakers, page, quotations), entries), None)


def _readings(seen: _Seen, entries: tuple[tuple[str, Cue], ...]) -> Iterator[Draft]:
    """Try the ways of the entries, most telling first."""
    quoting = [(lemma, cue) for lemma, cue in entries if "quote" in cue.frames]
    if quoting and _is_inverted(seen.verb) and (draft := _by_inset(seen, *quoting[0])):
        yield draft
    for lemma, cue in entries:
        if draft := _by_complement(seen, lemma, cue):
            yield draft
    for lemma, cue in quoting:
        if draft := _by_inset(seen, lemma, cue) or _before_quotation(seen, lemma, cue):
            yield draft


def draft_opening(words: list[Token], page: Page) -> Draft | None:
    """Read a participle that opens a sentence, where the parse has lost its hold on what follows.

    'Voicing the readiness of Malta to help, the minister said …': the minister voiced it. Only for
    participles that `draft_verb` cannot read.
    """
    verb, main = words[0], words[0].sentence.root
    entries = verb_cues().get(verb.lower) if verb.lower.endswith("ing") and main.pos == "VERB" else None
    speakers = subjects(main) if entries is not None and main is not verb else []
    comma = next((word for word in reversed(words) if speakers and word.text == "," and word.i < speakers[0].i), None)
    if entries is None or comma is None:
        return None
    said = words[1 : comma.i - verb.i]
    for lemma, cue in entries:
        start = _opened(said, cue)
        if start is not None and len(said) > start + 1 and not cue.topic:
            return Draft(
                lemma=lemma, act=_named_by(said, lemma) or cue.act, rule=f"opening:{lemma}", head=verb,
                cue=(verb.start, said[start - 1].end if start else verb.end),
                spans=[stretch(page, said[start].i, said[-1].i)], speakers=speakers,
            )  # fmt: skip
    return None


def _opened(said: list[Token], cue: Cue) -> int | None:
    """Tell after how many words of an opening phrase what is said begins, if the cue can take it."""
    if not said:
        return None
    if said[0].lower == "that":
        return 0 if "that" in cue.frames or "tell" in cue.frames else None
    if said[0].lower in cue.prepositions:
        return 1
    return 0 if "object" in cue.frames else None


def _named_by(said: list[Token], lemma: str) -> str | None:
    noun = next((word for word in said if word.pos == "NOUN"), None) if lemma in FEELS else None
    named = noun_cues().get(noun.lower) if noun is not None else None
    return named.act if named is not None else None


def is_uttered(verb: Token) -> bool:
    """Tell a verb that reports words from one that only supposes, plans or orders them."""
    helpers = [child for child in verb.children if child.dep in {"aux", "auxpass"}]
    if any(helper.tag == "MD" for helper in helpers):
        return False
    if any(child.dep == "mark" and child.lower in _UNREAL for child in verb.children):
        return False
    if has_to(verb):
        carrier = verb.head.lemma.lower()
        return (verb.dep == "xcomp" and carrier in _GOES_ON) or (verb.dep == "advcl" and carrier in _MEETS)
    if verb.tag == "VB" and not helpers:
        return False
    if verb.tag == "VBN" and not any(
        helper.lemma == "have" or helper.lower in {"'ve", "'s", "has"} for helper in helpers
    ):
        return any(child.dep == "agent" for child in verb.children)
    return verb.dep not in {"amod", "compound"}


def _beside(verb: Token) -> Token | None:
    """Give the cue whose subject a verb shares, when the parse hangs it below what that cue reports."""
    if verb.dep not in {"conj", "advcl"}:
        return None
    for above in verb.ancestors():
        if above.pos == "VERB" and above.lower in verb_cues() and verb.i in stops_below(above):
            return above
    return None


def stops_below(verb: Token) -> frozenset[int]:
    """Give the verbs that hang below a cue by a slip of the parse, though they share its subject.

    'He said measures are needed and added that …', 'He said the deal was dead, adding that …'.
    """
    return frozenset(
        word.i
        for clause in verb.children
        if clause.dep == "ccomp" and clause.i > verb.i
        for word in clause.subtree()
        if word is not clause and _shares_subject(word, verb, clause)
    )


def _shares_subject(word: Token, verb: Token, clause: Token) -> bool:
    if word.pos != "VERB" or word.lower not in verb_cues() or any(child.dep in SUBJECT_DEPS for child in word.children):
        return False
    alike = word.tag == verb.tag or (word.tag == "VBN" and verb.tag == "VBD" and word.lemma in _ADDS_ON)
    if word.dep == "conj" and alike and word.head.i > verb.i:
        finite = next((aux.tag for aux in word.head.children if aux.dep in {"aux", "auxpass"}), word.head.tag)
        return (finite != verb.tag or word.lemma in _ADDS_ON) and word.head in {clause, *clause.children_by("conj")}
    if word.dep == "advcl" and word.tag == "VBG" and word.lemma.lower() in _ADDS:
        words = word.sentence.tokens
        return words[max(0, word.i - words[0].i - 1)].text == ","
    return False


def _is_inverted(verb: Token) -> bool:
    """Tell a verb with a clause before it: what it reports has been said when it comes."""
    clauses = [child for child in verb.children if child.dep == "ccomp"]
    before = [clause for clause in clauses if clause.i < verb.i]
    return bool(before) and (len(before) == len(clauses) or is_finite_clause(before[0]))


def _by_complement(seen: _Seen, lemma: str, cue: Cue) -> Draft | None:
    verb, page = seen.verb, seen.page
    said = complement_of(verb, cue, stops_below(verb))
    if said is None or any(child.lower in cue.not_before for child in verb.children):
        return None
    if cue.speaker and not seen.can_speak(it=said.frame == "that" and "quote" in cue.frames):
        return None
    if (cue.topic and verb.tag == "VBG") or (said.frame == "object" and not _is_said_of(page, said, cue)):
        return None
    return Draft(
        lemma=lemma, act=_felt(page, lemma, said) or cue.act, rule=f"{_RULES.get(said.frame, 'preposition')}:{lemma}", head=verb,
        cue=cue_stretch(verb, said.preposition), spans=[stretch(page, said.first, said.last)], speakers=seen.speakers,
        addressee=said.addressee, negated=_negates(verb, cue, page, said),
    )  # fmt: skip


def _is_said_of(page: Page, said: Complement, cue: Cue) -> bool:
    """Tell whether the object is one of those that a cue asks for, if it asks for any."""
    return not cue.objects or any(
        word.lemma.lower() in cue.objects
        for word in page.tokens[said.first : said.last + 1]
        if word.head.i < said.first
    )


def _felt(page: Page, lemma: str, said: Complement) -> str | None:
    """Give the act that an object names where the verb only voices it: 'expressed readiness to', 'voiced support for'."""
    if lemma not in FEELS or said.frame != "object":
        return None
    words = page.tokens[said.first : said.last + 1]
    head = next((word for word in words if word.dep in OBJECT_DEPS and word.head.i < said.first), None)
    noun = noun_cues().get(head.lower) if head is not None else None
    return noun.act if noun is not None else None


def _negates(verb: Token, cue: Cue, page: Page, said: Complement) -> bool:
    """Tell whether nothing was said: 'did not say', 'refused to comment'."""
    if any(child.dep == "neg" or child.lower == "never" for child in verb.children):
        return True
    words = page.tokens[said.first : said.last + 1]
    return cue.refuses and any(word.lemma.lower() in _SPEECH and word.head is verb for word in words)


def _by_inset(seen: _Seen, lemma: str, cue: Cue) -> Draft | None:
    inset = inset_of(seen.verb, seen.page, seen.quotations)
    if inset is None or (cue.speaker and not seen.can_speak(it=True)):
        return None
    spans = [stretch(seen.page, *part) for part in (inset.before, inset.after) if part is not None]
    around = seen.quotations.at(seen.verb.start)
    if around is not None and not all(around.start <= start and end <= around.end for start, end in spans):
        return None
    return Draft(
        lemma=lemma, act=cue.act, rule=f"inset:{lemma}", head=seen.verb, cue=cue_stretch(seen.verb), spans=spans,
        speakers=seen.speakers, addressee=_told(seen.verb, cue), negated=is_negated(seen.verb),
    )  # fmt: skip


def _told(verb: Token, cue: Cue) -> Token | None:
    return verb.child("dobj", "dative") if "tell" in cue.frames else None


def _before_quotation(seen: _Seen, lemma: str, cue: Cue) -> Draft | None:
    """Read a cue whose clause ends where a quotation begins: 'He said on Monday: “…”'."""
    verb = seen.verb
    following = seen.quotations.between(verb.end, verb.sentence.tokens[-1].end + 3)
    if not following or (cue.speaker and not seen.can_speak()):
        return None
    opening = following[0]
    between = [word for word in seen.page.tokens[verb.i + 1 : verb.i + 40] if word.end <= opening.start]
    if any(word.text == "." or (word.pos == "VERB" and word.tag not in {"VBG", "VBN"}) for word in between):
        return None
    if between[-1].text not in {":", ","} if between else opening.end - opening.start < _SHORT_QUOTATION:
        return None
    return Draft(
        lemma=lemma, act=cue.act, rule=f"quotation:{lemma}", head=verb, cue=cue_stretch(verb),
        spans=[(opening.start, opening.end)], speakers=seen.speakers, addressee=_told(verb, cue),
        negated=is_negated(verb), quotes=True,
    )  # fmt: skip
