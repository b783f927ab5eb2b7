"""The frame of a verb: who does it, to what, under which prepositions, with which clause after it."""

from dragoman.lexicon.modality import words
from dragoman.lexicon.triggers import classes
from dragoman.reading.syntax import OBJECT_DEPS, Token, subjects_of

RELATIVE = frozenset({"who", "whom", "which", "that"})
_PREPOSITIONAL = frozenset({"prep", "dative", "agent", "prt"})
_SAKES = frozenset({"favour", "favor", "support", "defence", "defense", "front"})  # 'in favour of' is one preposition
_PARTICLES = frozenset({"home", "down", "aside", "out", "up", "off", "away", "back", "together"})
_TEXTS = frozenset(
    {
        "statement",
        "report",
        "letter",
        "message",
        "speech",
        "tweet",
        "declaration",
        "communique",
        "note",
        "article",
        "paper",
        "petition",
        "video",
        "order",
        "decree",
        "directive",
        "law",
        "bill",
        "resolution",
    }
)
_TAKING = OBJECT_DEPS - {"dative", "iobj"}
_BECOMING = _TAKING | {"attr"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAYING = frozenset(
    {"say", "believe", "claim", "allege", "think", "suspect", "report", "insist", "admit", "acknowledge"}
)
_TELLING = frozenset(
    {"say", "add", "tell", "note", "state", "stress", "warn", "argue", "explain", "declare", "announce"}
)
_SPOKEN = frozenset({
    "accuse", "add", "appeal", "ask", "back", "blame", "call", "condemn", "congratulate", "criticise", "criticize", "demand", "denounce",
    "express", "hail", "invite", "note", "offer", "pledge", "praise", "promise", "reject", "reiterate", "request", "stress", "support", "thank",
    "threaten", "underline", "urge", "voice", "vow", "warn", "welcome",
})  # fmt: skip
_WHILE = frozenset({"when", "if", "once", "though", "although", "unless", "until", "where"})
_DONE_TO = frozenset({
    "abduct", "arrest", "charge", "convict", "deport", "detain", "evacuate", "expel", "free", "indict", "injure", "jail", "kidnap", "kill", "release",
    "sentence", "wound",
})  # fmt: skip
_WHEREIN = frozenset({"where", "when", "why", "how"})
_BESIDE = frozenset({"conj", "appos"})
_MEASURES = frozenset({
    "spate", "wave", "series", "round", "string", "number", "dozen", "hundred", "thousand", "million", "billion", "shipment", "package",
    "batch", "ton", "tonne", "barrage", "score", "lot", "worth", "amount", "group", "plan", "half", "some", "most", "all", "rest", "part", "bulk", "remainder", "third", "quarter", "percent", "piece", "$", "€", "£",
})  # fmt: skip


class Frame:
    """The places around a verb, noun or adjective that may name who takes part.

    Attributes:
        subjects: Heads of those who do it; of a passive those after 'by'.
        objects: Heads of what it is done to; of a passive its grammatical subjects.
        datives: Heads of those it is done for, without a preposition.
        clause: The verb of the clause that completes it.
        preps: Preposition or particle → the heads under it, of the verb, its object or its particle.
    """

    __slots__ = ("clause", "datives", "is_passive", "objects", "preps", "subjects", "token")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.preps: dict[str, list[Token]] = {}
        self.is_passive = _is_passive(token)
        if token.pos in {"VERB", "AUX"}:
            self._take_verb(token)
        else:
            self._take_other(token)
        below = [inner for holder in (token, *_as_one(self.objects)) for inner in self._take_prepositions(holder)]
        for inner in below:  # what hangs lower counts only where nothing hangs higher
            if inner.lower not in self.preps:
                self.preps[inner.lower] = _under(inner)

    def _take_verb(self, verb: Token) -> None:
        doers = _grammatical_subjects(verb)
        sought = _relative_beside(doers)  # 'whom Norway blames', read as a second subject
        shared = _said_of(verb) or [_antecedent(noun, verb) for noun in doers if noun not in sought]
        own = [
            _antecedent(noun, verb)
            for child in (*sought, *verb.children_by(*_taken_by(verb)))
            for noun in child.conjuncts()
            if not _opens_clause(noun)
        ]
        agents = [noun for by in verb.children_by("agent") for each in by.conjuncts() for noun in _under(each)]
        self.subjects = opened(agents if self.is_passive else shared)
        self.objects = opened([*shared, *own] if self.is_passive else own or _object_of_relative(verb))
        self.datives = [
            noun
            for child in verb.children_by("dative", "iobj")
            if child.pos not in {"ADP", "PART"}
            for noun in child.conjuncts()
        ]
        if not self.is_passive and len(own) > 1 and not self.datives and not _coordinated(own):
            self.datives, self.objects = self.objects[:1], self.objects[1:]
        self.clause = verb.child("xcomp", "ccomp") or _infinitive_of(self.objects)

    def _take_other(self, token: Token) -> None:
        head = token.head
        copular = token.dep in {"acomp", "attr", "oprd", "ccomp"} and head.lemma in {
            "be",
            "remain",
            "seem",
            "stay",
            "become",
        }
        self.subjects = subjects_of(head) if copular else []
        if not self.subjects and token.pos == "ADJ":  # in headlines: 'Iran ready to help'
            own = [child for child in token.children_by("nsubj", "compound", "nmod", "npadvmod") if child.i < token.i]
            self.subjects = own or ([head] if token.dep == "amod" else [])
        self.objects = []
        self.datives = []
        self.clause = token.child("xcomp", "ccomp", "acl")

    def _take_prepositions(self, holder: Token) -> list[Token]:
        """Take what hangs on a word, and give the prepositions that hang lower."""
        below: list[Token] = []
        for child in (*holder.children, *_right_after(holder)):
            if child.dep == "advmod" and child.lower in _PARTICLES:
                self.preps.setdefault(child.lower, [])
            if _is_for_his_part(child):
                continue
            if child.dep not in _PREPOSITIONAL or (child.dep == "dative" and child.pos not in {"ADP", "PART"}):
                continue
            nouns = _under(child)
            self.preps.setdefault(child.lower, []).extend(nouns)
            below.extend(inner for inner in child.children if inner.dep == "prep" and child.lower != "according")
            below.extend(
                inner
                for noun in nouns[:1]
                for inner in noun.children
                if inner.dep == "prep" and (inner.lower != "of" or noun.lower in _SAKES) and noun.lower != "interview"
            )
        return below

    def under(self, preposition: str) -> list[Token]:
        """Give the heads under a preposition."""
        return self.preps.get(preposition, [])


def _right_after(noun: Token) -> list[Token]:
    """Give the preposition that stands right after the second of two nouns, where the parser hung it on the first."""
    if noun.dep != "conj" or noun.pos not in {"NOUN", "PROPN"}:
        return []
    return [child for child in noun.head.children if child.i == noun.i + 1 and child.dep == "prep"]


def _is_for_his_part(preposition: Token) -> bool:
    return preposition.lower == "for" and any(
        noun.lower == "part" and noun.child("poss") is not None for noun in preposition.children_by("pobj")
    )


def _infinitive_of(objects: list[Token]) -> Token | None:
    """Give the infinitive that completes an object: 'expressed readiness to help'."""
    for noun in objects[:1]:
        for child in noun.children_by("acl", "advcl"):
            if child.tag == "VB":
                return child
    return None


def _under(preposition: Token) -> list[Token]:
    nouns = preposition.children_by("pobj", "dobj", "obj")
    for visitor in preposition.children_by("pcomp"):
        if visitor.lower in {
            "visiting",
            "acting",
            "incoming",
            "outgoing",
        }:  # read as a verb: 'with visiting Minister X'
            nouns.extend(visitor.children_by(*OBJECT_DEPS))
    if nouns and nouns[0].lower in RELATIVE:
        nouns = _meant(preposition) or nouns
    return opened([noun for child in nouns for noun in child.conjuncts() if not _opens_clause(noun)])


def _meant(preposition: Token) -> list[Token]:
    """Give what 'which' stands for after a preposition: 'the pact from which Chad withdrew' → the pact."""
    clause = next((above for above in preposition.ancestors() if above.pos in {"VERB", "AUX"}), None)
    return [clause.head] if clause is not None and clause.dep == "relcl" else []


def _as_one(objects: list[Token]) -> list[Token]:
    """Give the first object, with what it is a measure of: 'a round of sanctions'."""
    is_measured = len(objects) > 1 and objects[1].head.lower == "of" and objects[1].head.head is objects[0]
    return objects[: 1 + is_measured]


def opened(nouns: list[Token]) -> list[Token]:
    """Add what measures are of: 'a spate of clashes', 'hundreds of protesters'."""
    found = list(nouns)
    for noun in nouns:
        if noun.lemma.lower() in _MEASURES:
            found.extend(inner for of in noun.children if of.lower == "of" for inner in of.children_by("pobj"))
    return found


def _coordinated(nouns: list[Token]) -> bool:
    return any(noun.dep in _BESIDE for noun in nouns[1:])


def _is_passive(verb: Token) -> bool:
    if _is_main(verb):
        return False
    if verb.dep == "advcl" and verb.tag in {"VBD", "VBN"} and not verb.child("nsubj", "aux", "dobj"):
        is_so = any(child.lower in _WHILE for child in verb.children)  # 'when asked'
        if is_so or verb.tag == "VBD":
            return is_so
    if verb.tag != "VBN":
        return False
    deps = {child.dep for child in verb.children}
    if (
        _is_headline_passive(verb)
        or deps & {"auxpass", "nsubjpass"}
        or (verb.dep in {"acl", "amod"} and "dobj" not in deps)
    ):
        return True
    if "agent" in deps and "dobj" not in deps:
        return True
    return verb.dep == "conj" and not deps & {"nsubj", "aux", "dobj"} and _is_passive(verb.head)


def _is_headline_passive(verb: Token) -> bool:
    """Tell the participle of a headline that leaves out its helping verb: 'Two Chadians Killed in Attack'."""
    words = verb.sentence.tokens
    if verb.dep != "ROOT" or verb.lemma.lower() not in _DONE_TO or words[-1].text in {".", "”", '"'}:
        return False
    if verb.child("nsubj") is None or verb.child("dobj", "aux", "ccomp", "xcomp") is not None:
        return False
    return not any(token.tag in _FINITE and token is not verb for token in words)


def joined_up(verb: Token) -> Token | None:
    """Give the verb that another goes on from, where the parser hung that one into what the first says.

    'He said ties were good, warned that they could suffer and called for talks': he warned, and he called.
    """
    if verb.tag != "VBD" or verb.child("nsubj", "nsubjpass", "mark", "aux", "auxpass") is not None:
        return None
    if verb.dep == "ccomp":
        head = verb.head
        is_set_off = verb.before is not None and verb.before.text == ","
        earlier = any(child.i < verb.i for child in head.children_by("ccomp"))
        return head if head.tag == "VBD" and is_set_off and head.i < verb.i and earlier else None
    if verb.dep != "conj":
        return None
    first = verb.head
    while first.dep == "conj" and first.head.pos in {"VERB", "AUX"}:
        first = first.head
    if first.tag == "VB":  # a past form is not joined to an infinitive
        return next((above for above in first.ancestors() if above.tag == "VBD"), None)
    said = first.head
    is_told = first.dep == "ccomp" and said.tag == "VBD" and said.lemma in _TELLING and first.i > said.i
    return said if is_told and verb.lemma in _SPOKEN and _is_of_things(first) else None


def _is_of_things(verb: Token) -> bool:
    """Tell a clause about what cannot speak: 'the withdrawal was unlawful'."""
    doers = verb.children_by("nsubj", "nsubjpass")
    people = classes()["people"] | classes()["institution"] | classes()["official"] | classes()["group"]
    return bool(doers) and all(doer.pos == "NOUN" and doer.lemma.lower() not in people for doer in doers)


def _grammatical_subjects(verb: Token) -> list[Token]:
    up = joined_up(verb)
    if up is not None and up is not verb:
        return _grammatical_subjects(up)
    if is_headline_plan(verb) and verb.dep != "ROOT":
        return verb.head.conjuncts()
    if verb.dep in {"acl", "amod"} and verb.tag in {"VBG", "VBN"} and verb.head.pos in {"NOUN", "PROPN", "PRON"}:
        author = _author_of(verb.head) if verb.tag == "VBG" else []
        return author or (verb.head.conjuncts() if verb.dep == "acl" else [verb.head])
    return _blamed_for(verb) or subjects_of(verb) or _subjects_before(verb)


def is_headline_plan(verb: Token) -> bool:
    """Tell what a headline says that somebody is to do: 'Chad, Niger to open border'."""
    if verb.tag != "VB" or not any(child.lower == "to" for child in verb.children_by("aux")):
        return False
    if any(token.tag in _FINITE for token in verb.sentence.tokens):
        return False
    if verb.dep == "ROOT":
        return verb.child("nsubj") is not None
    return verb.dep in {"acl", "relcl"} and verb.head.dep == "ROOT" and verb.head.pos == "PROPN"


def _subjects_before(verb: Token) -> list[Token]:
    """Give who does the verb before, where the parser hung that one under this: 'they broke in, demanded a vote and left'."""
    if verb.dep != "ROOT" or verb.tag not in _FINITE:
        return []
    before = (child for child in verb.children_by("advcl") if child.i < verb.i and child.tag in _FINITE)
    bare = (child for child in before if child.child("mark", "advmod") is None)
    return next((found for child in bare if (found := subjects_of(child))), [])


def _is_main(verb: Token) -> bool:
    """Tell the only verb of a sentence, read as a participle of the name before: 'Jane Doe, a guest, called for calm.'."""
    name = verb.head
    if (
        verb.dep != "acl"
        or verb.tag != "VBN"
        or name.dep != "ROOT"
        or name.pos != "PROPN"
        or verb.before is None
        or verb.before.text != ","
    ):
        return False
    return not any(token.tag in _FINITE for token in verb.sentence.tokens) and verb.child("agent") is None


def _blamed_for(verb: Token) -> list[Token]:
    """Give who did what somebody is blamed or thanked for: 'criticised the council for ceding land' → the council."""
    if verb.dep != "pcomp" or verb.head.lower != "for" or verb.head.head.lemma not in words("blaming"):
        return []
    return [noun for child in verb.head.head.children_by(*_TAKING) for noun in child.conjuncts()]


def _author_of(text: Token) -> list[Token]:
    """Give who says what a text says: 'Oslo issued a statement accusing …' → Oslo."""
    if text.lemma.lower() in _TEXTS and text.dep in OBJECT_DEPS and text.head.pos == "VERB":
        return subjects_of(text.head)
    return []


def _taken_by(verb: Token) -> frozenset[str]:
    """Give by which labels a verb takes what it is about: what one becomes is said of nobody else."""
    return _BECOMING if verb.lemma == "become" else _TAKING


def _relative_beside(doers: list[Token]) -> list[Token]:
    """Give the relative pronoun that stands before a verb's own subject: it is what the verb is done to."""
    return doers[:1] if len(doers) > 1 and doers[0].lower in RELATIVE and doers[1].dep not in _BESIDE else []


def _opens_clause(noun: Token) -> bool:
    """Tell what was read as the second of two objects and is who does the next act: 'hailed the pact and Chad signed it'."""
    word = noun.after
    if noun.dep != "conj" or noun.pos != "PROPN" or word is None or word.tag not in _FINITE:
        return False
    verb = word.head if word.dep in {"aux", "auxpass"} else word
    return verb.child("nsubj", "nsubjpass") is None


def _said_of(verb: Token) -> list[Token]:
    """Give of whom it is said: 'a cell that the police say kidnapped two' → the cell; empty for any other clause."""
    said = verb.head
    if verb.dep not in {"xcomp", "ccomp"} or verb.tag not in {"VBD", "VBN"} or said.lemma not in _SAYING:
        return []
    pronoun = next((child for child in said.children_by("nsubj", "dobj") if child.lower in RELATIVE), None)
    if pronoun is None or verb.child("nsubj", "nsubjpass", "aux") is not None:
        return []
    before = [token for token in verb.sentence.tokens if token.i < pronoun.i and token.text != ","]
    return _phrase_up(before[-1]) if before and before[-1].pos in {"NOUN", "PROPN"} else []


def _phrase_up(noun: Token) -> list[Token]:
    """Give a noun and those whose phrase it closes: 'an attack on a village' → village, attack."""
    found = [noun]
    while found[-1].dep == "pobj" and found[-1].head.head.pos in {"NOUN", "PROPN"}:
        found.append(found[-1].head.head)
    return found


def _antecedent(noun: Token, verb: Token) -> Token:
    """Give whom a relative pronoun stands for."""
    if noun.lower not in RELATIVE:
        return noun
    clause = verb
    while clause.dep == "conj" and clause.head is not clause:
        clause = clause.head
    if clause.dep == "relcl":
        return clause.head
    return noun


def _object_of_relative(verb: Token) -> list[Token]:
    """Give the noun a relative clause without pronoun hangs on: 'the city they attacked'."""
    subject = verb.child("nsubj")
    if verb.dep != "relcl" or subject is None or subject.lower in RELATIVE:
        return []
    return [] if any(child.lower in _WHEREIN or child.dep == "prep" for child in verb.children) else [verb.head]
