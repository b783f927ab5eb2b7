"""Sentences as trees of tokens, built again from the columns of a stored parse."""

from collections.abc import Iterator

from dragoman.records import Parse

CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECT_DEPS = frozenset({"dobj", "obj", "dative", "iobj"})


class Token:
    """A word in its sentence: place in the text, form, and place in the tree."""

    __slots__ = (
        "children",
        "dep",
        "end",
        "ent",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - the columns of a parse, in their order
        self, i: int, start: int, end: int, text: str, tag: str, pos: str, dep: str, lemma: str, ent: str
    ) -> None:
        self.i = i
        self.start = start
        self.end = end
        self.text = text
        self.lower = text.lower()
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.lemma = lemma
        self.ent = ent
        self.head: Token = self
        self.children: list[Token] = []
        self.sentence: Sentence

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep}"

    @property
    def lefts(self) -> list["Token"]:
        """Children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """Children after the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def before(self) -> "Token | None":
        """The word before it in its sentence."""
        words = self.sentence.tokens
        place = self.i - words[0].i
        return words[place - 1] if place else None

    @property
    def after(self) -> "Token | None":
        """The word after it in its sentence."""
        words = self.sentence.tokens
        place = self.i - words[0].i + 1
        return words[place] if place < len(words) else None

    def child(self, *deps: str) -> "Token | None":
        """Give the first child that hangs by one of these labels."""
        return next((child for child in self.children if child.dep in deps), None)

    def children_by(self, *deps: str) -> list["Token"]:
        """Give all children that hang by one of these labels, in order."""
        return [child for child in self.children if child.dep in deps]

    def under(self, *prepositions: str) -> list["Token"]:
        """Give the nouns that hang on the token by one of some prepositions."""
        return [noun for child in self.children if child.lower in prepositions for noun in child.children_by("pobj")]

    def subtree(self) -> list["Token"]:
        """Give the token and all below it, in the order of the text."""
        found, stack = [self], list(self.children)
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        found.sort(key=_by_place)
        return found

    def ancestors(self) -> Iterator["Token"]:
        """Walk up to the root, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def conjuncts(self) -> list["Token"]:
        """Give the token and all coordinated after it: 'China, Russia and India'."""
        found = [self]
        for token in found:
            found.extend(child for child in token.children if child.dep == "conj")
        return found


def _by_place(token: Token) -> int:
    return token.i


class Sentence:
    """A run of tokens with one root and its place in the text."""

    __slots__ = ("end", "number", "start", "tokens")

    def __init__(self, number: int, tokens: list[Token]) -> None:
        self.number = number
        self.tokens = tokens
        self.start = tokens[0].start
        self.end = tokens[-1].end
        for token in tokens:
            token.sentence = self

    @property
    def root(self) -> Token:
        """The token that depends on none."""
        return next((token for token in self.tokens if token.head is token), self.tokens[0])


def sentences_of(parse: Parse, text: str) -> tuple[Sentence, ...]:
    """Build the trees of a parse over the text it was made from."""
    tokens = _tokens_of(parse, text)
    return tuple(Sentence(number, tokens[span.start : span.end]) for number, span in enumerate(parse.sentences))


def _tokens_of(parse: Parse, text: str) -> list[Token]:
    starts, ends = parse.starts, parse.ends
    words = map(text.__getitem__, map(slice, starts, ends))
    columns = (starts, ends, words, parse.tags, parse.pos, parse.deps, parse.lemmas, parse.ents)
    tokens = list(map(Token, range(len(starts)), *columns))
    for token, head in zip(tokens, map(tokens.__getitem__, parse.heads), strict=True):
        if head is not token:
            token.head = head
            head.children.append(token)
    return tokens


def is_passive(verb: Token) -> bool:
    """Tell a participle with its helping verb: 'was told'."""
    return verb.tag == "VBN" and verb.child("auxpass") is not None


def is_negated(verb: Token) -> bool:
    """Tell whether a verb carries a negation: 'did not meet', 'never signed', 'no longer backs', 'refused' is not one."""
    if any(child.dep == "neg" or child.lower in {"never", "hardly", "neither"} for child in verb.children):
        return True
    return any(child.dep in SUBJECT_DEPS and _says_none(child) for child in verb.children)


def _says_none(noun: Token) -> bool:
    return noun.lower in {"nobody", "none", "neither"} or any(
        child.dep in {"det", "neg", "preconj"} and child.lower in {"no", "neither"} for child in noun.children
    )


def subjects_of(verb: Token) -> list[Token]:
    """Give the grammatical subjects of a verb, its own or shared with the verb it is coordinated with or controlled by.

    'Lavrov met Zarif and praised Iran': Lavrov for both; 'urged Iran to stop' gives Iran for 'stop'
    only to who asks `controller_of`.
    """
    own = [child for child in verb.children if child.dep in SUBJECT_DEPS]
    if own:
        return [noun for subject in own for noun in subject.conjuncts()]
    if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        return subjects_of(verb.head)
    if verb.dep in {"xcomp", "advcl", "pcomp"} and verb.head is not verb:
        return _shared_subjects(verb)
    return []


def _shared_subjects(verb: Token) -> list[Token]:
    head = verb.head
    if head.pos == "ADP" and head.head.pos in {"VERB", "AUX"}:
        head = head.head
    if verb.dep == "xcomp":
        controller = head.child("dobj", "obj", "dative")
        if controller is not None and controller.i < verb.i:
            return controller.conjuncts()
        if head.pos == "ADJ" and head.dep == "acomp":  # 'they are due to meet'
            head = head.head
    return subjects_of(head) if head.pos in {"VERB", "AUX"} else []
