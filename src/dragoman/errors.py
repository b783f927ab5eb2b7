"""What can go wrong, told to whoever can mend it: what, where, what next."""


class DragomanError(Exception):
    """Any failure that is the input's or the user's to mend, worded for them."""


class UsageError(DragomanError):
    """The call itself is off: an unknown filter, a value out of range."""


class InputError(DragomanError):
    """Something handed in cannot be opened at all; the rest of the batch goes on."""


class RecordError(DragomanError):
    """A record is missing, unreadable or not what its parts say."""


class LexiconError(DragomanError):
    """A word list is malformed, or an entry fails its own examples."""


class Refused(DragomanError):  # noqa: N818 - a refusal is an answer, not a fault
    """A reading declined, with its reason; it becomes a row of `refusals`.

    Args:
        code: Kebab-case name of the reason, such as `no-text`.
        detail: One sentence for a person: what was seen and what would help.
        start: First code point concerned, when the refusal is about a stretch.
        end: End of that stretch, exclusive.
    """

    def __init__(self, code: str, detail: str, start: int | None = None, end: int | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.start = start
        self.end = end
