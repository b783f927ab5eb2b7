"""What follows a post: '-elect', the state or body it is of, its portfolio, where an envoy is sent."""

from dragoman.lexicon.epithets import words_of
from dragoman.reading.mentions.office import OWNERS, Office
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

_JOINERS = frozenset({",", "and", "&", "/"})
_OF = frozenset({"of", "for", "to"})
_AFTER = 10  # words
_SENT = ("ambassador", "representative", "envoy", "charge d'affaires")
AFTER_POST = frozenset({"designate", "elect", "nominee"})


def with_tail(words: Words, cover: Cover, office: Office) -> Office:
    """Take in what comes after the post: '-elect', 'of the Supreme National Security Council', 'for Political Affairs'."""
    place = office.stop
    if words.lower(place) == "-" and words.touch(place) and words.lower(place + 1) in AFTER_POST:
        return office._replace(stop=place + 2, status="designate")
    if words.lower(place) in AFTER_POST and words.are_neighbours(place):
        return office._replace(stop=place + 1, status="designate")
    while words.lower(place) in _OF and words.are_neighbours(place):
        taken = _of_whom(words, cover, place, office)
        if taken is None:
            break
        office, place = taken, taken.stop
    return office


def _of_whom(words: Words, cover: Cover, place: int, office: Office) -> Office | None:
    first = place + 1
    while words.lower(first) in {"the", "a"}:
        first += 1
    if not words.are_neighbours(first):
        return None
    owner = cover.at(first)
    is_seat = owner is not None and owner.rule == "capital" and words.lower(place) == "to"
    if owner is not None and (owner.kind in OWNERS or is_seat) and owner.first == first:
        if words.lower(place) == "to":
            is_sent = any(word in office.post for word in _SENT)
            return office._replace(stop=owner.stop) if is_sent and owner.kind != "people" else None
        return _of_known(words, cover, office, owner)
    stop = _portfolio_stop(words, cover, first)
    if stop == first or words.lower(place) == "to" or owner is not None:
        return None
    return office._replace(stop=stop, post=f"{office.post} {words.lower(place)} {words.words(first, stop).lower()}")


def _of_known(words: Words, cover: Cover, office: Office, owner: Stretch) -> Office | None:
    """Take in an owner that follows 'of': 'of the Russian Security Council' has a people before the body."""
    following = cover.at(owner.stop)
    if (
        owner.kind == "people"
        and following is not None
        and following.kind == "body"
        and words.are_neighbours(owner.stop)
    ):
        return office._replace(stop=following.stop, owners=(*office.owners, owner, following))
    if following is None and words.tokens[min(owner.stop, len(words) - 1)].tag == "POS":
        following = cover.at(owner.stop + 1)
        if following is not None and following.kind == "body" and words.are_neighbours(owner.stop + 1):
            return office._replace(stop=following.stop, owners=(*office.owners, owner, following))
    if owner.kind in {"state", "people"} and (stop := _unknown_body_stop(words, cover, owner.stop)) > owner.stop:
        return office._replace(stop=stop, post=f"{office.post} of {words.words(owner.first, stop).lower()}")
    if owner.kind in {"state", "people"} and _goes_on(words, cover, owner.stop):
        return None
    if owner.kind == "people" and words.tokens[owner.stop - 1].pos == "ADJ":
        return None
    owners = [owner]
    while office.is_plural:
        place = owners[-1].stop
        while words.lower(place) in _JOINERS and words.are_neighbours(place):
            place += 1
        joined = cover.at(place)
        if place == owners[-1].stop or joined is None or joined.kind not in OWNERS or joined.first != place:
            break
        owners.append(joined)
    return office._replace(stop=owners[-1].stop, owners=(*office.owners, *owners))


def _goes_on(words: Words, cover: Cover, place: int) -> bool:
    """Tell whether a state's name only begins the name of something else: 'of the U.S. Joint Chiefs of Staff'."""
    if not words.are_neighbours(place) or not cover.is_free(place, place + 1):
        return False
    token = words.tokens[place]
    return is_capital(token.text) and token.pos == "PROPN" and token.ent[2:] in {"ORG", "GPE"}


def _unknown_body_stop(words: Words, cover: Cover, first: int) -> int:
    """Give where the name of a body stops that a state's name begins: 'of the Sudan People's Liberation Movement'."""
    place = first
    while place < first + _AFTER and words.are_neighbours(place) and cover.is_free(place, place + 1):
        if is_capital(words.tokens[place].text) and words.lower(place) in words_of("body"):
            return place + 1
        if not is_capital(words.tokens[place].text) and (place == first or words.tokens[place].tag != "POS"):
            break
        place += 1
    return first


def _portfolio_stop(words: Words, cover: Cover, first: int) -> int:
    """Give where capitalised words of a portfolio or an unknown body stop: 'Health and Social Affairs'."""
    place = stop = first
    while place < len(words) and place < first + _AFTER and (place == first or words.are_neighbours(place)):
        if not cover.is_free(place, place + 1):
            break
        if is_capital(words.tokens[place].text) and words.tokens[place].ent[2:] != "PERSON":
            stop = place + 1
        elif words.lower(place) not in {"and", "of", "the", "for", "&"} or place == first:
            break
        place += 1
    return stop
