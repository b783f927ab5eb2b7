"""Who is said to hold which office: titles, appositions, 'is', 'was named', 'resigned as'."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.lexicon.epithets import words_of
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.offices import Office
from dragoman.reading.mentions.titled import after_owner, honorific_length
from dragoman.reading.syntax import SUBJECT_DEPS, Token, is_negated
from dragoman.records import Mention

_ARTICLES = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an"})
_GIVEN = frozenset({"appoint", "name", "elect", "nominate", "inaugurate", "install", "designate"})
_TAKEN = frozenset({"become", "remain", "serve"})
_LEFT = frozenset({"resign", "retire", "quit"})
_REMOVED = frozenset({"remove", "dismiss", "sack", "fire", "oust", "replace", "depose"})
_ENDS = frozenset({",", ".", ";", "—", "–", ")", ":"})


class Holding(NamedTuple):
    """An office and the mention of the person said to hold it.

    Attributes:
        office: The office phrase.
        mention: Id of the office's mention.
        person: The mention of the person.
        status: `current` `former` `acting` or `designate`.
        rule: `title` `several` `apposition` `copula` `appointed` `removed` or `resigned`.
    """

    office: Office
    mention: str
    person: Mention
    status: str
    rule: str


def holdings(scene: Scene) -> tuple[Holding, ...]:
    """Give each office that somebody named is said to hold, by place; an office of several people is theirs who are listed after it."""
    found: list[Holding] = []
    for mention, office in scene.offices.items():
        if office.sort == "post" and office.is_plural:
            found += _several(scene, mention, office)
        elif office.sort == "pair" and office.known:
            found += _paired(scene, mention, office)
        elif office.sort != "pair" and not office.is_plural and (one := _holding(scene, mention, office)) is not None:
            found.append(one)
    return tuple(found)


def _several(scene: Scene, mention: str, office: Office) -> Iterator[Holding]:
    """Give each of 'Presidents Ada Lund of Norway and Ole Berg of Denmark' their office, where each has a state of their own."""
    place = office.stop
    while place in scene.people and scene.words.are_neighbours(place):
        person = scene.people[place]
        stop = scene.stop(person)
        owner = scene.known.at(stop + 1) if scene.words.lower(stop) == "of" else None
        if owner is not None and owner.kind in {"state", "body"}:
            yield Holding(office._replace(owners=(owner,), is_plural=False), mention, person, office.status, "several")
        place = after_owner(scene.words, scene.known, stop)
        while scene.words.lower(place) in {",", "and"}:
            place += 1


def _paired(scene: Scene, mention: str, office: Office) -> Iterator[Holding]:
    """Give both of 'the two foreign ministers, Ada Lund and Ole Berg,' their post; whose it is the words do not say."""
    first = scene.people.get(office.stop + 1) if scene.words.lower(office.stop) == "," else None
    join = scene.stop(first) if first is not None else 0
    second = scene.people.get(join + 1) if scene.words.lower(join) == "and" else None
    if first is not None and second is not None and _closes(scene, scene.stop(second)):
        post = office._replace(sort="post", is_plural=False)
        yield from (Holding(post, mention, person, office.status, "several") for person in (first, second))


def _holding(scene: Scene, mention: str, office: Office) -> Holding | None:
    titled = person_titled(scene, office) or _through_office(scene, office)
    if titled is not None:
        return Holding(office, mention, titled, office.status, "title")
    beside = _apposed_before(scene, office) or _apposed_after(scene, office)
    if beside is not None:
        return Holding(office, mention, beside, office.status, "apposition")
    for person, status, rule in _by_clause(scene, office):
        return Holding(office, mention, person, status if office.status == "current" else office.status, rule)
    return None


def person_titled(scene: Scene, office: Office) -> Mention | None:
    """Give the person named right after an office: 'Foreign Minister Zarif', 'the Secretary of the Council (C) Ali S.'."""
    words, place = scene.words, office.stop
    if words.lower(place) == "(" and words.lower(place + 2) == ")":
        place += 3
    limit = place + 4
    while place <= limit and place < len(words) and words.line[place] == words.line[office.head]:
        if place in scene.people:
            return scene.people[place]
        is_birth = words.lower(place) in words_of("he-title", "she-title")
        if not words.tokens[place].text[0].isupper():
            return None
        if scene.mention_over(place, "body", "state", "place", "office") and not is_birth:
            return None
        place += 1
    return None


def _through_office(scene: Scene, office: Office) -> Mention | None:
    """Give the person whose own office comes between: 'his counterpart, the Secretary of the Council Nikolay P.'."""
    place = office.stop
    while scene.words.lower(place) in {",", "the"} and scene.words.are_neighbours(place):
        place += 1
    following = next((each for each in scene.offices.values() if each.first == place), None)
    if office.sort != "counterpart" or following is None or following.sort != "post" or following.is_plural:
        return None
    return person_titled(scene, following)


def _apposed_before(scene: Scene, office: Office) -> Mention | None:
    """Give the person before a comma: 'Ali Shamkhani, Iran's Secretary of …'."""
    words, place = scene.words, office.first - 1
    if words.lower(place) in _ARTICLES:
        place -= 1
    if words.lower(place) not in {",", "("} or words.line[place] != words.line[office.head]:
        return None
    person = scene.mention_over(place - 1, "person")
    if (
        person is None
        or person.rule == "pronoun"
        or (words.lower(office.stop) == "and" and not _two_posts(scene, office))
    ):
        return None
    if scene.words.lower(office.stop) not in _ENDS and (office.determiner in _INDEFINITE or _says_it(scene, office)):
        return None  # 'firms close to Ada Lund, a US official said' makes two people
    return person if _closes(scene, office.stop) or _two_posts(scene, office) else None


