"""Words that tell an act: entries of the code book found in the trees of a report."""

from collections.abc import Iterator, Sequence

from dragoman.lexicon.triggers import Trigger, classes, expanded
from dragoman.reading.clauses import Frame
from dragoman.reading.events.company import Entry, any_fits, entries, is_plural
from dragoman.reading.events.modality import standing_of
from dragoman.reading.events.parties import is_among, is_listed, is_reciprocal, words_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence, Token, is_negated, subjects_of

_OURSELVES = frozenset({"i", "we", "one", "there"})  # 'we must' asks nothing of another
_ASKED = frozenset({"ready", "prepared", "willing", "accountable", "responsible", "patient", "careful"})
_ASKED_READY = frozenset({"prepare", "prepared", "ready"})
_DUTIES = {"must": frozenset({"must"}), "should": frozenset({"should", "ought"})}
_MISREAD = {"fin": "fine", "stag": "stage", "wag": "wage"}  # what the parser makes of 'fined', 'staged', 'waged'
_FUTURE_AUX = frozenset({"will", "would", "wo", "'ll", "shall"})


class Sighting:
    """An entry of the code book seen at a token, with the frame it was read from."""

    __slots__ = ("frame", "kind", "token", "trigger")

    def __init__(self, kind: str, trigger: Trigger, frame: Frame) -> None:
        self.kind = kind
        self.trigger = trigger
        self.frame = frame
        self.token = frame.token

    def __repr__(self) -> str:
        return f"{self.kind}:{self.token.text}"


def sightings_in(page: Page, sentence: Sentence) -> Iterator[Sighting]:
    """Give the most particular fitting entry at each token of a sentence, in order."""
    for token in sentence.tokens:
        if token.pos in entries():
            found = sighting_at(page, token)
            if found:
                yield found


def sighting_at(page: Page, token: Token) -> Sighting | None:
    """Give the most particular entry that fits at a token."""
    known = _entries_of(token)
    return next(_fitting(page, token, known), None) if known else None


def sightings_at(page: Page, token: Token) -> Iterator[Sighting]:
    """Give the entries that fit at a token, the most particular first."""
    return _fitting(page, token, _entries_of(token))


def _fitting(page: Page, token: Token, known: Sequence[Entry]) -> Iterator[Sighting]:
    if not known or (token.pos in {"NOUN", "PROPN"} and _is_within_name(page, token)):
        return
    frame = Frame(token)
    for entry in known:
        if _fits(page, entry, frame):
            yield Sighting(entry.kind, entry.trigger, frame)


def _is_within_name(page: Page, token: Token) -> bool:
    """Tell whether a noun is part of a name: the Security Dialogue is a body and no talks."""
    return any(mention.kind in {"body", "person", "office", "place"} for mention in page.mentions_at(token))


def _entries_of(token: Token) -> tuple[Entry, ...]:
    table = entries().get(token.pos)
    if table is None:
        return ()
    lemma = token.lemma.lower()
    if token.pos in {"NOUN", "PROPN"}:
        for child in token.children:
            if child.dep == "compound" and child.i == token.i - 1:
                found = table.get(f"{child.lower} {lemma}")
                if found:
                    return found
    return table.get(_MISREAD.get(lemma, lemma), ())


def _fits(page: Page, entry: Entry, frame: Frame) -> bool:
    trigger = entry.trigger
    if (trigger.negated and not is_negated(frame.token)) or (trigger.done and is_negated(frame.token)):
        return False
    if not _fits_words_after(page, entry, frame) or (
        trigger.objects and not any_fits(page, frame.objects, entry.objects)
    ):
        return False
    if trigger.subjects and not _fits_subjects(page, entry, frame):
        return False
    if trigger.object_of and not any_fits(page, _of(frame, trigger), entry.object_of):
        return False
    if _is_forbidden(page, entry, frame) or (trigger.plural and not is_plural(frame.subjects)):
        return False
    return _stands(trigger, frame.token) and _fits_clause(page, trigger, frame)


def _stands(trigger: Trigger, token: Token) -> bool:
    """Tell whether an act lies ahead or is done, as its entry wants."""
    if not (trigger.ahead or trigger.done):
        return True
    standing = standing_of(token)
    return standing is not None and standing.modality == ("planned" if trigger.ahead else "actual")


def _of(frame: Frame, trigger: Trigger) -> list[Token]:
    return frame.under("of") if trigger.nouns or frame.objects else []


def _fits_words_after(page: Page, entry: Entry, frame: Frame) -> bool:
    trigger, preps = entry.trigger, frame.preps
    if trigger.not_after and any(word in preps for word in trigger.not_after):
        return False
    if not trigger.after:
        return True
    present = [word for word in trigger.after if word in preps]
    if not present and not is_any_reciprocal(frame):
        return False
    if trigger.direct and not any(child.lower in trigger.after for child in frame.token.children):
        return False
    return not trigger.after_nouns or any(any_fits(page, preps[word], entry.after_nouns) for word in present)


