"""Speech that runs on: quotations without a cue, sentences that go on being reported, remarks placed afterwards."""

from collections.abc import Sequence

from dragoman.reading.page import Page
from dragoman.reading.statements.drafts import Draft, stretch
from dragoman.reading.statements.quotations import Quotation, Quotations
from dragoman.reading.syntax import Sentence, Token

_LEAST_QUOTED = 5  # tokens, marks among them; shorter ones are names and scare quotes
LOOK_BACK = 60  # statements among which one is sought that holds the same words
_REASONING = frozenset(
    {"therefore", "hence", "thus", "moreover", "furthermore", "consequently", "accordingly", "otherwise"}
)
_NORMATIVE = frozenset({"should", "must", "can", "will", "ought", "need", "would"})
_REMARKS = frozenset({"remark", "comment", "statement"})
_SAYING = frozenset({"say", "stress", "claim", "warn", "announce", "declare", "suggest", "confirm", "assure"})


def gather(number: int, sentences: Sequence[Sentence], page: Page, quotations: Quotations, drafts: list[Draft]) -> None:
    """Give each quotation of a paragraph that no cue has claimed to the statement it goes on, or to the running speaker."""
    start, end = sentences[0].start, sentences[-1].end
    for quotation in quotations.between(start, end):
        if _is_claimed(quotation, drafts) or len(page.tokens_in(quotation.start, quotation.end)) < _LEAST_QUOTED:
            continue
        reopened = _reopened(quotation, quotations, drafts)
        owner = reopened or _before(quotation, page, drafts, start)
        if owner is not None and reopened is None and _is_further(quotation, owner):
            drafts.append(_resumed(quotation, page, owner))
        elif owner is not None:
            owner.spans.append((quotation.start, quotation.end))
        elif quotation.start <= start and not page.text[quotation.end : end].strip(" .,;\xa0"):
            floating = _floating(number, quotation, page, quotations, drafts)
            drafts.extend([floating] if floating is not None else [])


def _is_further(quotation: Quotation, owner: Draft) -> bool:
    """Tell a quotation that says more in a new sentence, after a whole one: '“No,” she said. “We shall stay.”'."""
    return quotation.start >= owner.head.sentence.end and owner.spans[0][0] < owner.head.start


def _resumed(quotation: Quotation, page: Page, owner: Draft) -> Draft:
    return Draft(
        lemma=owner.lemma, act="say", rule="resumed", head=page.tokens_in(quotation.start, quotation.end)[0], cue=None,
        spans=[(quotation.start, quotation.end)], speakers=owner.speakers, quotes=True,
    )  # fmt: skip


def _is_claimed(quotation: Quotation, drafts: Sequence[Draft]) -> bool:
    return any(
        start < quotation.end and quotation.start < end
        for draft in drafts[-LOOK_BACK:]
        if not _is_quoted(draft, quotation)
        for start, end in draft.spans
    )


def _is_quoted(draft: Draft, quotation: Quotation) -> bool:
    """Tell whether a statement is one that the quoted words report; a turn of talk, its name quoted too, is no such."""
    return quotation.holds(draft.head.start) and draft.rule.partition("+")[0] != "label"


def _reopened(quotation: Quotation, quotations: Quotations, drafts: Sequence[Draft]) -> Draft | None:
    """Give the statement that holds the quotation which this one re-opens."""
    if not quotation.reopened:
        return None
    earlier = quotations.all[quotations.all.index(quotation) - 1]
    holders = (draft for draft in reversed(drafts) if any(span[1] == earlier.end for span in draft.spans))
    return next((draft for draft in holders if draft.cue is None or not _is_quoted(draft, earlier)), None)


def _before(quotation: Quotation, page: Page, drafts: Sequence[Draft], paragraph: int) -> Draft | None:
    """Give the statement of the same paragraph that a quotation follows at once, its own words quoted too."""
    for draft in reversed(drafts[-LOOK_BACK:]):
        head = draft.head
        if not draft.quotes or not paragraph <= head.start < quotation.start:
            continue
        if head.sentence.end > quotation.start > head.end and page.text[: quotation.start].endswith(", "):
            return draft
        words = [word for word in head.sentence.tokens if word.start < quotation.start]
        whole = len(words) >= len(head.sentence.tokens) - 1
        reach = max(end for _, end in (*draft.spans, draft.cue or (0, 0)) if end <= quotation.start)
        near = max(reach, words[-1].end) if whole else reach
        if not page.text[near : quotation.start].strip(" .,;:\xa0"):
            return draft
    return None


def _floating(
    number: int, quotation: Quotation, page: Page, quotations: Quotations, drafts: Sequence[Draft]
) -> Draft | None:
    """Give a paragraph that is one quotation to whoever spoke last, if the paragraph before ended with their words."""
    outer = [draft for draft in drafts[-LOOK_BACK:] if quotations.at(draft.head.start) is None]
    if number == 0 or not outer:
        return None
    last = max(outer, key=lambda draft: draft.reach)
    between = page.text[last.head.sentence.end : quotation.start]
    if not last.speakers or last.act not in _SAYING or last.negated or between.strip():
        return None
    if page.zone_at(last.head.start) == "title":
        return None  # a motto under the title is another's as often as not
    return Draft(
        lemma=last.lemma, act="say", rule="floating", head=page.tokens_in(quotation.start, quotation.end)[0], cue=None,
        spans=[(quotation.start, quotation.end)], speakers=last.speakers, quotes=True,
    )  # fmt: skip


def draft_continued(sentence: Sentence, before: Sentence | None, page: Page, drafts: Sequence[Draft]) -> Draft | None:
    """Read a sentence that argues on from reported speech: 'Therefore, the two states should …'.

    Only where the sentence before ended in indirect speech, and this one opens with a word of reasoning
    and says what should, can or must be; anything else may as well be the outlet's own.
    """
    words = [word for word in sentence.tokens if word.pos != "PUNCT"]
    root = sentence.root
    if before is None or not drafts or not words or words[0].lower not in _REASONING:
        return None
    if any(
        start < sentence.end and sentence.start < end for draft in drafts[-LOOK_BACK:] for start, end in draft.spans
    ):
        return None
    last = drafts[-1]
    reported = before.start <= last.head.start < before.end and last.act in _SAYING and not last.quotes
    reached = page.text[last.reach : before.end].strip(" .") == ""
    if not (reported and reached and any(child.lower in _NORMATIVE for child in root.children_by("aux"))):
        return None
    return Draft(
        lemma=last.lemma, act="say", rule="continued", head=root, cue=None,
        spans=[stretch(page, sentence.tokens[0].i, sentence.tokens[-1].i)], speakers=last.speakers,
    )  # fmt: skip


def remarks_made(sentence: Sentence) -> Token | None:
    """Give the verb of a sentence that only tells where words were spoken: 'He made the remarks in a meeting with …'."""
    for token in sentence.tokens:
        if (
            token.lemma.lower() in _REMARKS
            and token.dep in {"dobj", "nsubjpass"}
            and token.head.lemma.lower() == "make"
        ):
            return token.head if any(child.dep == "det" for child in token.children) else None
    return None