def _says_it(scene: Scene, office: Office) -> bool:
    """Tell a bare post that goes on to a verb of its own: 'faith in Ada Lund, the president said'."""
    after = scene.words.tokens[office.stop] if office.stop < len(scene.words) else None
    head = scene.words.tokens[office.head]
    return (
        not office.owners and after is not None and after.pos == "VERB" and head.dep == "nsubj" and head.head is after
    )


def _two_posts(scene: Scene, office: Office) -> bool:
    """Tell 'Ada Lund, the president and chairman of the club,': a second post without article or name goes on."""
    after = scene.words.tokens[office.stop + 1] if office.stop + 1 < len(scene.words) else None
    return scene.words.lower(office.stop) == "and" and after is not None and after.pos == "NOUN" and after.tag == "NN"


def _apposed_after(scene: Scene, office: Office) -> Mention | None:
    """Give the person after a comma and before the next, ranks between or not: 'SCO secretary general, Mezentsev, …'."""
    words, place = scene.words, office.stop + 1
    while place < len(words) and words.are_neighbours(place) and (length := honorific_length(words, place)):
        place += length
    if words.lower(office.stop) != "," or place not in scene.people:
        return None
    person = scene.people[place]
    return (
        person if _closes(scene, scene.stop(person)) and not _begins_anew(scene, office, scene.stop(person)) else None
    )


def _begins_anew(scene: Scene, office: Office, stop: int) -> bool:
    """Tell somebody else, who begins the main clause: 'After talks with the Fijian minister, Ole Berg said …'."""
    words, head = scene.words, scene.words.tokens[office.head]
    if stop >= len(words) or words.tokens[stop].pos not in {"VERB", "AUX"}:
        return False
    if head.dep not in {"pobj", "dobj"} or head.head.lower == "as":  # 'As minister, Ole Berg said …' is one
        return False
    return words.tokens[stop - 1].dep in SUBJECT_DEPS


def _closes(scene: Scene, place: int) -> bool:
    """Tell whether an apposition ends at a place: at a mark, a line's end, or a verb."""
    words = scene.words
    if place >= len(words) or not words.are_neighbours(place) or words.lower(place) in _ENDS:
        return True
    return words.lower(place) == "(" or words.tokens[place].pos in {"VERB", "AUX", "ADP", "SCONJ", "PRON", "ADV"}


def _by_clause(scene: Scene, office: Office) -> Iterator[tuple[Mention, str, str]]:
    """Read 'X is the Y', 'X was named Y', 'named X as Y', 'X resigned as Y'."""
    head = scene.words.tokens[office.head]
    verb = _verb_over(head)
    if verb is None or is_negated(verb):
        return
    person = _person_below(scene, verb, head)
    if person is None:
        return
    if verb.lemma == "be" and head.dep == "attr" and not _is_hedged(verb):
        yield person, "former" if verb.tag == "VBD" else "current", "copula"
    elif verb.lemma in _GIVEN | _TAKEN and not _is_hedged(verb):
        yield person, _status_given(verb), "appointed"
    elif verb.lemma in _GIVEN | _TAKEN and _is_to_come(verb):
        yield person, "designate", "appointed"
    elif verb.lemma in _REMOVED and head.dep == "pobj" and not _is_hedged(verb):
        yield person, "former", "removed"
    elif verb.lemma in _LEFT or (verb.lemma == "step" and verb.child("prt") is not None):
        yield person, "former", "resigned"


def _status_given(verb: Token) -> str:
    """Tell what an appointment makes: 'was nominated', 'served as'."""
    if verb.lemma in {"nominate", "designate"}:
        return "designate"
    return "former" if verb.lemma == "serve" and verb.tag == "VBD" else "current"


def _verb_over(head: Token) -> Token | None:
    if head.dep in {"attr", "oprd", "dobj"} and head.head.pos in {"VERB", "AUX"}:
        return head.head
    if head.dep == "pobj" and head.head.lower == "as" and head.head.head.pos == "VERB":
        return head.head.head
    return None


def _is_hedged(verb: Token) -> bool:
    """Tell whether a verb only may, will or would: 'could become', 'to be named'."""
    return any(child.tag in {"MD", "TO"} or child.lower in {"if", "whether"} for child in verb.children)


def _is_to_come(verb: Token) -> bool:
    """Tell what is settled and yet to come: 'will become', 'is to be named'; 'could', 'may' and 'if' are not."""
    helping = [child for child in verb.children if child.dep in {"aux", "mark", "auxpass"}]
    modal = [child.lower for child in helping if child.tag == "MD" or child.lower in {"if", "whether"}]
    return bool(modal) and set(modal) <= {"will", "shall"}


def _person_below(scene: Scene, verb: Token, head: Token) -> Mention | None:
    objects = [child for child in verb.children if child.dep in {"dobj", "nsubjpass", "oprd"} and child is not head]
    subjects = [child for child in verb.children if child.dep in SUBJECT_DEPS]
    active = verb.lemma in _GIVEN | _REMOVED and not any(child.dep == "nsubjpass" for child in verb.children)
    for token in objects if active else (*objects, *subjects):
        person = scene.mention_over(token.i, "person")
        if person is not None and person.rule != "pronoun":
            return None if _is_either(token) else person
    return None


def _is_either(token: Token) -> bool:
    """Tell 'Ada Lund or Ole Berg', of whom it is not said which."""
    return any(child.lower == "or" for child in token.children_by("cc"))