def is_any_reciprocal(frame: Frame) -> bool:
    """Tell whether what is done is done to each other."""
    others = [noun for noun in frame.objects if noun.lower in {"another", "other"}]
    each = bool(others) and any(child.lower == "each" for noun in frame.subjects for child in noun.children)
    return any(is_reciprocal(noun) or (each and noun.lower == "other") for noun in others)


def _is_forbidden(page: Page, entry: Entry, frame: Frame) -> bool:
    trigger, clause = entry.trigger, frame.clause
    if trigger.unless:
        below = (noun for word in trigger.after for noun in frame.under(word))
        if any_fits(page, [*frame.objects, *below], entry.unless):
            return True
    if trigger.unless_clause and (clause is not None or frame.token.child("oprd") is not None):
        return True
    return bool(trigger.unless_clause_verbs) and clause is not None and clause.lemma in trigger.unless_clause_verbs


def _fits_subjects(page: Page, entry: Entry, frame: Frame) -> bool:
    trigger = entry.trigger
    if frame.subjects:
        return any_fits(page, frame.subjects, entry.subjects) or any_fits(
            page, _said_of_themselves(frame), entry.subjects
        )
    if not trigger.evidence:
        return not frame.is_passive or bool(trigger.objects)
    words = {
        token.lemma.lower() for token in frame.token.sentence.tokens if token.lemma != "fire" or token.pos == "NOUN"
    }
    return bool(words & expanded(trigger.evidence)[0]) and not words & expanded(("@accident",))[0]


def _said_of_themselves(frame: Frame) -> list[Token]:
    """Give who says what 'it' did: 'the army said it had shelled the town' → the army."""
    verb = frame.token
    if not any(noun.pos == "PRON" and noun.lower in {"it", "they"} for noun in frame.subjects):
        return []
    while verb.dep == "conj" and verb.head.pos == "VERB":
        verb = verb.head
    if verb.dep != "ccomp" or verb.head.pos != "VERB":
        return []
    speakers = subjects_of(verb.head)
    return [*speakers, *(inner for noun in speakers for inner in noun.under("for", "of"))]


def _fits_clause(page: Page, trigger: Trigger, frame: Frame) -> bool:
    if trigger.clause_adjective or trigger.judged:
        return _fits_judgement(trigger, frame)
    if not trigger.clause:
        return True
    clause = frame.clause
    if trigger.clause == "other" and clause is not None:
        clause = frame.clause = next((each for each in _clauses(clause) if _has_in_clause(page, trigger, each)), clause)
    undone = trigger.clause == "promise" and frame.is_passive  # 'is scheduled to' undertakes nothing itself
    if clause is None or undone or not _is_clause(trigger.clause, clause):
        return False
    if not _has_in_clause(page, trigger, clause):
        return False
    return _fits_act_inside(page, trigger, clause)


def _clauses(first: Token) -> list[Token]:
    """Give a clause and those joined to it that have a subject of their own: 'that it rained and that Chad had lied'."""
    joined = (each for each in first.conjuncts()[1:] if each.child("nsubj", "nsubjpass") is not None)
    return [first, *joined]


def _has_in_clause(page: Page, trigger: Trigger, clause: Token) -> bool:
    if trigger.clause_verbs and clause.lemma.lower() not in trigger.clause_verbs:
        return False
    if trigger.clause_objects and not any_fits(page, Frame(clause).objects, expanded(trigger.clause_objects)):
        return False
    return not trigger.clause_words or _tells_wrong(page, trigger, clause)


def _tells_wrong(page: Page, trigger: Trigger, clause: Token) -> bool:
    """Tell a clause that turns on one of an entry's words, and tells no act by itself: 'had violated', 'pursues a policy of blackmail'."""
    if sighting_at(page, clause) is not None:
        return False
    inner = clause.children_by("xcomp")
    things = [noun for verb in (clause, *inner) for noun in Frame(verb).objects]
    meant = [
        word
        for noun in things
        for child in noun.children
        if child.lower == "of"
        for word in child.children_by("pobj", "pcomp")
    ]
    said = (
        *things,
        *(child for noun in things for child in noun.children_by("amod")),
        *(word for each in meant for word in each.conjuncts()),
    )
    listed = expanded(trigger.clause_words)[0]
    return any(is_listed(word, listed) for word in (clause, *inner, *said))


def _fits_judgement(trigger: Trigger, frame: Frame) -> bool:
    if trigger.clause_adjective:
        return _says_of_object(trigger.clause_adjective, frame.token)
    return bool(_judgements(frame) & expanded(trigger.judged)[0])


def _says_of_object(adjective: str, verb: Token) -> bool:
    near = [*verb.children, *(inner for child in verb.children for inner in child.children)]
    return any(token.lower == adjective for token in near)


