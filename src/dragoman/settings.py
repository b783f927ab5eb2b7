"""All that can be set, in one frozen struct: read at a door, passed down, never global."""

from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, json, toml
from msgspec.structs import replace

from dragoman.errors import UsageError

FILE = "dragoman.toml"
MARK = "RECORD"  # the file by which a folder is known to be a record
OPENING = "dragoman record"  # its first words
NO_NETWORK = "none"
KNOWLEDGE = "knowledge"
RULES = ("most origins", "most precise", "earliest", "latest", "none")  # by which one of several values is chosen
OUTLET = "outlet "  # or by the outlet whose name follows


def is_record(folder: Path) -> bool:
    """Tell whether a folder is a record, of whatever layout."""
    try:
        return (folder / MARK).read_text(errors="replace").startswith(OPENING)
    except (OSError, ValueError):  # no such file, or a path that cannot be one
        return False


class OwnTenure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An office that somebody holds or held, as the user of a record knows it.

    Args:
        person: Id of the person: their Wikidata id, or one made of the name.
        name: The name they go by.
        aliases: Their other names.
        label: The office in the words of the file.
        post: Its normal form.
        country: Alpha-3 code of the state, None for a body's office.
        body: Id of the organisation, None for a state's office.
        start: First day, month or year; None if not stated.
        end: Last one; None if open or not stated.
        source: The file and row it came from.
    """

    person: str
    name: str
    aliases: tuple[str, ...] = ()
    label: str
    post: str
    country: str | None = None
    body: str | None = None
    start: str | None = None
    end: str | None = None
    source: str


class Reading(Struct, frozen=True, forbid_unknown_fields=True):
    """What changes the rows; part of every fingerprint.

    Args:
        parser: Catalogue name of the parser.
        tagger: Catalogue name of the network for names and attributions, or `none` for rules alone.
        weigher: Catalogue name of the network that looks at acts a second time, or `none` for rules alone.
        longest: Code points beyond which a report is refused as `too-long`.
        own: Tenures that the user of the record added with `dragoman knowledge add`.
    """

    parser: str = "en_core_web_sm"
    tagger: str = "tagger"
    weigher: str = NO_NETWORK
    longest: int = 200_000
    own: tuple[OwnTenure, ...] = ()


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What changes how the work is done, and the reading itself.

    Args:
        reading: What changes the rows.
        shard: Reports in a shard at most; a killed run loses at most one shard of one stage.
        batch: Reports a worker holds at once.
        workers: Processes that read side by side.
        rule: Which value of a happening is shown where reports differ: one of `RULES`, or `outlet NAME`.
    """

    reading: Reading = Reading()
    shard: int = 256
    batch: int = 64
    workers: int = 1
    rule: str = RULES[0]


def load_settings(folder: Path) -> Settings:
    """Read `dragoman.toml` of a record, or give what holds without one, and the knowledge added to the record.

    Raises:
        UsageError: The file names an unknown key or a value of the wrong sort.
    """
    settings = _written(folder / FILE)
    try:
        check_rule(settings.rule)
    except UsageError as fault:
        raise UsageError(f"{folder / FILE}: {fault}") from None
    own = tuple(row for file in own_files(folder) for row in own_tenures(file))
    return replace(settings, reading=replace(settings.reading, own=own)) if own else settings


def check_rule(rule: str) -> None:
    """Let the name of a rule pass.

    Raises:
        UsageError: No such rule.
    """
    if rule not in RULES and not rule.startswith(OUTLET):
        raise UsageError(f"no rule {rule!r}; one of {', '.join(RULES)}, or '{OUTLET}NAME'")


def own_files(folder: Path) -> list[Path]:
    """Give the files of knowledge added to a record, in the order of their names."""
    return sorted((folder / KNOWLEDGE).glob("*.json"))


def own_tenures(file: Path) -> tuple[OwnTenure, ...]:
    """Read one file of knowledge as `dragoman knowledge add` put it away.

    Raises:
        UsageError: It was changed by hand and is no such file any more.
    """
    try:
        return json.decode(file.read_bytes(), type=tuple[OwnTenure, ...])
    except DecodeError as fault:
        raise UsageError(f"{file}: {fault}; delete it and add its source again") from None


def _written(path: Path) -> Settings:
    if not path.exists():
        return Settings()
    try:
        return toml.decode(path.read_bytes(), type=Settings)
    except ValidationError as fault:
        raise UsageError(
            f"{path}: {fault}; known keys are reading.parser, reading.tagger, reading.weigher, reading.longest, shard, batch, workers, rule"
        ) from None
