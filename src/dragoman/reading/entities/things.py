"""States, peoples, places and bodies: each mention to the one thing it names."""

from dragoman.lexicon.forms import keys
from dragoman.lexicon.known import Known
from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.outlets import is_short_name, outlet_called
from dragoman.reading.entities.descriptions import RULES
from dragoman.reading.entities.places import Places, name_place
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.stretches import Stretch
from dragoman.records import Mention

_BASIS = {
    "demonym": "demonym",
    "people": "demonym",
    "metonym": "metonym",
    "acronym": "acronym",
    "alias": "name",
    "name": "name",
    "capital": "name",
}
_ADJECTIVES = frozenset({"amod", "compound", "nmod", "poss"})
_ADMINISTRATION = "administration"
_CALLED_SO = (f" {_ADMINISTRATION}", "white house")
_ONE = frozenset({"a", "an", "another", "every", "one"})


def name_things(scene: Scene, register: Register) -> None:
    """Resolve states, peoples, places and bodies by their names and by the words beside them."""
    places = Places(scene)
    for mention in scene.page.mentions:
        if mention.rule in RULES:
            continue
        if (namesake := places.namesake(mention)) is not None:
            name_place(register, mention, namesake)
        elif mention.kind in {"state", "people"} and mention.id not in scene.offices:
            _name_listed(scene, register, mention)
    for mention in scene.page.mentions:
        if mention.kind == "place" and (choice := places.choice(mention)) is not None:
            name_place(register, mention, choice)
        elif mention.kind == "body" and mention.rule not in RULES:
            _name_body(scene, register, mention)


def _name_listed(scene: Scene, register: Register, mention: Mention) -> None:
    found = scene.known_at(mention)
    if found is None or _is_one_of_them(scene, mention):
        return
    basis = _BASIS.get(mention.rule, "name")
    if len(found.known) == 1:
        register.link(mention, register.know(found.known[0]), basis, 0.95)
    else:
        register.leave(mention, [register.know(known) for known in found.known], basis)


def _is_one_of_them(scene: Scene, mention: Mention) -> bool:
    """Tell whether the name of a people stands for one person: 'an American', who is nobody's government."""
    noun = scene.page.tokens_in(mention.start, mention.end)[-1:]
    if mention.kind != "people" or not noun or noun[0].dep in _ADJECTIVES or noun[0].tag == "JJ":
        return False
    return any(child.lower in _ONE for child in noun[0].children_by("det", "nummod"))


def _name_body(scene: Scene, register: Register, mention: Mention) -> None:
    full = scene.acronyms.get(mention.text)
    if full is not None:
        _name_introduced(scene, register, mention, full)
        return
    found = scene.known_at(mention)
    if found is None or not found.known:
        if _name_short(scene, register, mention):
            return
        inside = _listed_by_words(mention)
        entity = register.know(inside) if inside else register.enter("body", mention.text)
        register.link(mention, entity, "name", 0.9 if inside else 0.7)
        return
    own = [known for known in found.known if not known.id.startswith("dragoman:generic/")]
    owner = _owner_of_body(scene, register, mention)
    generic = next((known for known in found.known if known.id.startswith("dragoman:generic/")), None)
    if generic is not None and owner is not None:
        entity = register.enter("body", f"{generic.name} of {owner.name}", country=owner.country, sector=generic.sector)
        register.link(mention, entity, "name", 0.85)
    elif len(own) == 1:
        register.link(mention, register.know(own[0]), _BASIS.get(mention.rule, "name"), 0.9)
    elif own:
        register.leave(mention, [register.know(known) for known in own], "name")
    elif generic is not None:
        _name_generic(scene, register, mention, generic)


def _name_short(scene: Scene, register: Register, mention: Mention) -> bool:
    """Resolve 'the Times' to the one body named before whose name ends so; where there is none, a paper's stays open."""
    if scene.words.lower(scene.first(mention) - 1) != "the" or " " in mention.text:
        return False
    named = [
        each.id for each in register.entities.values() if each.kind == "body" and each.name.endswith(f" {mention.text}")
    ]
    if len(named) == 1:
        register.link(mention, named[0], "short-name", 0.85)
    elif named or is_short_name(mention.text):
        register.leave(mention, named, "short-name")
    return mention.id in register.links


def _listed_by_words(mention: Mention) -> Known | None:
    found = lookup_phrase(mention.text)
    known = found.known if found else None
    return (
        known if known is not None and known.kind == "body" and not known.id.startswith("dragoman:generic/") else None
    )


