"""Which partition of the lexicon a term belongs to: a fixed function of the term, so that no edit ever moves a term.

256 ranges of code-point order, cut so that English technical text spreads evenly; a small index uses fewer, each a run
of neighbouring ranges. The boundaries only decide how work is divided: a site in another script is indexed as well.
"""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["RANGES", "first_term_of", "partition_count", "partition_of_range", "range_of_term"]

# Made from the postings of 10,000 documentation pages, cut to three characters; then the scripts of Unicode.
_BOUNDARIES: tuple[str, ...] = tuple(
    (
        "030 0e5 0xe 123 170 200 206 253 300 39f 42f 485 4ee 5a4 6b0 7d1 885 950 ___ __o _ar _co _di _fx _in _it "
        "_mb _mm _o _on _rp _st _u _wg a6d aa abo acc add adm ae afx ai ali als ani app are asi at att awa ba8 "
        "bas bef bhi blo bou buf byt c47 cal car cbs cdc cha cho cla cli cma cmf col com con cop cp cre crt cst "
        "cus d66 dbc dea def dep des dia dis dll don dro dws eas ej ena enf env esp exa exp ext f85 fe2 fil fin "
        "fmp for fre fun gen get go gui has hel hke hsh i18 ide iid imp ind ini ins int ios isa iso ite jso kja "
        "lar lef lif lit loc low lvb m_c m_s mai map max mcw men mid mob mov msv mul myp nat nel nex noi not nul "
        "obj off on ond onp ope org out p00 pac par pat pen pic plu por ppr pre pri pro psr pun que raw rea red "
        "reg rem rep res reu roo run sam scr see ser set sha sho sin sma sou sql sta std sto str sub sus sys tam "
        "tec tfi thi tim too tra tru typ uiv uni uns url usi val vc vec vie vld vmp vqs vsr vuz wco wed whi win "
        "wme wri x0 yb \u00e0 \u0180 \u0400 \u0590 \u0900 \u0e00 \u4e00 \u5800 \u6200 \u6c00 \u7600 \u8000 \u8a00 "
        "\u9400 \uac00 \ue000 "
    ).split()
)

RANGES = 256
"""The number of ranges; a partition is `RANGES / partitions` of them in a row."""

_POSTINGS_PER_PARTITION = 120_000


def range_of_term(term: str) -> int:
    return bisect_right(_BOUNDARIES, term)


def partition_count(postings: int) -> int:
    """Partitions for an index of so many postings: a power of two, 1 to 256."""
    wanted = max(1, -(-postings // _POSTINGS_PER_PARTITION))
    return min(RANGES, 1 << (wanted - 1).bit_length())


def partition_of_range(number: int, partitions: int) -> int:
    return number * partitions // RANGES


def first_term_of(partition: int, partitions: int) -> str:
    """The lower bound of a partition's terms; empty for the first."""
    first_range = partition * (RANGES // partitions)
    return _BOUNDARIES[first_range - 1] if first_range else ""
