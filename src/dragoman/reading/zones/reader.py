"""What each stretch of a text is: title, dateline, byline, story, caption, credit, licence, chrome or comments."""

from collections.abc import Mapping

from msgspec import Struct

from dragoman.lexicon import zones as lexicon
from dragoman.lexicon.zones import ZoneKind
from dragoman.reading.zones.credits import licence_of, name_outlet, outlet_of, upstream_of
from dragoman.reading.zones.datelines import Dateline, DayHint, read_dateline
from dragoman.reading.zones.days import Stamp, is_day_alone, read_stamp
from dragoman.reading.zones.rules import Tail, Verdict
from dragoman.reading.zones.sheet import Sheet, cut_comments, find_story, judge_lines
from dragoman.reading.zones.titles import find_title, stated_title

Piece = tuple[int, int, ZoneKind, str]
_AROUND = 8  # lines between which and the story a day alone is still the report's
_HEAD = 3  # lines of story behind which a stamp is that of an insertion
_BYLINE_REACH = 20
_DATELINE_LINES = 4


class ZoneReading(Struct, frozen=True, kw_only=True):
    """The zones of a text and what its furniture says of the report.

    `zones` are (start, end, kind, rule) in order; they cover all that is not blank and do not overlap.
    `days` are (start, end, days, basis): days stated as that of publication, the likeliest first;
    `day_hint` is such a day without its year. Offsets count code points.
    """

    zones: tuple[Piece, ...]
    title: tuple[int, int] | None = None
    byline: str | None = None
    dateline_place: str | None = None
    dateline_agency: str | None = None
    outlet: str | None = None
    upstream: str | None = None
    licence: str | None = None
    days: tuple[Stamp, ...] = ()
    day_hint: DayHint | None = None


class _Found(Struct):
    """What one call has found so far: lines by number, the dateline with its line's."""

    head: int | None = None
    byline: str | None = None
    stamps: list[Stamp | DayHint] = []
    dateline: tuple[int, Dateline] | None = None
    pieces: list[Piece] = []
    tails: list[Verdict] = []


def label_zones(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    clean: bool = False,
    weights: Mapping[str, float] | None = None,
) -> ZoneReading:
    """Say what each stretch of a text is, and what its furniture tells of the report; nothing is left out.

    Args:
        text: The report as it came, offsets of its code points stay.
        title: Its title, if others told it.
        outlet: Its outlet, if others told it.
        clean: The text came without furniture; only certain lines are told from story.
        weights: Of the line scorer, in place of the packaged ones.
    """
    sheet = Sheet(text)
    judge_lines(sheet)
    if not clean:
        find_story(sheet, lexicon.weights() if weights is None else weights)
        cut_comments(sheet)
    found = _Found()
    found.head = _find_title(sheet, title, clean=clean)
    found.byline = _settle_bylines(sheet)
    found.stamps = _read_stamps(sheet)
    found.dateline = _find_dateline(sheet)
    _cut_pieces(sheet, found)
    return _reading(sheet, found, outlet)


def _find_title(sheet: Sheet, title: str | None, *, clean: bool) -> int | None:
    if title:
        head, rule = stated_title(sheet.lines, title), "title:stated"
    else:
        story = sheet.story()
        free = [n not in sheet.verdicts for n in range(len(sheet.lines))]
        head, rule = find_title(sheet.lines, sheet.looks, free, story, sheet.lists), "title:lead"
        if clean and head != 0:
            head = None
    if head is not None:
        sheet.label(head, "title", rule)
    return head


def _settle_bylines(sheet: Sheet) -> str | None:
    """Keep the byline nearest to the story; others belong to other stories of the page."""
    bylines = [n for n, verdict in sheet.verdicts.items() if verdict.kind == "byline"]
    story = sheet.story()
    if not bylines or not story:
        return None
    near = [n for n in bylines if story[0] - _BYLINE_REACH <= n <= story[0] + 2] or [
        n for n in bylines if n > story[-1]
    ][:1]
    kept = max(near, key=lambda n: -abs(story[0] - n)) if near else None
    for n in bylines:
        if n != kept:
            sheet.label(n, "chrome", "chrome:byline-elsewhere")
    return _spoken_name(sheet.verdicts[kept].byline) if kept is not None else None


