"""Full-text search: a tantivy index beside the parts, a cache that can be deleted at any time."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import tantivy
from msgspec import Struct, json

from dragoman.errors import RecordError

_FIELDS = ("title", "text")
_SHELVED = "shelved.json"
SNIPPET = 240


class Hit(Struct, frozen=True, kw_only=True):
    """A report found, with a passage and the words in it that were asked for.

    `marks` are (start, end) in code points of `passage`.
    """

    report: str
    title: str | None
    outlet: str | None
    published: str | None
    score: float
    passage: str
    marks: tuple[tuple[int, int], ...]


class FullText:
    """The index of one record.

    Args:
        folder: Where it lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def catch_up(self, parts: Sequence[Path], told: Callable[[str], None]) -> None:
        """Index the report parts that are not in yet; begin anew when one of those that are in is gone."""
        shelved = self._shelved()
        if not set(shelved) <= {path.name for path in parts}:
            shutil.rmtree(self.folder)
            shelved = []
        missing = [path for path in parts if path.name not in shelved]
        if not missing:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise RecordError(f"cannot write the search index {self.folder}: {fault.strerror}") from None
        writer = self._open().writer(heap_size=64_000_000, num_threads=1)
        told(f"indexing the texts of {len(missing):,} part{'' if len(missing) == 1 else 's'}")
        for path in missing:
            for row in pq.read_table(path, columns=["id", "title", "outlet", "published", "text"]).to_pylist():
                writer.add_document(tantivy.Document(**{name: value for name, value in row.items() if value}))
        writer.commit()
        writer.wait_merging_threads()
        (self.folder / _SHELVED).write_bytes(json.encode(sorted([*shelved, *(path.name for path in missing)])))

    def search(self, words: str, most: int) -> tuple[int, list[Hit]]:
        """Find reports by words, phrases in quotation marks, AND, OR, NOT.

        Returns:
            How many reports fit, and the best of them.
        """
        index = self._open()
        index.reload()
        query, _faults = index.parse_query_lenient(words, list(_FIELDS))
        searcher = index.searcher()
        found = searcher.search(query, most)
        cutter = tantivy.SnippetGenerator.create(searcher, query, index.schema, "text")
        cutter.set_max_num_chars(SNIPPET)
        hits = [_hit(searcher.doc(address), score, cutter) for score, address in found.hits]
        return found.count or 0, sorted(hits, key=lambda hit: (-hit.score, hit.report))

    def _open(self) -> tantivy.Index:
        builder = tantivy.SchemaBuilder()
        for name in ("id", "outlet", "published"):
            builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
        for name in _FIELDS:
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
        return tantivy.Index(builder.build(), path=str(self.folder))

    def _shelved(self) -> list[str]:
        path = self.folder / _SHELVED
        if path.exists():
            return json.decode(path.read_bytes(), type=list[str])
        if self.folder.exists():
            shutil.rmtree(self.folder)
        return []


def _hit(document: tantivy.Document, score: float, cutter: tantivy.SnippetGenerator) -> Hit:
    snippet = cutter.snippet_from_doc(document)
    passage = snippet.fragment()
    marks = tuple(_in_code_points(passage, mark.start, mark.end) for mark in snippet.highlighted())
    if not passage:
        passage = (document.get_first("text") or "")[:SNIPPET]
    return Hit(
        report=document.get_first("id"),
        title=document.get_first("title"),
        outlet=document.get_first("outlet"),
        published=document.get_first("published"),
        score=round(score, 4),
        passage=passage,
        marks=marks,
    )


def _in_code_points(passage: str, start: int, end: int) -> tuple[int, int]:
    """Turn UTF-8 byte offsets into code points."""
    raw = passage.encode()
    return len(raw[:start].decode()), len(raw[:end].decode())
