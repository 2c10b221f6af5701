// Draws the report's charts from what the page says in data-chart. Without this script the tables and words are all there.
import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { barsOf } from "./charts/bars.js";
import { flowsOf } from "./charts/flows.js";
import { linesOf } from "./charts/lines.js";
import { lighten } from "./charts/paper.js";
import { Size } from "./charts/words.js";

use([BarChart, LineChart, SankeyChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

// Wider than the text of an A4 page, so that the words come out as small as the table's.
const PaperWidth = 760;

function drawAt(place, width) {
  const option = ({ lines: linesOf, flow: flowsOf }[place.data.kind] ?? barsOf)(place.data, width);
  place.width = width;
  place.element.style.height = `${option.height}px`;
  place.chart.resize({ width, height: option.height });
  place.chart.setOption(option.chart, { notMerge: true });
  // So that print can scale the drawing if the page turns out narrower.
  place.element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${option.height}`);
}

const places = [];
for (const element of document.querySelectorAll("[data-chart]")) {
  const data = JSON.parse(element.dataset.chart);
  if (data.categories.length === 0 || data.series.length === 0) continue;
  element.hidden = false;
  if (element.nextElementSibling?.classList.contains("chart-part")) element.nextElementSibling.hidden = false;
  const width = element.clientWidth || PaperWidth;
  const place = { element, data, width, chart: init(element, null, { renderer: "svg", width, height: 100 }) };
  drawAt(place, width);
  places.push(place);
}

// The width of the words is known for certain only when the font is there.
const font = `${Size}px Inter`;
if (places.length > 0 && !document.fonts.check(font)) {
  document.fonts.load(font).then(() => places.forEach((place) => drawAt(place, place.width)));
}

let printing = false;
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const place = places.find((one) => one.element === target);
    const width = target.clientWidth;
    if (place && !printing && width > 0 && width !== place.width) drawAt(place, width);
  }
});
places.forEach((place) => resized.observe(place.element));

addEventListener("beforeprint", () => {
  printing = true;
  for (const place of places) {
    drawAt(place, PaperWidth);
    lighten(place.element.querySelector("svg"));
  }
});
addEventListener("afterprint", () => {
  printing = false;
  for (const place of places) {
    const width = place.element.clientWidth || place.width;
    place.chart.dispose();
    place.chart = init(place.element, null, { renderer: "svg", width, height: 100 });
    drawAt(place, width);
  }
});