def _judgements(frame: Frame) -> set[str]:
    """Give what is said of the object: 'called the step irresponsible', 'described it as a crime', 'said it was wrong'."""
    verb = frame.token
    said = verb.children_by("oprd", "acomp", "attr")
    said.extend(noun for noun in frame.objects[1:] if noun.dep in {"dobj", "oprd"})
    said.extend(child for noun in frame.objects for child in noun.rights if child.dep in {"amod", "oprd", "acl"})
    said.extend(frame.under("as"))
    clause = frame.clause
    if clause is not None and clause.lemma == "be" and clause.dep == "ccomp" and not is_negated(clause):
        said.extend(clause.children_by("acomp", "attr"))
    elif clause is not None and verb.lemma in {"call", "deem", "consider", "brand"}:
        said.append(clause)
    return {form for each in said for inner in each.conjuncts() for form in words_of(inner)}


def _fits_act_inside(page: Page, trigger: Trigger, clause: Token) -> bool:
    if not (trigger.clause_known or trigger.clause_kinds):
        return True
    inner = sighting_at(page, clause)
    if trigger.clause_kinds:
        return inner is not None and inner.kind in trigger.clause_kinds and not is_negated(clause)
    return inner is not None or clause.lemma.lower() in classes()["cooperating"]


def _can_be_asked(doer: Token) -> bool:
    """Tell a name, or 'the neighbours', of whom it is said that they should do something."""
    is_body = is_among(doer, "institution") and not is_among(doer, "office_holder")
    return doer.pos == "PROPN" or (doer.pos == "NOUN" and is_body)


def _is_ready(clause: Token) -> bool:
    """Tell that somebody is ready for a blow: 'it was prepared to strike'."""
    said = clause.child("acomp") if clause.lemma == "be" and not is_negated(clause) else clause
    if said is None or said.lemma.lower() not in _ASKED_READY:
        return False
    deed = said.child("xcomp")
    return deed is not None and deed.lemma in classes()["hostile"] | {"use", "defend", "act"}


def _has_to(clause: Token) -> bool:
    """Tell what another by name has to do, or needs to: 'Chad would have to withdraw'; what they had to do is done."""
    below = clause.child("xcomp")
    if any(child.lower == "yet" or child.dep == "dobj" for child in clause.children):
        return False  # 'has yet to decide', 'needs others to decide'
    if below is not None and below.child("nsubj") is not None:
        return False
    is_duty = clause.lemma in {"have", "need"} and clause.tag in {"VB", "VBZ", "VBP"} and below is not None
    return is_duty and all(doer.pos == "PROPN" for doer in clause.children_by("nsubj", "nsubjpass"))


def _is_clause(sort: str, clause: Token) -> bool:  # noqa: PLR0911 - one a sort
    auxiliaries = {child.lower for child in clause.children if child.dep in {"aux", "auxpass", "mark"}}
    infinitive = "to" in auxiliaries and clause.tag == "VB"
    if sort == "should" and not any(map(_can_be_asked, clause.children_by("nsubj", "nsubjpass"))):
        return False
    match sort:
        case "promise":
            own = clause.child("nsubj", "nsubjpass")
            is_theirs = (
                own is None or own.pos == "PRON" or clause.head.lemma != "agree"
            )  # not 'agree that others would'
            undertakes = clause.i > clause.head.i and is_theirs
            return infinitive or (undertakes and bool(auxiliaries & _FUTURE_AUX))
        case "ask":
            asks_how = any(child.tag in {"WRB", "WP"} for child in clause.children)
            bare = clause.tag == "VB" and not auxiliaries and clause.child("nsubj", "nsubjpass") is not None
            return not asks_how and (infinitive or bare)
        case "another":
            return infinitive and clause.child("nsubj", "nsubjpass") is not None
        case "that":
            return infinitive or (clause.tag == "VB" and not auxiliaries) or bool(auxiliaries & {"must", "should"})
        case "ready" | "refuse" | "threat":
            return _is_ready(clause) if sort == "ready" else infinitive
        case "own":
            own = clause.child("nsubj")
            return own is not None and own.pos == "PRON" and bool(auxiliaries & _FUTURE_AUX) and not is_negated(clause)
        case "other":
            doer = clause.child("nsubj")
            is_so = clause.dep in {"ccomp", "conj"} and clause.i > clause.head.i and not is_negated(clause)
            sure = not auxiliaries & (
                _FUTURE_AUX | {"could", "may", "might", "can", "to", "must", "should", "if", "whether"}
            )
            return is_so and sure and doer is not None and doer.pos in {"PROPN", "NOUN"}
        case "must" | "should" | "would":
            wanted = _DUTIES.get(sort, _FUTURE_AUX | {"could", "may"})
            asked = not any(child.lower in _OURSELVES for child in clause.children_by("nsubj", "nsubjpass"))
            said = clause.child("acomp", "attr") if clause.lemma == "be" else None  # 'must be fair'
            is_state = said is not None and said.lemma not in _ASKED
            is_asked = bool(auxiliaries & wanted) or (sort == "must" and _has_to(clause))
            return asked and not is_state and clause.dep == "ccomp" and is_asked
        case _:  # a consequence: somebody named will do something
            subject = clause.child("nsubj")
            acting = subject is not None and subject.pos in {"PROPN", "PRON"}
            return acting and bool(auxiliaries & (_FUTURE_AUX | {"could", "may"}))
