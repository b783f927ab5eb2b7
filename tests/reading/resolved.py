"""What words of a page resolve to, by name."""

from dragoman.reading.page import Page


def meant(page: Page, words: str) -> list[str | None]:
    """Name the entity that each mention of these words resolves to, by place; None for one that is left open."""
    found = [page.entity_of(mention) for mention in page.mentions if mention.text == words]
    return [entity.name if entity else None for entity in found]
