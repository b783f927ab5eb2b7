"""Phrases that mean the holder of an office: 'Iranian Foreign Minister', 'the SCO secretary general', 'his counterpart'."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.known import Known
from dragoman.lexicon.offices import posts_named, statuses
from dragoman.reading.mentions.known_names import bodies_inside
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

OWNERS = frozenset({"state", "people", "body"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_JOINERS = frozenset({",", "and", "&", "/"})
_PORTFOLIO_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_NOUNS = frozenset({"NOUN", "PROPN", "X"})
_OF = frozenset({"of", "for", "to"})
_AFTER = 6
_SENT = ("ambassador", "representative", "envoy", "charge d'affaires")
_AFTER_POST = frozenset({"designate", "elect", "nominee"})
_HELD = frozenset({"current", "outgoing", "contested"})


def status_of(word: str) -> str | None:
    """Give the status that a word before an office states: `former`, `acting`, `designate`; `current` for 'outgoing'."""
    status = statuses().get((word,))
    return "current" if status in _HELD else status


class Office(NamedTuple):
    """A phrase that means whoever holds an office.

    Attributes:
        first: Its first token, an article left out.
        stop: Where it stops, exclusive.
        head: The token it turns on, 'minister'.
        post: Normal name of the post; empty for counterparts and for words that only point.
        sort: `post` `counterpart` `pointer` ('the official') or `pair` ('the two ministers').
        status: `current` `former` `acting` or `designate`.
        owners: The states, peoples and bodies whose office it is; several when it speaks of several holders.
        is_plural: Whether it means several people.
        determiner: The article or possessive before it, in small letters; empty for none.
    """

    first: int
    stop: int
    head: int
    post: str
    sort: str
    status: str = "current"
    owners: tuple[Stretch, ...] = ()
    is_plural: bool = False
    determiner: str = ""
    known: tuple[Known, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries whose offices are meant, ISO 3166 alpha-3, each once."""
        of_owners = [known.country for owner in self.owners for known in owner.known[:1] if known.country]
        of_post = [known.country for known in self.known if known.country and known.name == self.post]
        return tuple(dict.fromkeys(of_owners or of_post[:1]))

    @property
    def body(self) -> Stretch | None:
        """The body whose office it is, as named in the phrase."""
        return next((owner for owner in self.owners if owner.kind == "body"), None)

    @property
    def sector(self) -> str | None:
        """PLOVER sector of the post, if it is listed."""
        return next((known.sector for known in self.known), None)


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
    if known is not None:
        return None
    lower = words.lower(place)
    if lower in words_of("counterpart"):
        return _led_up_to(
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
    if words.tokens[head].pos not in _NOUNS or _only_modifies(words, head):
        return None
    is_plural = words.tokens[head].tag in {"NNS", "NNPS"}
    bare = Office(known.first, known.stop, head, known.known[0].name, "post", is_plural=is_plural, known=known.known)
    found = _led_up_to(words, cover, _with_tail(words, cover, bare))
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
    if noun.lower in _AFTER_POST:
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
    found = _led_up_to(words, cover, Office(place, place + 1, place, words.lower(place), "pointer"))
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


def _with_tail(words: Words, cover: Cover, office: Office) -> Office:
    """Take in what comes after the post: '-elect', 'of the Supreme National Security Council', 'for Political Affairs'."""
    place = office.stop
    if words.lower(place) == "-" and words.touch(place) and words.lower(place + 1) in _AFTER_POST:
        return office._replace(stop=place + 2, status="designate")
    if words.lower(place) in _AFTER_POST and words.are_neighbours(place):
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
    if owner is not None and owner.kind in OWNERS and owner.first == first:
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
    if owner.kind == "people" and words.tokens[owner.stop - 1].pos == "ADJ":
        return None
    if following is None and words.tokens[min(owner.stop, len(words) - 1)].tag == "POS":
        following = cover.at(owner.stop + 1)
        if following is not None and following.kind == "body" and words.are_neighbours(owner.stop + 1):
            return office._replace(stop=following.stop, owners=(*office.owners, owner, following))
    if owner.kind == "state" and _goes_on(words, cover, owner.stop):
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


def _led_up_to(words: Words, cover: Cover, office: Office) -> Office:
    """Take in what leads up to the post: grade, portfolio, status, owners, possessive."""
    first, post, status, owners = office.first, office.post, office.status, list(office.owners)
    while words.are_neighbours(first):
        before = words.lower(first - 1)
        owner = _owner_before(words, cover, first)
        if owner is not None:
            owners[:0] = owners_joined(words, cover, owner, office)
            first = owners[0].first
            break
        if before in words_of("passing"):
            break
        if status_of(before):
            first, status = first - 1, status_of(before) or status
        elif before == "-" and status_of(words.lower(first - 2)):
            first, status = first - 2, status_of(words.lower(first - 2)) or status
        elif before in words_of("grade"):
            first, post = first - 1, f"{before} {post}" if office.sort == "post" else post
        elif before in words_of("height"):
            first -= 1
        elif _is_portfolio(words, cover, first - 1, office):
            first, post = first - 1, f"{before} {post}"
        else:
            break
    first, status = _status_ahead(words, first, status)
    determiner = words.lower(first - 1) if words.are_neighbours(first) else ""
    if determiner in _POSSESSIVES and office.sort == "counterpart":
        first -= 1
    return office._replace(first=first, post=post.strip(), status=status, owners=tuple(owners), determiner=determiner)


def _status_ahead(words: Words, first: int, status: str) -> tuple[int, str]:
    """Take in what stands before the owner: 'former Iranian president', 'top US diplomat'."""
    while words.are_neighbours(first) and _says_how(words.lower(first - 1)):
        status = status_of(words.lower(first - 1)) or status
        first -= 1
    return first, status


def _says_how(word: str) -> bool:
    """Tell whether a word says how an office is held or how high it is; 'visiting' says neither."""
    return word not in words_of("passing") and (status_of(word) is not None or word in words_of("height"))


def _owner_before(words: Words, cover: Cover, first: int) -> Stretch | None:
    """Give the state, people or body that ends right before, its possessive ending between."""
    last = first - 1
    if words.tokens[last].tag == "POS" or words.lower(last) in {"'s", "’s"}:
        last -= 1
    owner = cover.at(last) if last >= 0 and words.line[last] == words.line[first] else None
    return owner if owner is not None and owner.kind in OWNERS else None


def owners_joined(words: Words, cover: Cover, owner: Stretch, office: Office) -> list[Stretch]:
    """Give an owner and, for several holders, those joined to it: 'Azeri, Iranian and Russian foreign ministers'."""
    owners = [owner]
    while office.is_plural:
        last = owners[0].first - 1
        while last > 0 and words.lower(last) in _JOINERS and words.are_neighbours(last + 1):
            last -= 1
        before = cover.at(last)
        if last == owners[0].first - 1 or before is None or before.kind not in OWNERS:
            break
        owners.insert(0, before)
    return owners


def _is_portfolio(words: Words, cover: Cover, place: int, office: Office) -> bool:
    """Tell whether a word names what the office is about: 'Petroleum Minister', 'Trade and Industry Minister'."""
    token = words.tokens[place]
    if not cover.is_free(place, place + 1) or token.lower in words_of("passing"):
        return False
    if office.sort == "post" and office.post not in {
        "minister",
        "secretary",
        "adviser",
        "commissioner",
        "envoy",
        "chief",
    }:
        return False
    if token.lower in {"and", "&"}:
        return is_capital(words.tokens[place - 1].text) and is_capital(words.tokens[place + 1].text)
    if office.sort == "pointer":
        return token.tag in {"NN", "JJ"} and token.dep in {"compound", "amod", "nmod"} and not is_capital(token.text)
    is_tagged = token.tag in _PORTFOLIO_TAGS and token.ent[2:] != "PERSON"
    return is_tagged and is_capital(token.text) == is_capital(words.tokens[office.head].text)
