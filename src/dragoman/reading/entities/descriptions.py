"""Which body, state or pair 'the bloc', 'the country', 'it' and 'both' mean: the one named before that fits."""

from collections.abc import Iterator, Sequence

from dragoman.lexicon.bodies import described
from dragoman.lexicon.outlets import outlet_called
from dragoman.lexicon.states import known_state
from dragoman.reading.entities.antecedents import Antecedents
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.scene import Scene
from dragoman.reading.syntax import SUBJECT_DEPS, Sentence, Token
from dragoman.records import Entity, Mention

RULES = frozenset({"description", "it", "side"})
_NEAR = 3
_PAIR = 2
_GENERIC = "dragoman:generic/"
_ANYBODY = frozenset({"body", "organisation", "bloc", "grouping"})


def resolve_description(scene: Scene, register: Register, mention: Mention) -> None:
    """Resolve one mention that names nothing itself; what two things fit stays open between them."""
    if mention.rule == "side":
        _side(scene, register, mention)
    elif mention.rule == "it":
        _it(scene, register, mention)
    elif mention.kind == "body":
        _body(scene, register, mention)
    elif mention.kind == "state":
        _country(scene, register, mention)


def _side(scene: Scene, register: Register, mention: Mention) -> None:
    """Give 'the Iranian side' to Iran."""
    people = scene.mention_over(scene.first(mention), "people")
    named = register.named(register.entity(people)) if people is not None else None
    if named is not None:
        register.link(mention, named.id, "description", 0.85)


def _body(scene: Scene, register: Register, mention: Mention) -> None:
    """Give 'the council' to the one body called so before it; of several, to the only one nearby."""
    fitting = [other for other in _bodies_before(scene, register, mention) if _fits(_of(register, other), mention.text)]
    found = _distinct(register, fitting)
    if len(found) > 1:
        found = _nearest(scene, register, fitting, mention) or found
    if len(found) == 1:
        register.link(mention, found[0], "description", 0.75)
    elif found:
        register.leave(mention, found, "description")


def _bodies_before(scene: Scene, register: Register, mention: Mention) -> list[Mention]:
    """Give the bodies named before in the same zone or in the headline, those known by their kind only left out."""
    page, zone = scene.page, scene.page.zone_at(mention.start)
    return [
        other
        for other in page.mentions
        if other.kind == "body" and other.start < mention.start and other.rule not in RULES
        if page.zone_at(other.start) in {zone, "title"}
        if (entity := register.entity(other)) is not None and not entity.startswith(_GENERIC)
    ]


def _of(register: Register, mention: Mention) -> Entity | None:
    return register.named(register.entity(mention))


def _distinct(register: Register, mentions: Sequence[Mention]) -> tuple[str, ...]:
    found = (register.entity(mention) for mention in mentions)
    return tuple(dict.fromkeys(each for each in found if each))


def _nearest(scene: Scene, register: Register, fitting: Sequence[Mention], mention: Mention) -> tuple[str, ...]:
    """Give the one body named in the nearest sentence that names a fitting one; none when that names two."""
    here = scene.words.tokens[scene.first(mention)].sentence.number
    by_sentence: dict[int, list[Mention]] = {}
    for other in fitting:
        by_sentence.setdefault(scene.words.tokens[scene.first(other)].sentence.number, []).append(other)
    near = [number for number in sorted(by_sentence, reverse=True) if here - number <= _NEAR]
    found = _distinct(register, by_sentence[near[0]]) if near else ()
    return found if len(found) == 1 else ()


def _fits(entity: Entity | None, words: str) -> bool:
    """Tell whether a body is called so: by the list, by the head of its name, or, one of states, by any word for such."""
    if entity is None:
        return False
    said = _spelled(words)
    if said in {_spelled(called) for called in (*described(entity.id), *outlet_called(entity.id))}:
        return True
    if said == _head(entity.name):
        return True
    return entity.is_of_states and said in _ANYBODY


def _head(name: str) -> str:
    words = _spelled(name.partition(" of ")[0]).split()
    return words[-1] if words else ""


def _spelled(words: str) -> str:
    return words.casefold().replace("organization", "organisation")


def _country(scene: Scene, register: Register, mention: Mention) -> None:
    """Give 'whose country' to the state of the person, 'the country' to the one state that the words before name."""
    token = scene.words.tokens[scene.first(mention)]
    owner = token.child("poss")
    if owner is not None and owner.lower == "whose":
        found = _state_of(scene, register, owner)
    else:
        found = _only_state(scene, register, mention)
    if found is not None:
        register.link(mention, found, "description", 0.75)


