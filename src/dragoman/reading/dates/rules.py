"""The rules for times, longest first: a pattern over word codes (see `words`) and who reads it."""

import re
from collections.abc import Callable

from msgspec import Struct

from dragoman.reading.dates import fiscal, lengths, periods, relative, stated
from dragoman.reading.dates.scene import Scene, Worth

Reader = Callable[[Scene, int, int], Worth | None]

_UNIT = "[Uyqwc]"
_NUM = r"(?:A?(?:N|[DnY])o?|A)(?:-[DnNY])?(?:&AH)?u{0,2}"
_WEEKDAY = r"(?:W,?d?)?"
_PART = r"(?:d?Po)?"
_EDGE = r"(?:d?e[o-]?i?d?|[ER]i?)?"
_BY_PLACE = r"od?[tlxv]y"
_YEAR = rf"(?:,?o?Y|{_BY_PLACE})?"


class Rule(Struct, frozen=True):
    """A pattern over codes, its name in the record, and its reader."""

    name: str
    pattern: str
    read: Reader


RULES = (
    Rule("iso", "Z", stated.iso),
    Rule("slashed", "X", stated.in_slashes),
    Rule("clock", r"(?:[TW],?i)?(?:C|D(?=z))[zb]*(?:,?j?[TW])?", lengths.clock),
    Rule("nine-eleven", "D/D", stated.nine_eleven),
    Rule("day-range", rf"M[DQ]-[DQ](?!-?{_UNIT}|[-:]){_YEAR}", stated.day_range),
    Rule("day-range", rf"(?<=B)M[DQ]&[DQ](?!-?{_UNIT}|[-:]){_YEAR}", stated.day_range),
    Rule("day-range", rf"(?:[DQ]-|(?<=B)[DQ]&)[DQ]o?M{_YEAR}", stated.day_range),
    Rule("month-day", rf"{_PART}{_WEEKDAY}M,?d?[DQG](?!-?{_UNIT}|:)(?:{_YEAR})(?:\(W\))?", stated.month_day),
    Rule("day-month", rf"{_PART}{_WEEKDAY}d?(?:[DQ]o?|Oo)M{_YEAR}", stated.month_day),
    Rule("month-year", rf"{_EDGE}M(?:[,o]?Y|{_BY_PLACE})", stated.month),
    Rule("fiscal-year", rf"(?:d?(?:[OQ]-?[qH]|J)o?)?{_EDGE}[dA]?[tlxvf]?I-?(?:[OQ]-?[qH]o?)?y?Y?", fiscal.fiscal_year),
    Rule("quarter", r"d?(?:[OQ]-?q|J)(?:[o,]?Y|od?[tlxv]y|o(?:d)y)?", periods.quarter),
    Rule("quarter", rf"d?lq(?:oY|{_BY_PLACE})", periods.quarter),
    Rule("half", r"d?[OQ]-?Ho?(?:Y|d?[tlxv]y)", periods.half),
    Rule("half", r"d?[OQ]-?H(?:ody)?", periods.half_of_the_year),
    Rule("season", rf"{_EDGE}d?[tlx]?S(?:[,o]?Y|{_BY_PLACE})?", periods.season),
    Rule("weekday-of-week", r"Wo?[tlx]U|[tlx]Uj?W", relative.weekday_of_week),
    Rule("part-of-month", rf"d?[lOQ]Uod?M{_YEAR}", stated.part_of_month),
    Rule("every", rf"V(?:{_NUM})?[UywqW]|F", lengths.habit),
    Rule("weekday", rf"{_PART}(?:[ERe],?j?)?d?[lxvtpf]?WP?", relative.weekday),
    Rule("deictic", r"d?UiT|[ERe]?,?TP?", relative.deictic),
    Rule("part-of-day", r"(?:[ERe]i?)?[tl]P", relative.part_of_day),
    Rule("same-ago", rf"d?s[Uqmy](?:{_NUM}y[gER]|[io]?d?[lv]y)", fiscal.same_ago),
    Rule("ago", rf"{_NUM}{_UNIT}[gER]", relative.ago),
    Rule("ago", rf"(?<!-){_UNIT}[gER]", relative.ago_uncounted),
    Rule("year-ago", r"[dA]?y-[gE](?:[qmU](?!-))?", fiscal.year_ago),
    Rule("beside-told", rf"d{_UNIT}(?:v|[ER](?=[,.;)])|i(?=[,.;)]))", fiscal.beside_told),
    Rule("duration", rf"d?[plxfvt]r?{_NUM}{_UNIT}(?!-?k)", lengths.duration),
    Rule("unit-shifted", rf"{_EDGE}d?[tlxvf]{_UNIT}", relative.unit_shifted),
    Rule("same-unit", r"d?[sh][Uy]", relative.same),
    Rule("past-weekend", "[dt]?pw", relative.past_weekend),
    Rule("past-units", rf"d?(?:pr?|r){_UNIT}", lengths.past_units),
    Rule("edge-of-unit", r"d?eod[Uy]", relative.edge_of_unit),
    Rule("year-end", r"d?[yU](?:-|'_)e(?:[, ]?Y)?", fiscal.year_end),
    Rule("duration", rf"H-?A?{_UNIT}(?!-?k)|A?q-?(?:oA)?c", lengths.part_of_unit),
    Rule("duration", rf"{_NUM}-?{_UNIT}(?!-?k)", lengths.duration),
    Rule("duration", r"(?<=i)d?[Uyqc](?!-?k)|[Uyc](?=[oi])", lengths.uncounted),
    Rule("the-day", "dU", fiscal.the_day),
    Rule("duration", rf"(?<=B)[DnN]&[DnN]{_UNIT}(?!-?k)", lengths.duration),
    Rule("duration", "[Uyc]-u", lengths.long),
    Rule("weekend", "d?w", relative.weekend),
    Rule("decade", rf"{_EDGE}d?K", periods.decade),
    Rule("century", rf"{_EDGE}d?[OQ]-?c", periods.century),
    Rule("year-range", "Y-[YDn]", periods.year_range),
    Rule("year", rf"{_EDGE}Y", periods.year),
    Rule("month", rf"{_EDGE}(?:d?[tlx])?M", stated.month),
)
ANY = re.compile(
    "(?=[^_.,\n])(?:" + "|".join(f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(RULES)) + ")"
)
"""All rules at once; the last group that matched numbers the rule."""
EACH = tuple(re.compile(rule.pattern) for rule in RULES)
"""The rules one by one, for places where the first one's reader declined."""
