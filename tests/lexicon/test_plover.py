"""PLOVER's tables are whole, and agree with what its manual says of them."""

import pytest

from dragoman.lexicon.plover import cameo_of, contexts, contexts_by_word, kinds


def test_sixteen_types_in_four_quads() -> None:
    by_quad = {quad: [kind.name for kind in kinds().values() if kind.quad == quad] for quad in (1, 2, 3, 4)}
    assert by_quad == {
        1: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        2: ["COOPERATE", "AID", "RETREAT"],
        3: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
        4: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    }


def test_thirty_seven_contexts() -> None:
    assert len({context.name for context in contexts()}) == 37
    assert contexts_by_word()["warship"] == "military"


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_scores_lie_between_minus_ten_and_ten(kind: object) -> None:
    known = next(each for each in kinds().values() if each is kind)
    assert all(-10 <= score <= 10 for score in (known.score, known.goldstein))
    assert all(-10 <= score <= 10 for mode in known.mode for score in (mode.score, mode.goldstein))
    assert known.future in kinds()


def test_cooperation_ahead_is_agree_and_retreat_ahead_is_concede() -> None:
    ahead = {name: kind.future for name, kind in kinds().items()}
    assert ahead["CONSULT"] == ahead["SUPPORT"] == ahead["COOPERATE"] == ahead["AID"] == "AGREE"
    assert ahead["RETREAT"] == "CONCEDE"


def test_unknown_mode_gives_the_code_of_the_type() -> None:
    assert cameo_of("CONSULT", None) == cameo_of("CONSULT", "no-such") == ("040", 1.0)
    assert cameo_of("CONSULT", "phone") == ("041", 1.0)
