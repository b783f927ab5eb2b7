"""The query files of `sql/`, and what each of them needs."""

import re
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files

from dragoman.store.by_hand import BY_HAND

_NEEDS = re.compile(r"^-- Needs: (.*)\.$", re.MULTILINE)
_TAKES = re.compile(r"^-- Takes: (.*)\.$", re.MULTILINE)
# What compares report with report, or lays out what is compared: worked out once a room, and only when asked for.
ROOTS = frozenset({"shared_shingles", "ties", "acts", "compared"})


@cache
def sql(folder: str, name: str) -> str:
    """Give the text of a query file."""
    return files("dragoman").joinpath("sql", folder, f"{name}.sql").read_text()


@cache
def names_in(folder: str) -> tuple[str, ...]:
    """List the query files of a folder, each after those it needs."""
    found = sorted(
        path.name[:-4] for path in files("dragoman").joinpath("sql", folder).iterdir() if path.name.endswith(".sql")
    )
    graph = {name: [need for need in needs_of(sql(folder, name)) if need in found] for name in found}
    return tuple(TopologicalSorter(graph).static_order()) if folder == "views" else tuple(found)


@cache
def names_gathered() -> tuple[str, ...]:
    """List what is gathered across reports, each after what it needs: what compares reports, and what rests on that."""
    views = names_in("views")
    graph = {
        name: [need for need in needed_by(name) if need in views or need in BY_HAND] for name in (*views, *BY_HAND)
    }
    found: list[str] = []
    for name in TopologicalSorter(graph).static_order():
        if name in ROOTS or set(graph[name]) & set(found):
            found.append(name)
    return tuple(found)


@cache
def all_views() -> tuple[str, ...]:
    """List every view and what is gathered, each after what it needs."""
    views = (*names_in("views"), *BY_HAND)
    graph = {name: [need for need in needed_by(name) if need in views] for name in views}
    return tuple(TopologicalSorter(graph).static_order())


def needed_by(name: str) -> tuple[str, ...]:
    """Give the tables and views something gathered needs."""
    return BY_HAND[name].needs if name in BY_HAND else needs_of(sql("views", name))


@cache
def views_under(names: tuple[str, ...]) -> tuple[str, ...]:
    """List the views that some rest on, themselves among them, each after those it needs."""
    wanted = list(names)
    for name in wanted:
        wanted += [
            need for need in needed_by(name) if need not in wanted and (need in BY_HAND or need in names_in("views"))
        ]
    return tuple(name for name in names_in("views") if name in wanted)


def needs_of(query: str) -> tuple[str, ...]:
    """Give the tables and views a query says it needs."""
    match = _NEEDS.search(query)
    return tuple(match.group(1).split(", ")) if match else ()


def takes_of(query: str) -> str | None:
    """Give the names of the values a view is to be given, where it is one that takes any."""
    match = _TAKES.search(query)
    return match.group(1) if match else None
