"""What leads up to a post: grade, portfolio, status, whose it is, the possessive before it."""

from collections.abc import Sequence

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.offices import statuses
from dragoman.reading.mentions.office import OWNERS, Office
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words
from dragoman.reading.syntax import Token

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_JOINERS = frozenset({",", "and", "&", "/"})
_PORTFOLIO_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_ORDINALS = frozenset({"first", "second", "third"})
_GRADED = frozenset({"minister", "secretary", "lord", "lady"})
_STATUSES = frozenset({"former", "acting", "designate"})
_BETWEEN = 6  # words, the status among them
_HELD = frozenset({"current", "outgoing", "contested"})
_SINCE = frozenset({"since", "until", "till"})
_GOING_ON = frozenset({"and", "but", "only", "just", ";", "—", "–"})
_VERBS = frozenset({"VERB", "AUX"})


def status_at(words: Words, place: int) -> str | None:
    """Give the status that the word at a place states of the office after it.

    Returns:
        `former`, `acting` or `designate`; `current` for 'outgoing'; None for any other word, and for 'then' that
        goes on with the story: 'and then President Lund left'.
    """
    status = statuses().get((words.lower(place).rstrip("-"),))
    if status is None or _goes_on(words.tokens[place]):
        return None
    return "current" if status in _HELD else status


def _goes_on(word: Token) -> bool:
    """Tell 'then' that says what came next from one that says of when an office is: 'in 2009, then President Lund left'."""
    before = word.before
    if word.lower != "then" or (word.after is not None and word.after.text == "-"):
        return False
    if before is None or before.lower in _SINCE:
        return True
    told = word.sentence.tokens[: word.i - word.sentence.tokens[0].i]
    follows = before.lower in _GOING_ON or (before.text == "," and any(each.pos in _VERBS for each in told))
    return follows and word.head.pos in _VERBS


def led_up_to(words: Words, cover: Cover, office: Office) -> Office:
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
        if stated := status_at(words, first - 1):
            first, status = first - 1, stated
        elif before == "-" and (stated := status_at(words, first - 2)):
            first, status = first - 2, stated
        elif before in words_of("height") or _only_counts(before, post):
            first -= 1
        elif before in words_of("grade"):
            first, post = first - 1, f"{before} {post}" if office.sort == "post" else post
        elif _is_portfolio(words, cover, first - 1, office):
            first, post = first - 1, f"{before} {post}"
        else:
            break
    first, status = _status_ahead(words, first, status)
    status = _status_of_phrase(words, cover, office._replace(first=first, status=status))
    determiner = words.lower(first - 1) if words.are_neighbours(first) else ""
    if determiner in _POSSESSIVES and office.sort == "counterpart":
        first -= 1
    return office._replace(first=first, post=post.strip(), status=status, owners=tuple(owners), determiner=determiner)


def _only_counts(word: str, post: str) -> bool:
    """Tell an ordinal that counts holders from one that is a grade: 'his first attorney general', 'the first vice president'."""
    return word in _ORDINALS and not post.startswith(tuple(words_of("grade"))) and post not in _GRADED


def _status_ahead(words: Words, first: int, status: str) -> tuple[int, str]:
    """Take in what stands before the owner: 'former Iranian president', 'top US diplomat'."""
    while words.are_neighbours(first) and _says_how(words, first - 1):
        status = status_at(words, first - 1) or status
        first -= 1
    return first, status


def _says_how(words: Words, place: int) -> bool:
    """Tell whether a word says how an office is held or how high it is; 'visiting' says neither."""
    word = words.lower(place)
    return word not in words_of("passing") and (status_at(words, place) is not None or word in words_of("height"))


def _status_of_phrase(words: Words, cover: Cover, office: Office) -> str:
    """Give the status that opens the phrase of a post, other nouns between: 'former campaign chairman', 'then-FBI Director'."""
    if office.status != "current" or office.sort != "post":
        return office.status
    place = office.first - 1
    while place > office.first - _BETWEEN and words.are_neighbours(place + 1) and _is_of_phrase(words, place):
        place -= 1
    word = words.tokens[place]
    status, between = status_at(words, place), words.tokens[place + 1 : office.first]
    tops = {*between, words.tokens[office.head], words.tokens[office.head].head}
    is_said = status in _STATUSES and words.are_neighbours(place + 1) and word.head in tops
    return status or office.status if is_said and not _is_of_state(cover, between) else office.status


def _is_of_phrase(words: Words, place: int) -> bool:
    """Tell nouns and adjectives within a phrase from the status that opens it."""
    word = words.tokens[place]
    return (word.pos in {"NOUN", "PROPN", "ADJ"} or word.text == "-") and status_at(words, place) is None


def _is_of_state(cover: Cover, between: Sequence[Token]) -> bool:
    """Tell 'former Soviet republic leader', where the status is the state's."""
    named = next((cover.at(each.i) for each in between if each.text != "-"), None)
    return named is not None and named.kind in {"state", "people", "place"}


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
