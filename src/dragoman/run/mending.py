"""Taking damaged parts out, so that the stages that wrote them fall due again."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.run.plan import stem_of
from dragoman.settings import Reading
from dragoman.stages import STAGES
from dragoman.store.parts import Parts, digest_of


def take_out(parts: Parts, damaged: Sequence[Path], reading: Reading) -> list[Path]:
    """Remove damaged parts, and first the marks of the stages that wrote them.

    Raises:
        RecordError: Files as received, or judgements, are among them, which nothing can write again; the others are out.
    """
    lost = [path for path in damaged if path.parent.name in {"raws", "judgements"}]
    again = [path for path in damaged if path not in lost]
    marks = {stem_of(stage, reading): stage.gives[0] for stage in STAGES}
    stems = [path.stem.split("--") for path in again]
    parts.remove([parts.path(marks[stem], shard, stem) for shard, stem in stems if stem in marks])
    parts.remove(again)
    if lost:
        raise RecordError(
            f"{lost[0]}: its bytes are not those that were written, and no reading gives them again; "
            f"take it and {digest_of(lost[0]).name} away, and add its files anew"
        )
    return again
