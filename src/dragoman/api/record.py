"""A record and its verbs."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from dragoman.api.answers import Answer
from dragoman.api.asked import first_day, last_day
from dragoman.api.changes import Changed, changes_of
from dragoman.api.dossiers import Dossier, Dyad, dossier, dyad
from dragoman.api.grounds import Grounds, grounds_of
from dragoman.api.judging import event_named, judge, judge_claim
from dragoman.api.known import Added, Listed, add_file, listed
from dragoman.api.names import ids_named
from dragoman.errors import InputError, RecordError, UsageError
from dragoman.intake import open_all
from dragoman.lexicon.knowledge import knowledge
from dragoman.records import KINDS, Judgement
from dragoman.run.engines import hire
from dragoman.run.foreman import carry_out
from dragoman.run.mending import take_out
from dragoman.run.plan import current_stems, due, lacking
from dragoman.run.rates import Planned, Rates, foretell
from dragoman.run.task import Done as TaskDone
from dragoman.run.task import Task
from dragoman.settings import Settings, check_rule, load_settings, own_files
from dragoman.store import checking, exports
from dragoman.store.arrivals import Arrival, put_away
from dragoman.store.choosing import files_of, with_what_stands_alone
from dragoman.store.compacting import Compacted, compact
from dragoman.store.fulltext import FullText, Hit
from dragoman.store.gathering import gathered, place_of
from dragoman.store.laid import LaidRoom, file_of, lay
from dragoman.store.parts import Parts
from dragoman.store.queries import sql
from dragoman.store.room import Room, only_reads

MOST = 1_000_000
_VIEWS = ("reports", "entities", "told", "done", "meetings", "held", "stood", "zones", "mentions", "refusals")


class Found(Struct, frozen=True):
    """Reports that a search found: how many fit, and the best of them."""

    count: int
    hits: list[Hit]


class Done(Struct, frozen=True):
    """What a read did: tasks done, and how many there were to do."""

    tasks: int
    shards: int


class Record:
    """A record of diplomacy in a folder.

    Args:
        parts: The parts of the record.
        settings: How to read.
    """

    def __init__(self, parts: Parts, settings: Settings) -> None:
        self._parts = parts
        self._settings = settings

    @property
    def path(self) -> Path:
        """Folder of the record."""
        return self._parts.root

    @property
    def workers(self) -> int:
        """Processes that read side by side unless a read says otherwise."""
        return self._settings.workers

    def add(
        self,
        *targets: str,
        fields: Mapping[str, str] | None = None,
        stdin: BinaryIO | None = None,
        told: Callable[[int], None] = lambda _: None,
    ) -> Arrival:
        """Put files, folders, archives, feeds or addresses away; nothing is read yet.

        Args:
            targets: Paths, http(s) addresses, or `-` for standard input.
            fields: Our field name → key in the rows of JSON, CSV or Parquet files.
            stdin: Where `-` reads from.
            told: Called with the count of files seen.

        Raises:
            InputError: Not one file could be taken in.
        """
        arriving = open_all(targets, fields=fields or {}, stdin=stdin or sys.stdin.buffer)
        arrival = put_away(self._parts, arriving, self._settings.shard, told)
        if not arrival.new and not arrival.known:
            reasons = "; ".join(f"{one.uri}: {one.detail}" for one in arrival.refusals[:3]) or "nothing was named"
            raise InputError(f"nothing could be taken in: {reasons}")
        return arrival

    def due(self) -> dict[str, list[str]]:
        """Give for each shard the stages it lacks."""
        return due(self._parts, self._settings.reading)

    def plan(self) -> list[Planned]:
        """Say what a read would do, stage by stage, and how long it would take one worker; nothing is read."""
        return foretell(self._parts, self.due())

    def read(
        self,
        *,
        workers: int | None = None,
        engine: str = "local",
        address: str = "auto",
        told: Callable[[Task], None] = lambda _: None,
    ) -> Done:
        """Do what is due; a read that was killed goes on where it was.

        Args:
            workers: Processes side by side on this machine.
            engine: `local`, or `ray` for the machines of a Ray cluster.
            address: Of that cluster.
            told: Called after each task.

        Raises:
            RecordError: Rows cannot be written, or workers died; what was finished is kept.
        """
        self._parts.sweep()
        due, rates = self.due(), Rates(self.path)

        def tell(done: TaskDone) -> None:
            rates.note(done)
            told(done.task)

        try:
            with hire(engine, workers or self._settings.workers, address) as hands:
                carry_out(hands, self._parts.address, due, self._lacking, tell)
        finally:
            rates.keep()
            self._parts.catch_up()
        return Done(sum(map(len, due.values())), len(due))

    def _lacking(self, shard: str) -> list[str]:
        self._parts.catch_up()
        return lacking(self._parts, shard, self._settings.reading)

    def facts(self, **filters: Any) -> Answer:
        """Give statements, events, tenures and standings in one shape; see `ask` for filters."""
        return self.ask("facts", **filters)

    def statements(self, **filters: Any) -> Answer:
        """Give who is reported to have said what."""
        return self.ask("statements", **filters)

    def meetings(self, **filters: Any) -> Answer:
        """Give who met whom."""
        return self.ask("meetings", **filters)

    def offices(self, **filters: Any) -> Answer:
        """Give who is said to hold which office."""
        return self.ask("offices", **filters)

    def standings(self, **filters: Any) -> Answer:
        """Give who is said to stand where in which body."""
        return self.ask("standings", **filters)

    def events(self, **filters: Any) -> Answer:
        """Give who did what to whom."""
        return self.ask("events", **filters)

    def ask(  # noqa: PLR0913 - the filters every list of facts takes
        self,
        verb: str,
        *,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        kind: str | None = None,
        most: int | None = None,
    ) -> Answer:
        """Give the rows of a list that the filters let through, oldest first.

        Args:
            verb: `facts`, `statements`, `meetings`, `offices`, `standings`, `events` or `happenings`.
            who: Name of somebody taking part; a state stands for those who act for it too.
            about: Name of somebody spoken of, or acted upon.
            since: First day, as `2016-04-07`, or a month or year from its beginning.
            until: Last day, or a month or year to its end.
            outlet: Outlet, case aside, `%` for any letters.
            kind: Act, PLOVER type, post or standing, the same way.
            most: Rows at most.

        Raises:
            UsageError: A name nobody in the record goes by, or a day that is none.
        """
        with self._room(gather=verb == "happenings") as room:
            values = {
                "who": ids_named(room, who) if who else None,
                "about": ids_named(room, about) if about else None,
                "since": first_day(since),
                "until": last_day(until),
                "outlet": outlet,
                "kind": kind,
                "most": most if most is not None else MOST,
            }
            return Answer(room.ask(sql("asks", verb), values), verb)

    def happenings(self, **filters: Any) -> Answer:
        """Give acts, each once: how many reports tell it, of how many outlets, from how many origins."""
        return self.ask("happenings", **filters)

    def copies(self) -> Answer:
        """Give the reports that repeat another, each under its origin."""
        with self._room(gather=True) as room:
            return Answer(room.ask(sql("asks", "copies")), "copies")

    def changes(self, report: str) -> list[Changed]:
        """Give what a copy changed of its origin, stretch by stretch.

        Args:
            report: Id of the copy, or its first letters, or the end of its address.
        """
        with self._room(gather=True) as room:
            return changes_of(room, report)

    def conflicts(self, *, rule: str | None = None) -> Answer:
        """Give what reports contradict each other on, and the value a rule chooses, none where it cannot tell.

        Args:
            rule: `most origins`, `most precise`, `earliest`, `latest`, `outlet NAME` or `none`; that of the settings if None.

        Raises:
            UsageError: No such rule.
        """
        rule = rule or self._settings.rule
        check_rule(rule)
        with self._room(gather=True) as room:
            return Answer(room.ask(sql("asks", "conflicts"), {"rule": rule}), "conflicts")

    def matching(self, left: str, right: str) -> Answer:
        """Give what speaks for and against two acts being one, in bits.

        Raises:
            UsageError: An id that names no event, or more than one.
        """
        with self._room(gather=True) as room:
            named = {"left_row": event_named(room, left), "right_row": event_named(room, right)}
            return Answer(room.ask(sql("asks", "matching"), named), "matches")

    def judge(self, left: str, right: str, verdict: str, *, why: str) -> Judgement:
        """Say that two events, or happenings, are the `same`, `different` or `unsure`; the last word on a pair counts."""
        with self._room() as room:
            return judge(self._parts, room, (left, right), verdict, why)

    def judge_claim(self, row: str, verdict: str, *, why: str, field: str | None = None) -> Judgement:
        """Say that a claim is `right` or `wrong`, or that you are `unsure`: what is right is chosen above any rule.

        Args:
            row: Id of an office or standing, or of an event with the `field` it states, or its first letters.
            verdict: The last one on a claim counts.
            why: The reason, in a sentence.
            field: Of an event: `day`, `place`, `killed`, `injured` or `number`.
        """
        with self._room(gather=True) as room:
            return judge_claim(self._parts, room, row, verdict, why, field)

    def named(self, name: str) -> Answer:
        """Give the things a name can mean in this record."""
        with self._room() as room:
            return Answer(room.ask(sql("asks", "named"), {"name": name}), "entities")

    def who(self, name: str, *, most: int = 8) -> Dossier:
        """Gather what the record has on a name, `most` facts of each sort."""
        with self._room(gather=True) as room:
            return dossier(room, name, most, knowledge(self._settings.reading.own))

    def add_knowledge(self, path: str) -> Added:
        """Put a user's own tenures away, from a CSV, FollowTheMoney or Wikidata file; the next read uses them.

        Raises:
            InputError: The file cannot be read, or not one row of it.
        """
        added = add_file(self.path, Path(path))
        self._parts.hand_on(*own_files(self.path))
        self._settings = load_settings(self.path)
        return added

    def knowledge(self) -> list[Listed]:
        """Give the tenures that were added to the record, file by file."""
        return listed(self.path)

    def dyad(self, left: str, right: str, *, most: int = 20) -> Dyad:
        """Gather what passed between two names."""
        with self._room(gather=True) as room:
            return dyad(room, left, right, most)

    def search(self, words: str, *, most: int = 20, told: Callable[[str], None] = lambda _: None) -> Found:
        """Find reports by their words.

        Raises:
            UsageError: Nothing is read yet.
        """
        reports = self._chosen()["reports"]
        if not reports:
            raise UsageError(f"nothing in {self.path} is read yet; `dragoman read {self.path}` reads it")
        index = FullText(self.path / "index")
        index.catch_up(reports, told)
        count, hits = index.search(words, most)
        return Found(count, hits)

    def sql(self, query: str, *, seconds: float = 30) -> Answer:
        """Run one reading query of the user's; it sees the record and nothing else.

        Raises:
            UsageError: It is no single SELECT, is wrong, or takes too long.
        """
        only_reads(query)
        with self._room() as room:
            room.lock(self.path)
            return Answer(room.ask(query, seconds=seconds), "rows")

    def why(self, row: str) -> Grounds:
        """Give the words, the rule, the report and the bytes a row rests on.

        Args:
            row: Id of a row, or its first letters as far as they are unique.
        """
        with self._room() as room:
            return grounds_of(room, row, current_stems(self._settings.reading))

    def open_room(self, told: Callable[[str], None] = lambda _: None) -> Room:
        """Open a reading room to be kept for many questions, the record laid out for them once; the caller closes it.

        Args:
            told: Called with each step of gathering and laying out, where that has not been done yet.
        """
        chosen = self._chosen()
        place = gathered(self.path, chosen, told, rule=self._settings.rule)
        with suppress(RecordError):
            if place:
                return LaidRoom(chosen, lay(chosen, place, told, rule=self._settings.rule), rule=self._settings.rule)
        return Room(chosen, views=True, kept=True, rule=self._settings.rule)

    def stand(self) -> tuple[str, ...]:
        """Name the parts that hold now, judgements aside: another answer means that the record has grown or was read again."""
        return tuple(path.name for kind, paths in self._chosen().items() if kind != "judgements" for path in paths)

    def judgements(self) -> Answer:
        """Give every judgement on a pair of events, the newest first."""
        with Room({"judgements": self._parts.of_kind("judgements")}, views=False) as room:
            return Answer(room.ask(sql("asks", "page_judgements")), "judgements")

    def stems(self) -> Mapping[str, Sequence[str]]:
        """Give for each kind of row the stage and fingerprint of the parts that hold now."""
        return current_stems(self._settings.reading)

    def of_report(self, uri: str, *, most: int = MOST) -> Answer:
        """Give the facts of the report whose address ends so, in the order of its text."""
        with self._room() as room:
            return Answer(room.ask(sql("asks", "of_report"), {"uri": uri, "most": most}), "facts")

    def refusals(self) -> Answer:
        """Give what was not taken in or not read, with reasons."""
        with self._room() as room:
            return Answer(room.ask(sql("asks", "refusals")), "refusals")

    def verify(self, *, mend: bool = False) -> checking.Checked:
        """Check every digest against its bytes and every span against its text.

        Args:
            mend: Take parts out whose bytes are not those written, so that the next read writes them again.

        Raises:
            RecordError: Files as received are damaged, which are to be added again.
        """
        checked = checking.verify(self._chosen())
        if mend and checked.damaged:
            take_out(self._parts, checked.damaged, self._settings.reading)
        return checked

    def compact(self) -> Compacted:
        """Join small shards into full ones, and remove parts that newer ones have taken the place of; no row changes."""
        due = self.due()
        complete = [shard for shard in self._parts.shards() if shard not in due]
        return compact(self._parts, current_stems(self._settings.reading), complete, self._settings.shard)

    def export(self, fmt: str, out: str | Path) -> list[Path]:
        """Write the record's tables as `csv`, `jsonl`, `parquet`, or one `duckdb` file, or its statements as `citron` or `claims`.

        Raises:
            UsageError: The format is none of these.
            RecordError: The place is taken or cannot be written.
        """
        if fmt not in exports.FORMATS:
            raise UsageError(f"no format {fmt!r}; one of {', '.join(exports.FORMATS)}")
        with self._room() as room:
            if fmt in exports.QUOTED:
                return exports.export_statements(room, fmt, Path(out))
            tables = {name: room.ask(f"SELECT * FROM {name} ORDER BY ALL") for name in _VIEWS}  # noqa: S608 - names of ours
        return exports.export(tables, fmt, Path(out))

    def counts(self) -> dict[str, int]:
        """Count the rows of each kind."""
        with self._room() as room:
            return {kind: room.ask(f"SELECT count(*) AS rows FROM {kind}")["rows"][0].as_py() for kind in KINDS}  # noqa: S608

    def _chosen(self) -> dict[str, list[Path]]:
        current: Mapping[str, Sequence[str]] = current_stems(self._settings.reading)
        chosen = files_of(self._parts, current, self._parts.shards(), older=True)
        return with_what_stands_alone(self._parts, chosen)

    @contextmanager
    def _room(self, *, gather: bool = False) -> Iterator[Room]:
        """Open a reading room, over the record laid out where it is; with `gather`, what is gathered across reports lies ready."""
        chosen = self._chosen()
        rule = self._settings.rule
        place = gathered(self.path, chosen, rule=rule) if gather else place_of(self.path, chosen, rule)
        laid = file_of(place) if place else None
        with (
            LaidRoom(chosen, laid, rule=rule)
            if laid and laid.exists()
            else Room(chosen, views=True, gathered=place, rule=rule) as room
        ):
            yield room


def open_record(path: str | Path, *, make: bool = False) -> Record:
    """Open a record, in a folder or at an address such as `s3://bucket/record`; with `make`, begin one when there is none.

    Raises:
        RecordError: There is none, or the place holds something else.
    """
    parts = Parts.create(path) if make else Parts.open(path)
    return Record(parts, load_settings(parts.root))
