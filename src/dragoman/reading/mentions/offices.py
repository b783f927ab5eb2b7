"""Phrases that mean the holder of an office: 'Iranian Foreign Minister', 'the SCO secretary general', 'his counterpart'."""

from collections.abc import Iterator

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.offices import posts_named
from dragoman.reading.mentions.known_names import bodies_inside
from dragoman.reading.mentions.office import Office
from dragoman.reading.mentions.office_leads import led_up_to
from dragoman.reading.mentions.office_tails import AFTER_POST, with_tail
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

__all__ = ["Office", "offices_in"]

_JUNIOR = frozenset({"jr", "jr.", "sr", "sr."})  # after a family name that is a title too: 'King Jr.'
_NOUNS = frozenset({"NOUN", "PROPN", "X"})


def offices_in(words: Words, cover: Cover) -> Iterator[Office]:
    """Give each phrase that means the holder of an office, by place.

    Args:
        words: The words of a page.
        cover: Known names laid over them; offices without their owners are of kind `office`.
    """
    place = 0
    while place < len(words):
        found = _office_at(words, cover, place)
        if found is not None:
            yield found
        place = max(place + 1, found.stop if found else 0)


def _office_at(words: Words, cover: Cover, place: int) -> Office | None:
    known = cover.at(place)
    if known is not None and known.kind == "office" and known.first == place:
        return _post(words, cover, known)
    lower = words.tokens[place].lower
    if known is not None or lower not in words_of("counterpart", "pointer", "pair", "pair-of-states"):
        return None
    if lower in words_of("counterpart"):
        return led_up_to(
            words, cover, Office(place, place + 1, place, "", "counterpart", is_plural=lower.endswith("s"))
        )
    if lower in words_of("pointer") and words.tokens[place].pos == "NOUN":
        return _pointer(words, cover, place)
    if lower in words_of("pair", "pair-of-states"):
        return _pair(words, place)
    return None


def _post(words: Words, cover: Cover, known: Stretch) -> Office | None:
    pair = _pair(words, known.stop - 1)
    if pair is not None:
        is_states = pair.post in words_of("pair-of-states")
        return pair if is_states else pair._replace(post=known.known[0].name, known=known.known)
    head = _head_in(words, known.first, known.stop)
    if words.tokens[head].pos not in _NOUNS or _only_modifies(words, head) or words.lower(known.stop) in _JUNIOR:
        return None
    is_plural = words.tokens[head].tag in {"NNS", "NNPS"}
    bare = Office(known.first, known.stop, head, known.known[0].name, "post", is_plural=is_plural, known=known.known)
    found = led_up_to(words, cover, with_tail(words, cover, bare))
    inside = () if found.body else tuple(bodies_inside(words, known))
    found = found._replace(owners=(*found.owners, *inside))
    return _of_body(words, _in_country(found) if found.post == bare.post else found)


def _head_in(words: Words, first: int, stop: int) -> int:
    """Give the word that some words turn on: 'minister' in 'minister of foreign affairs'."""
    inside = range(first, stop)
    return next((place for place in inside if words.tokens[place].head.i not in inside), stop - 1)


def _of_body(words: Words, office: Office) -> Office:
    """Give the listed post that a word and a body make: a secretary of a Security Council is its 'security council secretary'."""
    body = office.body
    if body is None:
        return office
    for first in range(body.first, body.stop):
        for written in (
            f"{office.post} of the {words.words(first, body.stop)}",
            f"{office.post} of {words.words(first, body.stop)}",
        ):
            posts = posts_named(written, office.countries[0] if office.countries else None)
            if len(posts) == 1:
                return office._replace(post=posts[0])
    return office


def _only_modifies(words: Words, head: int) -> bool:
    """Tell whether a post only stands before another noun: 'expert processes', 'leader profile'; 'minister Zarif' is none."""
    token = words.tokens[head]
    noun = token.head
    if noun.lower in AFTER_POST:
        return False
    is_before = token.dep in {"amod", "compound", "nmod"} and noun.i > token.i
    return is_before and not is_capital(noun.text) and not is_capital(token.text)


def _in_country(office: Office) -> Office:
    """Choose what the words mean where the office is: a secretary of state is a foreign minister in the USA."""
    owner = office.countries if office.owners else ()
    own = [known for known in office.known if known.country and known.country in owner]
    anywhere = [known for known in office.known if known.country is None]
    chosen = own or anywhere or list(office.known)
    if not own and not anywhere and len({known.country for known in chosen}) > 1:
        return office._replace(known=())
    sort = "pointer" if chosen[0].name in words_of("pointer") and not office.body else office.sort
    return office._replace(post=chosen[0].name, known=(chosen[0],), sort=sort)


def _pointer(words: Words, cover: Cover, place: int) -> Office | None:
    found = led_up_to(words, cover, Office(place, place + 1, place, words.lower(place), "pointer"))
    follows_name = words.run(place + 1) > place + 1
    return None if follows_name and not found.owners else found


def _pair(words: Words, place: int) -> Office | None:
    """Read 'the two ministers', 'both sides', 'the two top diplomats'."""
    lower = words.lower(place)
    if lower not in words_of("pair", "pair-of-states") or words.tokens[place].tag not in {"NNS", "NNPS"}:
        return None
    first = place
    while (
        words.are_neighbours(first)
        and words.tokens[first - 1].pos == "ADJ"
        and words.lower(first - 1) not in {"two", "both"}
    ):
        first -= 1
    if words.lower(first - 1) not in {"two", "both"} or not words.are_neighbours(first):
        return None
    before = words.lower(first - 2)
    if words.lower(first - 1) == "two" and before not in {"the", "these", "those"}:
        return None
    return Office(first - 1, place + 1, place, lower, "pair", is_plural=True, determiner=before)
