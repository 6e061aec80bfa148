"""A table of counts as a stacked bar chart that Word draws itself, with its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.quarterly.document import Table

if TYPE_CHECKING:
    from docx.document import Document

WIDTH, ROW_HEIGHT = 24.0, 1.1
"""Centimetres."""
COLOURS = ("56B4E9", "009E73", "E69F00", "D55E00", "999999", "DDDDDD", "CC79A7", "F0E442")
"""Told apart whatever colours one sees (Okabe and Ito); every bar has its number too."""


def add_chart(document: Document, table: Table, described: str) -> None:
    """Add the chart as a paragraph of its own; `described` is read to those who cannot see it."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    name = package.next_partname("/word/charts/chart%d.xml")
    part = Part(PackURI(str(name)), CONTENT_TYPE.DML_CHART, _xml(table), package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    height = 3 + ROW_HEIGHT * len(table.rows)
    document.add_paragraph().add_run()._r.append(_drawing(relation, described, height))


def _xml(table: Table) -> bytes:
    from openpyxl.chart import BarChart
    from openpyxl.chart.label import DataLabelList
    from openpyxl.xml.functions import tostring

    chart: Any = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    chart.legend.position = "b"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False,
                                     showLegendKey=False, showPercent=False)  # fmt: skip
    for column, heading in enumerate(table.headings[1:], 1):
        numbers = [row[column] for row in table.rows]
        colour = COLOURS[(column - 1) % len(COLOURS)]
        chart.series.append(_series(heading, [row[0] for row in table.rows], numbers, colour))
    return bytes(tostring(chart._write()))


def _series(name: str, labels: list[str], numbers: list[str], colour: str) -> Any:
    from openpyxl.chart.data_source import (
        AxDataSource,
        NumData,
        NumDataSource,
        NumVal,
        StrData,
        StrVal,
    )  # fmt: skip
    from openpyxl.chart.series import Series, SeriesLabel

    shown = [NumVal(idx=n, v=number) for n, number in enumerate(numbers) if number != "0"]
    texts = [StrVal(idx=n, v=label) for n, label in enumerate(labels)]
    series: Any = Series(
        tx=SeriesLabel(v=name),
        cat=AxDataSource(strLit=StrData(ptCount=len(texts), pt=texts)),
        val=NumDataSource(numLit=NumData(ptCount=len(numbers), pt=shown)),
    )
    series.graphicalProperties.solidFill = colour
    return series


def _drawing(relation: str, described: str, height: float) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm
    from openpyxl.xml.constants import CHART_NS

    size = f'cx="{Cm(WIDTH)}" cy="{Cm(height)}"'
    drawing: Any = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        '<wp:docPr id="1000" name="Chart"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHART_NS}">'
        f'<c:chart xmlns:c="{CHART_NS}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    drawing[0].docPr.set("descr", described)
    return drawing
