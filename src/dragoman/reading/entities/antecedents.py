"""Whom a report has spoken of before a place: people by sentence, subjects apart, states, pairs."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dragoman.lexicon.cues import nouns_of_people
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.scene import Scene
from dragoman.reading.syntax import SUBJECT_DEPS, Sentence, Token
from dragoman.records import Mention

_BACK = 3
_PAIR = 2
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_NAMING = frozenset({*SUBJECT_DEPS, "dobj", "pobj"})
_ACTING = frozenset({"nsubj", "agent"})
_BY = frozenset({"to", "by"})  # according to a diplomat, said by a diplomat
_CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj"})


class Spoken(NamedTuple):
    """Somebody named: the entity, where, and how.

    Attributes:
        entity: Id of the entity.
        head: The token the mention turns on.
        is_subject: Whether it is the subject of a verb.
        is_main: Whether that verb is the sentence's own.
    """

    entity: str
    head: Token
    is_subject: bool
    is_main: bool


class Antecedents:
    """Looks back from a mention; sees what is resolved by then, in the same zone, outside quotation marks."""

    def __init__(self, scene: Scene, register: Register) -> None:
        self.scene = scene
        self.register = register
        self._by_id = {mention.id: mention for mention in scene.page.mentions}
        self._mentions: dict[int, list[Mention]] = {}
        for mention in scene.page.mentions:
            place = scene.head(mention)
            if place >= 0 and mention.kind in {"person", "office", "state", "people"}:
                self._mentions.setdefault(scene.words.tokens[place].sentence.number, []).append(mention)

    def mention(self, identity: str) -> Mention:
        """Give a mention by id."""
        return self._by_id[identity]

    def token(self, mention: Mention) -> Token:
        """Give the token a mention turns on."""
        return self.scene.words.tokens[self.scene.head(mention)]

    def people_back(self, mention: Mention) -> Iterator[tuple[str, ...]]:
        """Give people and office holders spoken of before, nearest sentence first, its subjects before its others."""
        for sentence in self._sentences_back(mention):
            people = self._people(sentence, mention)
            for wanted in (True, False):
                found = tuple(dict.fromkeys(each.entity for each in people if each.is_subject is wanted))
                if found:
                    yield found

    def he(self, mention: Mention) -> tuple[str, ...]:
        """Give who a singular pronoun can be: one when sure, several when not, none when nobody is near."""
        token = self.token(mention)
        gender = _GENDERS.get(token.lower)
        for sentence in self._sentences_back(mention):
            people = [each for each in self._people(sentence, mention) if self._may_be(each.entity, gender)]
            here = sentence is token.sentence
            found = _in_sentence(people, token) if here else _in_sentence_before(people)
            leads = here or any(each.is_main for each in people)
            if self._is_somebody_unnamed(sentence, token) and not (found and leads):
                return ()
            if found:
                return found
        return ()

    def _is_somebody_unnamed(self, sentence: Sentence, pronoun: Token) -> bool:
        """Tell whether a sentence has somebody without a name who acts or is quoted in it: 'a diplomat said', 'according to one aide'."""
        return any(
            noun.i < pronoun.i
            and noun.tag == "NN"
            and noun.i not in self.scene.words.quoted
            and noun.lemma.lower() in nouns_of_people()
            and (noun.dep in _ACTING or (noun.dep == "pobj" and noun.head.lower in _BY))
            and not any(self.register.entity(each) for each in self.scene.page.mentions_at(noun))
            for noun in sentence.tokens
        )

    def _may_be(self, entity: str, gender: str | None) -> bool:
        known = self.register.gender.get(entity)
        return known is None or gender is None or known == gender

    def several(self, mention: Mention) -> tuple[str, ...]:
        """Give the several that 'they' are: joined subjects of this sentence before, or of the sentence before."""
        token = self.token(mention)
        if token.lower == "them":
            return self._them(mention, token)
        for sentence in list(self._sentences_back(mention))[:_PAIR]:
            subjects = [each for each in sentence.tokens if each.dep in SUBJECT_DEPS and each.i < token.i]
            apart = [each for each in subjects if each.head is not token.head]
            for subject in apart if sentence is token.sentence else apart[:1]:
                if group := self.group(subject):
                    return group
            if sentence is not token.sentence:
                return ()
        return ()

    def _them(self, mention: Mention, token: Token) -> tuple[str, ...]:
        """Give the one group joined before, in this sentence or the last, that does not itself act on 'them'."""
        verb = token.head.head if token.head.pos == "ADP" else token.head
        for sentence in list(self._sentences_back(mention))[:_PAIR]:
            named = [
                each for each in sentence.tokens if each.i < token.i and each.dep in _NAMING and each.head is not verb
            ]
            groups = {frozenset(group): group for each in named if (group := self.group(each))}
            if groups:
                return next(iter(groups.values())) if len(groups) == 1 else ()
        return ()

    def pair_of_people(self, mention: Mention, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Give the last two people spoken of whom a description fits; none when it fits more, or fewer."""
        return self._last_pair(
            mention, lambda each: [one.entity for one in self._people(each, mention) if fits(one.entity)]
        )

    def pair_of_states(self, mention: Mention) -> tuple[str, ...]:
        """Give the last two states spoken of; none when the sentence that makes them two makes them more."""
        return self._last_pair(mention, lambda each: list(self._states(each, mention)))

    def _last_pair(self, mention: Mention, named: Callable[[Sentence], Sequence[str]]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for sentence in self._sentences_back(mention, _BACK + 1):
            found.update(dict.fromkeys(named(sentence)))
            if len(found) >= _PAIR:
                return tuple(found) if len(found) == _PAIR else ()
        return ()

    def _sentences_back(self, mention: Mention, back: int = _BACK) -> Iterator[Sentence]:
        """Give the sentence of a mention and those before it in the same zone, nearest first; what it quotes before itself counts for none."""
        page, here = self.scene.page, self.token(mention).sentence
        zone = page.zone_at(here.start)
        seen = 0
        for number in range(here.number, -1, -1):
            sentence = page.sentences[number]
            if page.zone_at(sentence.start) == zone:
                yield sentence
                seen += not (seen == 1 and self._is_quoted(sentence))
            if seen > back:
                return

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Tell a sentence that goes on in the words of whoever spoke before it: nobody is spoken of in it."""
        quoted = self.scene.words.quoted
        return all(token.i in quoted for token in sentence.tokens if token.pos != "PUNCT")

    def _people(self, sentence: Sentence, mention: Mention) -> list[Spoken]:
        found = []
        for other in self._mentions.get(sentence.number, ()):
            entity = self.register.entity(other)
            named = self.register.named(entity)
            if (
                entity is None
                or named is None
                or named.kind not in {"person", "office"}
                or other.start >= mention.start
            ):
                continue
            if self.scene.first(other) not in self.scene.words.quoted:
                found.append(_spoken(entity, self.token(other)))
        return found

    def _states(self, sentence: Sentence, mention: Mention) -> Iterator[str]:
        for other in self._mentions.get(sentence.number, ()):
            entity = self.register.entity(other)
            named = self.register.named(entity)
            if self._acts_on(other, mention) or self._only_tells_whose(other):
                continue
            if entity is not None and named is not None and named.kind == "state" and other.start < mention.start:
                yield entity

    def _only_tells_whose(self, state: Mention) -> bool:
        """Tell a state that only says where somebody named is from: 'President Lund of Norway'."""
        token = self.token(state)
        noun = token.head.head if token.dep == "pobj" and token.head.lower == "of" else None
        return noun is not None and any(each.kind == "person" for each in self.scene.page.mentions_at(noun))

    def _acts_on(self, other: Mention, mention: Mention) -> bool:
        """Tell whether one is the subject of the verb whose object a mention is: 'China urged both countries'."""
        subject, noun = self.token(other), self.token(mention)
        verb = noun.head.head if noun.head.pos == "ADP" else noun.head
        return noun.dep in {"dobj", "dative", "pobj"} and subject.dep == "nsubj" and subject.head is verb

    def group(self, subject: Token) -> tuple[str, ...]:
        """Give the several that a subject names: joined names, or a group already resolved."""
        page = self.scene.page
        for over in page.mentions_at(subject):
            link = self.register.links.get(over.id)
            if link is not None and link.basis == "group":
                return link.candidates
        joined = [*subject.conjuncts(), *_beside(subject)]
        joined += [each for each in subject.head.children if each.dep == subject.dep and each.i > joined[-1].i]
        mentions = [page.actor_mention(each) for each in joined]
        entities = [self.register.entity(each) for each in mentions if each is not None]
        found = tuple(dict.fromkeys(each for each in entities if each))
        return found if len(joined) >= _PAIR and len(found) == len(joined) else ()


def _beside(noun: Token) -> list[Token]:
    """Give the nouns that the same preposition leads to once more: 'with Norway and with Chad'."""
    if noun.dep != "pobj":
        return []
    again = [each for each in noun.head.conjuncts()[1:] if each.lower == noun.head.lower]
    return [noun for each in again for noun in each.children_by("pobj")]


def _spoken(entity: str, head: Token) -> Spoken:
    token = head
    while (
        token.dep in {"conj", "appos", "compound", "nmod"}
        and token.head is not token
        and token.head.pos in {"NOUN", "PROPN"}
    ):
        token = token.head
    verb = token.head
    is_subject = token.dep in SUBJECT_DEPS and verb.dep != "relcl"
    return Spoken(entity, head, is_subject, is_subject and verb.head is verb)


def _in_sentence(people: Sequence[Spoken], pronoun: Token) -> tuple[str, ...]:
    """Give who a pronoun can be among those named before it in its sentence."""
    related = _head_of_relative(pronoun)
    if related is not None:
        return tuple(dict.fromkeys(each.entity for each in people if each.head is related))
    others = [each for each in people if not _is_its_subject(each, pronoun)]
    subjects = tuple(dict.fromkeys(each.entity for each in others if each.is_subject))
    if pronoun.dep == "poss":
        nearest = [each.entity for each in people if each.is_subject]
        return (nearest[-1],) if nearest else tuple(dict.fromkeys(each.entity for each in others))
    if len(subjects) == 1 and len(others) > 1 and _is_told(others, pronoun):
        return tuple(dict.fromkeys(each.entity for each in others))
    return subjects


def _head_of_relative(pronoun: Token) -> Token | None:
    """Give the noun whose relative clause a pronoun stands in: 'the minister, who asked his counterpart'."""
    verb = next((each for each in pronoun.ancestors() if each.pos in {"VERB", "AUX"}), None)
    if verb is None or verb.dep != "relcl" or pronoun.dep in SUBJECT_DEPS:
        return None
    return verb.head if any(child.dep in SUBJECT_DEPS and child.lower == "who" for child in verb.children) else None


def _is_its_subject(spoken: Spoken, pronoun: Token) -> bool:
    """Tell whether somebody is the subject of the verb whose object the pronoun is: 'Zarif met him'."""
    verb = pronoun.head.head if pronoun.head.pos == "ADP" else pronoun.head
    return pronoun.dep in {"dobj", "pobj", "dative"} and spoken.is_subject and spoken.head.head is verb


def _is_told(people: Sequence[Spoken], pronoun: Token) -> bool:
    """Tell whether the pronoun stands in what one named tells another: 'Zarif told Lavrov he would come'."""
    above = next((each for each in pronoun.ancestors() if each.dep in _CLAUSAL), None)
    return above is not None and any(
        each.head.dep in {"dobj", "dative"} and each.head.head is above.head for each in people
    )


def _in_sentence_before(people: Sequence[Spoken]) -> tuple[str, ...]:
    """Give who a pronoun can be among those of a sentence before: its main subject, else its subjects, else the only one."""
    main = tuple(dict.fromkeys(each.entity for each in people if each.is_main))
    if main:
        return main
    subjects = tuple(dict.fromkeys(each.entity for each in people if each.is_subject))
    return subjects or tuple(dict.fromkeys(each.entity for each in people))
