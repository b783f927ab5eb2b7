"""What is due: fingerprints of stages, and which shards lack which part."""

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from msgspec.structs import replace

from dragoman import models
from dragoman.errors import DragomanError
from dragoman.settings import NO_NETWORK, Reading
from dragoman.stages import STAGES, Stage
from dragoman.store.arrivals import STEM as INTAKE
from dragoman.store.parts import Parts

_NAMES, _ACTS = "mentions", "events"


@cache
def fingerprint(name: str, reading: Reading) -> str:
    """Digest all that decides what a stage reads: version, settings, word lists, and the stages before it."""
    stage = next(stage for stage in STAGES if stage.name == name)
    digest = blake2b(digest_size=6)
    for part in (stage.name, stage.version, repr(_settings(stage, reading)), *_known(stage), *_models(stage, reading)):
        digest.update(f"{part}\x1f".encode())
    for before in stage.after:
        digest.update(fingerprint(before, reading).encode())
    return digest.hexdigest()


def _settings(stage: Stage, reading: Reading) -> Reading:
    """Give the settings a stage heeds.

    What the user knows of people is no matter to stages before names are read, nor who weighs acts before acts are.
    """
    if not (stage.name == _ACTS or _comes_after(stage, _ACTS)):
        reading = replace(reading, weigher=NO_NETWORK)
    return reading if stage.name == _NAMES or _comes_after(stage, _NAMES) else replace(reading, own=())


def _comes_after(stage: Stage, name: str) -> bool:
    earlier = [next(each for each in STAGES if each.name == before) for before in stage.after]
    return any(each.name == name or _comes_after(each, name) for each in earlier)


def stem_of(stage: Stage, reading: Reading) -> str:
    """Give the middle of a part's file name: STAGE-FINGERPRINT."""
    return f"{stage.name}-{fingerprint(stage.name, reading)}"


@cache
def current_stems(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Give for each kind the stems whose parts hold now."""
    stems: dict[str, tuple[str, ...]] = {"raws": (INTAKE,)}
    for stage in STAGES:
        for kind in stage.gives:
            stems[kind] = (stem_of(stage, reading),)
    stems["refusals"] = tuple(stem_of(stage, reading) for stage in STAGES)
    return stems


def due(parts: Parts, reading: Reading) -> dict[str, list[str]]:
    """Give for each shard the stages it lacks, in their order; a shard that lacks none is left out."""
    there = {stage.name: parts.there(stage.gives[0]) for stage in STAGES}
    lacking = {shard: _lacking(parts, shard, reading, there) for shard in parts.shards()}
    return {shard: stages for shard, stages in lacking.items() if stages}


def lacking(parts: Parts, shard: str, reading: Reading) -> list[str]:
    """Give the stages one shard lacks, in their order."""
    there = {stage.name: parts.there(stage.gives[0]) for stage in STAGES}
    return _lacking(parts, shard, reading, there)


def _lacking(parts: Parts, shard: str, reading: Reading, there: Mapping[str, frozenset[str]]) -> list[str]:
    marks = {stage.name: parts.path(stage.gives[0], shard, stem_of(stage, reading)).name for stage in STAGES}
    return [name for name, mark in marks.items() if mark not in there[name]]


def _known(stage: Stage) -> list[str]:
    """Digest the word lists a stage knows."""
    return [_digest_of_list(name) for name in stage.knows]


@cache
def _digest_of_list(name: str) -> str:
    """Digest a word list: the file of that name, or all files of the folder of that name."""
    lexicon = files("dragoman").joinpath("lexicon")
    found = [path for path in lexicon.iterdir() if path.name.split(".")[0] == name and not path.name.endswith(".py")]
    found = [inner for path in found for inner in (path.iterdir() if path.is_dir() else [path])]
    if not found:
        raise DragomanError(f"no word list called {name!r} in the lexicon")
    digest = blake2b(digest_size=8)
    for path in sorted(found, key=lambda path: path.name):
        if path.is_file():
            digest.update(path.read_bytes())
    return f"{name}={digest.hexdigest()}"


def _models(stage: Stage, reading: Reading) -> list[str]:
    if stage.name == "parses":
        return [models.parser_version(reading.parser)]
    if stage.name == "tags" and reading.tagger != NO_NETWORK:
        return [models.network_version(reading.tagger)]
    if stage.name == _ACTS and reading.weigher != NO_NETWORK:
        return [models.network_version(reading.weigher)]
    return []