def _name_introduced(scene: Scene, register: Register, mention: Mention, full: Stretch) -> None:
    """Give an acronym to the body that the report introduces it for, before its introduction too."""
    named = scene.mention_over(full.first, "body")
    if named is not None and named.text not in scene.acronyms:
        _name_body(scene, register, named)
    entity = register.entity(named) if named is not None else None
    name = scene.page.text[scene.words.tokens[full.first].start : scene.words.tokens[full.stop - 1].end]
    register.link(mention, entity or register.enter("body", name), "acronym", 0.95 if entity else 0.9)


class _Owner:
    """Whose branch a general body is."""

    def __init__(self, name: str, country: str | None) -> None:
        self.name = name
        self.country = country


def _owner_of_body(scene: Scene, register: Register, mention: Mention) -> _Owner | None:
    """Give the state whose branch a body is: 'the Syrian military', 'Iran's foreign ministry', 'the army of Chad'."""
    first, stop = scene.first(mention), scene.stop(mention)
    before = first - 2 if scene.words.lower(first - 1) in {"'s", "’s", "'", "’"} else first - 1
    after = stop + 2 if scene.words.lower(stop + 1) == "the" else stop + 1
    tried = [before, *([after] if scene.words.lower(stop) == "of" else [])]
    if scene.words.lower(before) == "its" and (subject := _subject_before(scene, register, before)) is not None:
        return subject
    for place in tried:
        other = scene.mention_over(place, "state", "people")
        entity = register.named(register.entity(other)) if other else None
        if entity is not None and entity.country and scene.words.line[place] == scene.words.line[first]:
            return _Owner(entity.name, entity.country)
    return None


def _subject_before(scene: Scene, register: Register, its: int) -> _Owner | None:
    """Give the state that 'its' means: the subject of the sentence right before, where 'its' opens the next."""
    sentence = scene.words.tokens[its].sentence
    if sentence.tokens[0].i != its or not sentence.number:
        return None
    root = scene.page.sentences[sentence.number - 1].root
    subject = next((child for child in root.children if child.dep == "nsubj"), None)
    states = [each for each in scene.page.mentions_at(subject) if each.kind == "state"] if subject is not None else []
    entity = register.named(register.entity(states[0])) if states else None
    return _Owner(entity.name, entity.country) if entity is not None else None


def _name_generic(scene: Scene, register: Register, mention: Mention, generic: Known) -> None:
    """Give 'Daesh terrorists' to Daesh, 'the military' to the one state's named before; else it is known by its kind only."""
    before = scene.first(mention) - 1
    while scene.mention_over(before, "people") is not None:
        before -= 1
    group = scene.mention_over(before, "body")
    entity = register.entity(group) if group is not None and group.end < mention.start else None
    same_line = group is not None and scene.words.line[before] == scene.words.line[scene.first(mention)]
    if entity is not None and same_line:
        register.link(mention, entity, "description", 0.8)
    elif (
        len(told := _told_of_kind(register, generic, mention.text.lower())) == 1
        and scene.words.lower(scene.first(mention) - 1) == "the"
    ):
        register.link(mention, told[0], "description", 0.75)
    elif (state := _state_administered(scene, register, mention)) is not None:
        register.link(mention, state, "description", 0.7)
    elif keys(mention.text):
        register.link(mention, register.know(generic), "kind", 0.5)


def _state_administered(scene: Scene, register: Register, mention: Mention) -> str | None:
    """Give the one state that 'the administration' is of: where 'the Obama administration' or the White House is named."""
    if mention.text.lower() != _ADMINISTRATION or scene.words.lower(scene.first(mention) - 1) != "the":
        return None
    if any(
        each.kind == "body" and each.name.lower().endswith(f" {_ADMINISTRATION}") for each in register.entities.values()
    ):
        return None
    called = [each for each in scene.page.mentions if each.rule == "metonym" and each.text.lower().endswith(_CALLED_SO)]
    states = {register.entity(each) for each in called}
    return states.pop() if len(states) == 1 else None


def _told_of_kind(register: Register, generic: Known, words: str) -> list[str]:
    """Give the bodies named so far that a kind's words can mean: 'military of Chad', or an outlet by its name."""
    return [
        each.id
        for each in register.entities.values()
        if each.name.startswith(f"{generic.name} of ") or words in outlet_called(each.id)
    ]
