"""The committee paper as a tagged PDF (PDF/UA-1), drawn by typst: the extra `pdf`."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.errors import Refused
from bot.files.paper_chart import COLOURS
from bot.quarterly.document import Chapter, Paper, Table

_SPECIAL = '\\#$*_`<>@~[]"/='


def can_draw() -> bool:
    """Whether the extra is installed."""
    try:
        import typst  # noqa: F401
    except ImportError:
        return False
    return True


def paper_pdf(paper: Paper) -> bytes:
    """The paper as a PDF. Raises Refused when the extra is not installed."""
    try:
        import typst
    except ImportError:
        raise Refused(
            "A PDF needs typst, which is not installed.",
            "Install it with `uv sync --extra pdf`, or take the Word file.",
        ) from None
    drawn = typst.compile("\n".join(_source(paper)).encode(), pdf_standards="ua-1")
    return bytes(drawn)


def _source(paper: Paper) -> Iterator[str]:
    title = _text(f"{paper.title}: {paper.subtitle}")
    yield f"#set document(title: [{title}])"
    yield '#set text(lang: "en", region: "GB", size: 12pt)'
    yield (
        f"#set page(flipped: true, margin: 2cm, header: [{_text(paper.running_head)}], "
        f"footer: context [{_text(paper.running_foot)}, page #counter(page).display()])"
    )
    yield "#set par(justify: false)"
    yield "#show table.cell.where(y: 0): strong"
    yield f"#title[{title}]"
    for name, text in paper.cover:
        yield f"*{_text(name)}:* {_text(text)}\n"
    for chapter in paper.chapters:
        yield from _chapter(chapter)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"#heading(level: {chapter.level})[{_text(chapter.heading)}]"
    for text in chapter.paragraphs:
        yield f"{_text(text)}\n"
    if chapter.table is not None and chapter.chart:
        yield from _chart(chapter.table, chapter.chart)
    if chapter.table is not None:
        yield from _table(chapter.table)


def _chart(table: Table, described: str) -> Iterator[str]:
    """Bars of counts, each with its number, in a figure whose alternative text says them all."""
    alt = described.replace("\\", "\\\\").replace('"', '\\"')
    most = max(sum(map(int, row[1:])) for row in table.rows)
    yield f'#figure(alt: "{alt}", kind: image, supplement: none, outlined: false)['
    for number, heading in enumerate(table.headings[1:]):
        swatch = f'#box(width: 9pt, height: 9pt, fill: rgb("#{COLOURS[number % len(COLOURS)]}"))'
        yield f"{swatch} #text(size: 12pt)[{_text(heading)}] #h(8pt)"
    yield "#grid(columns: (34%, 1fr), row-gutter: 4pt, align: (right + horizon, left + horizon),"
    yield "  column-gutter: 8pt,"
    for row in table.rows:
        yield f"  [{_text(row[0])}], [{''.join(_bars(row, most))}],"
    yield ")]"


def _bars(row: tuple[str, ...], most: int) -> Iterator[str]:
    for number, counted in enumerate(map(int, row[1:])):
        if counted:
            colour = COLOURS[number % len(COLOURS)]
            yield (
                f"#box(width: {100 * counted / most:.1f}%, height: 16pt, "
                f'fill: rgb("#{colour}"), align(center + horizon)[{counted}])'
            )


def _table(table: Table) -> Iterator[str]:
    columns = ", ".join("1fr" if _is_long(table, n) else "auto" for n in range(len(table.headings)))
    yield f"#table(columns: ({columns},), align: left + top, stroke: 0.5pt,"
    yield f"  table.header({', '.join(f'[{_text(heading)}]' for heading in table.headings)}),"
    for row in table.rows:
        yield f"  {', '.join(f'[{_text(cell)}]' for cell in row)},"
    yield ")"


def _is_long(table: Table, column: int) -> bool:
    return any(len(row[column]) > 24 for row in table.rows)


def _text(text: str) -> str:
    """`text` as typst shows it and never runs it."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return "".join(f"\\{c}" if c in _SPECIAL or c in "+-" else c for c in printable)
