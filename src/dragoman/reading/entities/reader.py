"""Each mention of a report to the one thing it means, or to the candidates that remain."""

from dragoman.lexicon.knowledge import knowledge
from dragoman.reading.entities.coreference import resolve
from dragoman.reading.entities.people import name_people
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.scene import Scene
from dragoman.reading.entities.things import name_things
from dragoman.reading.page import Page
from dragoman.records import Entity, Link
from dragoman.settings import OwnTenure


def read_entities(page: Page, own: tuple[OwnTenure, ...] = ()) -> tuple[tuple[Entity, ...], tuple[Link, ...]]:
    """Resolve the mentions of a report.

    Args:
        page: The report, its mentions read.
        own: Tenures known to the user of the record beside those of the tables.

    Returns:
        Entities that links name, by id, and one link for each mention that could be asked: its
        entity, or None with the candidates that remain (basis `group`: it means all of them).
        Days, numbers, and pronouns within quotation marks have no link.
    """
    scene, register = Scene(page), Register(page, knowledge(own))
    name_things(scene, register)
    roster = name_people(scene, register)
    resolve(scene, register, roster)
    return register.rows()
