"""All that can be set, in one frozen struct: read at a door, passed down, never global."""

from pathlib import Path

from msgspec import Struct, ValidationError, toml

from dragoman.errors import UsageError

FILE = "dragoman.toml"
NO_NETWORK = "none"


class Reading(Struct, frozen=True, forbid_unknown_fields=True):
    """What changes the rows; part of every fingerprint.

    Args:
        parser: Catalogue name of the parser.
        tagger: Catalogue name of the network for names and attributions, or `none` for rules alone.
        longest: Code points beyond which a report is refused as `too-long`.
    """

    parser: str = "en_core_web_sm"
    tagger: str = "tagger"
    longest: int = 200_000


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What changes how the work is done, and the reading itself.

    Args:
        reading: What changes the rows.
        shard: Reports in a shard at most; a killed run loses at most one shard of one stage.
        batch: Reports a worker holds at once.
        workers: Processes that read side by side.
    """

    reading: Reading = Reading()
    shard: int = 512
    batch: int = 64
    workers: int = 1


def load_settings(folder: Path) -> Settings:
    """Read `dragoman.toml` of a record, or give what holds without one.

    Raises:
        UsageError: The file names an unknown key or a value of the wrong sort.
    """
    path = folder / FILE
    if not path.exists():
        return Settings()
    try:
        return toml.decode(path.read_bytes(), type=Settings)
    except ValidationError as fault:
        raise UsageError(
            f"{path}: {fault}; known keys are reading.parser, reading.tagger, reading.longest, shard, batch, workers"
        ) from None