def _spoken_name(name: str | None) -> str | None:
    if name is None:
        return None
    if " and " not in name.lower():
        name = name.split(",")[0]  # a place or an office follows
    return " ".join(
        word.capitalize() if word.isupper() and len(word) > 1 and word != "AND" else word.replace("AND", "and")
        for word in name.split()
    )


def _read_stamps(sheet: Sheet) -> list[Stamp | DayHint]:
    """Read the days that stamps and days alone near the story state; what was updated comes last."""
    story = sheet.story()
    stamps: list[tuple[bool, int, Stamp | DayHint]] = []
    for n, line in enumerate(sheet.lines):
        verdict = sheet.verdicts.get(n)
        stamped = verdict is not None and (verdict.rule == "chrome:stamp" or sheet.kinds[n] == "byline")
        alone = not stamped and bool(story) and story[0] - _AROUND <= n <= story[0] + 1 and is_day_alone(line.text)
        if alone:
            sheet.label(n, "dateline", "dateline:day-alone")
        near = alone or (stamped and bool(story) and (n <= story[0] + _HEAD or n > story[-1]))
        read = read_stamp(line.text, line.start) if near else None
        if read is not None:
            stamps.append((line.text.casefold().startswith(("update", "last", "modif", "story")), n, read))
    return [read for _, _, read in sorted(stamps, key=lambda stamp: stamp[:2])]


def _find_dateline(sheet: Sheet) -> tuple[int, Dateline] | None:
    for n in sheet.story()[:_DATELINE_LINES]:
        dateline = read_dateline(sheet.lines[n].text, sheet.lines[n].start)
        if dateline:
            return n, dateline
    return None


def _cut_pieces(sheet: Sheet, found: _Found) -> None:
    """Cut lines into zones: the dateline before a story, the credit behind it."""
    last = max(sheet.story(), default=-1)
    for n, line in enumerate(sheet.lines):
        start, end = line.start, line.end
        if found.dateline and found.dateline[0] == n:
            dateline = found.dateline[1]
            found.pieces.append((dateline.start, dateline.end, "dateline", dateline.rule))
            start = _skip_blanks(sheet.text, dateline.end)
        tail = _tail(sheet, n, last=n == last) if sheet.kinds[n] == "story" else None
        if tail:
            end = start + len(sheet.text[start : tail.start].rstrip())
        if end > start:
            found.pieces.append((start, end, sheet.kinds[n], sheet.rules[n]))
        if tail:
            found.pieces.append((tail.start, tail.end, tail.verdict.kind, tail.verdict.rule))
            found.tails.append(tail.verdict)


def _skip_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _tail(sheet: Sheet, n: int, *, last: bool) -> Tail | None:
    return sheet.tails.get(n) or (sheet.closings.get(n) if last else None)


def _reading(sheet: Sheet, found: _Found, outlet: str | None) -> ZoneReading:
    verdicts = [sheet.verdicts[n] for n in sorted(sheet.verdicts)]
    ending = max(sheet.story(), default=0)
    credited = [(sheet.verdicts[n], n > ending) for n in sorted(sheet.verdicts)] + [
        (tail, True) for tail in found.tails
    ]
    dateline = found.dateline[1] if found.dateline else Dateline(start=0, end=0, rule="")
    published = name_outlet(outlet) if outlet else outlet_of(verdicts, _texts(sheet, found, "chrome"), dateline.outlet)
    full = [stamp for stamp in found.stamps if not isinstance(stamp, DayHint)]
    hints = [dateline.hint, *(stamp for stamp in found.stamps if isinstance(stamp, DayHint))]
    head = sheet.lines[found.head] if found.head is not None else None
    return ZoneReading(
        zones=tuple(found.pieces),
        title=(head.start, head.end) if head else None,
        byline=found.byline,
        dateline_place=dateline.place,
        dateline_agency=dateline.agency,
        outlet=published,
        upstream=upstream_of(credited, dateline.agency, published),
        licence=licence_of(_texts(sheet, found, "licence")),
        days=((*dateline.days, "dateline"), *full) if dateline.days else tuple(full),
        day_hint=next((hint for hint in hints if hint), None),
    )


def _texts(sheet: Sheet, found: _Found, kind: ZoneKind) -> list[str]:
    return [sheet.text[start:end] for start, end, zone, _ in found.pieces if zone == kind]
