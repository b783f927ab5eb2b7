"""Readers of lengths, habits, hours, and of times that no calendar holds."""

from dragoman.reading.dates.relative import deictic, weekday
from dragoman.reading.dates.scene import Scene, Worth
from dragoman.reading.dates.worth import GRANULARITY, WEEKDAYS, count_of, length_of, of_days, unit_of, vague


def duration(scene: Scene, i: int, j: int) -> Worth | None:
    """Read a length of time; an age is none."""
    unit_word = scene.words[j - 1]
    unit = unit_of(unit_word)
    numbers = scene.codes[i : j - 1]
    if scene.words[i].lower == "one" and unit == "D" and scene.codes[j - 2] == "N" and scene.codes[i - 1 : i] != "i":
        return None
    before = scene.words[i - 1].lower if i else ""
    if before in {"aged", "age", "$"} or (unit == "Q" and numbers in {"N", "A"}):
        return None
    alone = numbers.strip("-u") == "A" and (unit_word.lower.endswith("s") or unit_word.lower == "centuries")
    value = length_of(unit, None if alone else count_of(scene, i, j - 1))
    return Worth(basis="stated", granularity=GRANULARITY.get(unit, "other"), kind="DURATION", value=value)


def uncounted(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `for days`, `over the years`, `years of war`, `weeks after the vote`."""
    word, follows = scene.words[j - 1], scene.words[j].lower if j < len(scene.words) else ""
    plural = word.lower.endswith("s") or word.lower == "centuries"
    led = scene.codes[max(0, i - 1) : i] == "i"
    if not plural or (led and scene.words[i - 1].lower in {"as", "from"}):
        return None
    if not led and (
        follows not in {"of", "after", "before"} or scene.codes[max(0, i - 1) : i] not in {"", "_", ",", "."}
    ):
        return None
    unit = unit_of(word)
    return Worth(
        basis="stated", granularity=GRANULARITY.get(unit, "other"), kind="DURATION", value=length_of(unit, None)
    )


def part_of_unit(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `half a century`, `half-hour`, `a quarter century`."""
    unit = unit_of(scene.words[j - 1])
    if scene.codes[i] == "H" and j == i + 2 and scene.codes[i + 1] not in "UyqcA":
        return None
    size = 0.5 if scene.codes[i] == "H" else 0.25
    return Worth(
        basis="stated", granularity=GRANULARITY.get(unit, "other"), kind="DURATION", value=length_of(unit, size)
    )


def long(scene: Scene, i: int, _j: int) -> Worth | None:
    """Read `decades-long`, `year-long`."""
    return duration(scene, i, i + 1)


def past_units(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the past week`, `past years`, `recent months`, which no calendar holds."""
    unit = unit_of(scene.words[j - 1])
    recent = "r" in scene.codes[i:j]
    if recent:
        return vague(GRANULARITY.get(unit, "other"), "vague-past")
    plural = scene.words[j - 1].lower.endswith("s") or scene.words[j - 1].lower == "centuries"
    value = length_of(unit, None if plural else 1)
    return Worth(
        basis="vague", granularity=GRANULARITY.get(unit, "other"), kind="DURATION", value=value, rule="vague-past"
    )


def habit(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `every day`, `annual`."""
    word = scene.words[j - 1]
    assert word.entry is not None  # noqa: S101 - all these codes come from entries
    if word.code == "W":
        return Worth(basis="stated", granularity="day", kind="SET", constraint=f"every {WEEKDAYS[word.number]}")
    unit = word.entry.unit
    value = unit if word.code == "F" else length_of(unit, count_of(scene, i, j) or 1)
    return Worth(basis="stated", granularity="other", kind="SET", value=value)


def clock(scene: Scene, i: int, j: int) -> Worth | None:
    """Read a time of day, with its day where one stands beside it."""
    word = scene.picked(i, j, "CD")[0]
    zone = any(each.code == "z" for each in scene.words[i:j])
    before = scene.codes[max(0, i - 1) : i]
    if word.code == "C" and not zone and before not in {"i", "j", "o"}:
        return None
    if word.code == "C" and (int(word.lower.split(":")[0]) > 24 or int(word.lower.split(":")[1]) > 59):  # noqa: PLR2004
        return None
    beside = scene.picked(i, j, "TW")
    if beside:
        place = scene.words.index(beside[0], i, j)
        worth = (deictic if beside[0].code == "T" else weekday)(scene, place, place + 1)
        if worth is None:
            return None
        return Worth(**{name: getattr(worth, name) for name in worth.__struct_fields__ if name != "kind"}, kind="TIME")
    return Worth(basis="constraint", granularity="other", kind="TIME", constraint=f"at {scene.said(i, j)}")


def clock_in_sentence(scene: Scene, i: int, j: int) -> Worth:
    """Give a time of day the one day that its sentence names; with none or two it stays a constraint."""
    low, high = scene.sentence_start(i), scene.sentence_end(j)
    days = {told.days for told in scene.antecedents if told.granularity == "day" and low <= told.place < high}
    if len(days) == 1:
        return of_days(days.pop(), "relative", "day", kind="TIME")
    return Worth(basis="constraint", granularity="other", kind="TIME", constraint=f"at {scene.said(i, j)}")
