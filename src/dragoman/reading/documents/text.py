"""Bytes into words: encodings, line ends and control characters; nothing else is changed.

The words stay as received: no Unicode normal form is applied, since offsets are promised on the
text as it stands and quotations are compared by whoever checks them. Only what no reader sees is
changed: a byte order mark is dropped, every line end becomes one newline, and each control
character, lone surrogate or NUL becomes one space or U+FFFD, so that lengths hold.
"""

import codecs
import re
from functools import cache

from dragoman.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF; save its text first"),
    (b"\x89PNG", "a picture; leave it out"),
    (b"\xff\xd8\xff", "a picture; leave it out"),
    (b"GIF8", "a picture; leave it out"),
    (b"RIFF", "a picture or sound; leave it out"),
    (b"ID3", "a sound; leave it out"),
    (b"OggS", "a sound or film; leave it out"),
    (b"\x7fELF", "a program; leave it out"),
    (b"MZ\x90", "a program; leave it out"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as text or HTML"),
    (b"{\\rtf", "a rich-text document; save it as text or HTML"),
    (b"SQLite format 3", "a database; export a table of articles as CSV or Parquet"),
    (b"PK\x03\x04", "an archive or Office document; save it as text or HTML"),
)
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNPAIRED = re.compile("[\ud800-\udfff]")
_SEEN = bytes({*range(256)} - {*range(9), 11, 12, *range(14, 32), 127})  # blanks, letters, parts of letters
_ODD = (b"\xe2\x80\xa8", b"\xe2\x80\xa9")  # line and paragraph separator in UTF-8
_CONTROL = re.compile(b"\xc2[\x80-\x9f]")
_SURROGATE = re.compile(b"\xed[\xa0-\xbf]")
_SAMPLE = 65_536
_MOST_CONTROLS = 0.1
_MOST_BROKEN = 0.002
_FEW_HIGH = 0.05


def text_of(content: bytes, declared: str | None = None) -> str:
    """Decode bytes and tidy the text.

    Args:
        content: A file as received.
        declared: Encoding its envelope states, believed where the bytes bear it out.

    Raises:
        Refused: `binary` for what is no text, `undecodable` when no encoding fits.
    """
    return tidy(decode(content, declared))


def tidy(text: str) -> str:
    """Make every line end one newline and blank what cannot be seen, one for one."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_tidy(text.encode("utf-8", "surrogatepass")):
        return text
    return _UNPAIRED.sub("\ufffd", _UNSEEN.sub(" ", _LINE_ENDS.sub("\n", text)))


def letters_of(text: str) -> str:
    """Give the letters and digits of a text in small letters: titles that differ in marks alone are then the same."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _is_tidy(encoded: bytes) -> bool:
    """Tell, at the speed of a copy, whether a text in UTF-8 holds nothing to mend; most do not."""
    if encoded.translate(None, _SEEN) or any(odd in encoded for odd in _ODD):
        return False
    if b"\xc2" in encoded and _CONTROL.search(encoded):
        return False
    return not (b"\xed" in encoded and _SURROGATE.search(encoded))


def decode(content: bytes, declared: str | None = None) -> str:
    """Decode bytes: by their mark, as UTF-8, as declared, and only then by their looks.

    UTF-8 goes before what is declared, for it does not fit by chance and servers declare much.

    Raises:
        Refused: `binary` for what is no text, `undecodable` when no encoding fits.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    refuse_binary(content)
    for likely in ("utf-8", _wide(content), _known(declared)):
        if likely and (text := _strictly(content, likely)) is not None:
            return text
    if _broken(content, content.decode("utf-8", "ignore")) <= _MOST_BROKEN:
        return content.decode("utf-8", "replace")
    return _by_looks(content)


def refuse_binary(content: bytes) -> None:
    """Refuse what is no text by its first bytes.

    Raises:
        Refused: `binary`, saying what it is where that can be told.
    """
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise Refused("binary", f"this is {what}")
    head = content[:_SAMPLE]
    if _wide(head):
        return
    controls = len(head.translate(None, _SEEN))
    if controls > _MOST_CONTROLS * len(head) or head.count(0) > _MOST_BROKEN * len(head) + 4:
        raise Refused("binary", "these bytes are no text; give text, HTML, JSON, CSV, Parquet, a feed or a web archive")


def _wide(content: bytes) -> str | None:
    """Name UTF-16 where every other byte is NUL and no mark says so."""
    head = content[:_SAMPLE]
    half = len(head) // 2
    if half < len(_SIGNATURES):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


@cache
def _known(declared: str | None) -> str | None:
    """Give the codec a declared name stands for, widened as browsers do."""
    if not declared:
        return None
    name = declared.strip(" \"'").lower()
    wider = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
    try:
        return codecs.lookup(wider.get(name, name)).name
    except LookupError:
        return None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _broken(content: bytes, kept: str) -> float:
    """Share of bytes that are no UTF-8, among a text that otherwise shows it is UTF-8."""
    if kept.isascii():
        return 1.0
    return (len(content) - len(kept.encode())) / len(content)


def _by_looks(content: bytes) -> str:
    """Decode a legacy encoding; a text with few bytes above ASCII is Western."""
    high = len(content) - len(content.decode("ascii", "ignore"))
    if high <= _FEW_HIGH * len(content):
        return content.decode("cp1252", "replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs 30 ms and is seldom needed

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        raise Refused("undecodable", "no encoding fits these bytes; save the file as UTF-8")
    return content.decode(best.encoding, "replace")
