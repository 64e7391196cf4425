"""What is quoted counts half, and what stands in several places needs less than what stands in one."""

from tests.copies.writing import article, paragraphs

from wiredesk.copies import find_copies

OWN = tuple(paragraphs(number, 4) for number in range(2))
SHARED = paragraphs("shared", 4)


def _are_copies(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return len(find_copies([article("a", left), article("b", right)])) == 1


def test_typewritten_quotation_marks_are_seen() -> None:
    said = tuple(f"`` {one} '' she said." for one in SHARED)
    assert _are_copies((*SHARED, *OWN[0]), (*SHARED, *OWN[1]))
    assert not _are_copies((*said, *OWN[0]), (*said, *OWN[1]))


def test_sentences_here_and_there_prove_more_than_a_block_of_as_many_words() -> None:
    texts = [paragraphs(f"own {number}", 5) for number in range(2)]
    shared = paragraphs("few", 3)
    scattered = [
        (texts[at][0], shared[0], texts[at][1], shared[1], texts[at][2], shared[2], *texts[at][3:]) for at in range(2)
    ]
    block = [(*texts[at], *shared) for at in range(2)]
    words = len(" ".join(shared).split())
    share = words / min(len(" ".join(one).split()) for one in block)
    assert 0.385 <= share < 0.42
    assert not _are_copies(block[0], block[1])
    assert _are_copies(scattered[0], scattered[1])


def test_copy_of_half_of_a_member_joins_its_set_though_it_shares_nothing_with_the_others() -> None:
    whole = paragraphs("whole", 6)
    cuts = [article("b", whole[:3]), article("c", whole[3:])]
    assert len(find_copies([article("a", whole), *cuts])) == 1
