"""Count in how many reports each word stands, and write `lexicon/word_shares.tsv`.

    python tools/build_word_shares.py ARTICLES.jsonl.gz src/dragoman/lexicon/word_shares.tsv

ARTICLES has one article a line with `title`, `text` and `date`; those without a date are left out.
"""

import gzip
import json
from collections import Counter
from itertools import islice
from pathlib import Path

import click

from dragoman.lexicon.word_shares import FEWEST
from dragoman.reading.gists import READ, terms_of, words_of

_HEAD = (
    "# How many of a thousand news articles on world affairs (2012 to 2020) open with a word; ^: written like a name.\n"
)


@click.command()
@click.argument("articles", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(articles: Path, out: Path) -> None:
    """Count and write."""
    reports: Counter[str] = Counter()
    read = 0
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["date"]:
                reports.update(set(terms_of(islice(words_of(f"{row['title']}\n{row['text']}"), READ))))
                read += 1
    listed = (f"{word}\t{1000 * count / read:.3g}\n" for word, count in sorted(reports.items()) if count >= FEWEST)
    out.write_text(f"{_HEAD}word\tin_a_thousand\n{''.join(listed)}", encoding="utf-8")
    print(f"{read:,} articles, {sum(count >= FEWEST for count in reports.values()):,} words")


if __name__ == "__main__":
    main()