def _state_of(scene: Scene, register: Register, whose: Token) -> str | None:
    verb = next((each for each in whose.ancestors() if each.dep == "relcl"), None)
    named = scene.page.mentions_at(verb.head) if verb is not None else ()
    if verb is None and whose.i > 1 and scene.words.lower(whose.i - 1) == ",":
        named = scene.page.mentions_at(scene.words.tokens[whose.i - 2])
    people = (register.named(register.entity(each)) for each in named if each.kind == "person")
    country = next((person.country for person in people if person is not None), None)
    known = known_state(country) if country else None
    return register.know(known) if known is not None else None


def _only_state(scene: Scene, register: Register, mention: Mention) -> str | None:
    """Give the one state named before in the sentence, else in the nearest of the sentences before that names any."""
    for sentence in _back(scene, mention):
        found = _states(scene, register, sentence, mention)
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _states(scene: Scene, register: Register, sentence: Sentence, mention: Mention) -> tuple[str, ...]:
    inside = (
        other
        for other in scene.page.mentions
        if other.kind in {"state", "people"} and sentence.start <= other.start < min(sentence.end, mention.start)
    )
    found = (_of(register, other) for other in inside)
    return tuple(dict.fromkeys(each.id for each in found if each is not None and each.kind == "state"))


def _back(scene: Scene, mention: Mention) -> Iterator[Sentence]:
    """Give the sentence of a mention and the two before it in its zone; for the first of the story the headline too."""
    page = scene.page
    here = scene.words.tokens[scene.first(mention)].sentence.number
    zone = page.zone_at(mention.start)
    for number in range(here, max(-1, here - _NEAR), -1):
        sentence = page.sentences[number]
        if page.zone_at(sentence.start) in {zone, "title"}:
            yield sentence


def _it(scene: Scene, register: Register, mention: Mention) -> None:
    """Give 'it said' to the body or state whose words came right before: the last subject that one is."""
    token = scene.words.tokens[scene.first(mention)]
    here = token.sentence
    own = _subject_before(scene, register, here, token)
    earlier = scene.page.sentences[here.number - 1] if here.number else None
    if own is None and earlier is not None and scene.page.zone_at(earlier.start) == scene.page.zone_at(here.start):
        own = _main_subject(scene, register, earlier)
    if own is not None:
        register.link(mention, own, "pronoun", 0.7)


def _subject_before(scene: Scene, register: Register, sentence: Sentence, token: Token) -> str | None:
    subjects = [each for each in sentence.tokens if each.i < token.i and each.dep in SUBJECT_DEPS]
    found = {_thing(scene, register, each) for each in subjects}
    return next(iter(found)) if len(found) == 1 else None


def _main_subject(scene: Scene, register: Register, sentence: Sentence) -> str | None:
    subject = next((each for each in sentence.root.children if each.dep in SUBJECT_DEPS), None)
    return _thing(scene, register, subject) if subject is not None else None


def _thing(scene: Scene, register: Register, noun: Token) -> str | None:
    """Give the one body or state that a noun alone names."""
    if len(noun.conjuncts()) > 1:
        return None
    for mention in scene.page.mentions_at(noun):
        entity = _of(register, mention)
        if mention.kind in {"body", "state"} and entity is not None and not entity.id.startswith(_GENERIC):
            return entity.id
    return None


def both(scene: Scene, register: Register, before: Antecedents, mention: Mention) -> tuple[str, ...]:
    """Give the two of the sentence before: a pair already told apart, its joined subjects, or all the states it names."""
    here = scene.words.tokens[scene.first(mention)].sentence
    if not here.number:
        return ()
    earlier = scene.page.sentences[here.number - 1]
    inside = [other for other in scene.page.mentions if earlier.start <= other.start < earlier.end]
    groups = [link.candidates for other in inside if (link := register.links.get(other.id)) and link.basis == "group"]
    pairs = [group for group in groups if len(group) == _PAIR]
    if pairs:
        return pairs[-1]
    firsts = [each for each in earlier.tokens if each.dep != "conj" and each.child("conj") is not None]
    joined = [group for each in firsts if len(group := before.group(each)) == _PAIR]
    if len(joined) == 1:
        return joined[0]
    own = [other for other in scene.page.mentions if here.start <= other.start < mention.start]
    group = _all_of_one_kind(register, [*inside, *own])
    return group if len(group) == _PAIR else ()


def _all_of_one_kind(register: Register, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Give all that some mentions mean, where they are all states or all people."""
    found = [entity for other in mentions if (entity := _of(register, other)) and entity.kind in {"state", "person"}]
    return tuple(dict.fromkeys(each.id for each in found)) if len({each.kind for each in found}) == 1 else ()
