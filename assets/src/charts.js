// Draws the report's charts from what the page says in data-chart. Without this script the tables and words are all there.
import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { barsOf } from "./charts/bars.js";
import { flowsOf } from "./charts/flows.js";
import { hatch } from "./charts/hatch.js";
import { linesOf } from "./charts/lines.js";
import { Family, Size } from "./charts/words.js";

use([BarChart, LineChart, SankeyChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

// Wider than the text of an A4 page, so that the words come out as small as the table's.
const PaperWidth = 760;

const places = [];
for (const element of document.querySelectorAll("[data-chart]")) {
  const data = JSON.parse(element.dataset.chart);
  if (data.categories.length > 0 && data.series.length > 0) places.push({ element, data });
}

// Takes the room that the drawing needs, so that the page stays still when it is drawn.
function settle(place, width) {
  Object.assign(place, ({ lines: linesOf, flow: flowsOf }[place.data.kind] ?? barsOf)(place.data, width), { width, isDrawn: false });
  place.element.style.height = `${place.height}px`;
}

function draw(place) {
  if (place.isDrawn) return;
  const size = { width: place.width, height: place.height };
  if (place.drawing) place.drawing.resize(size);
  else place.drawing = init(place.element, null, { renderer: "svg", ...size });
  place.drawing.setOption(place.chart, { notMerge: true });
  const svg = place.element.querySelector("svg");
  // So that print can scale the drawing if the page turns out narrower.
  svg.setAttribute("viewBox", `0 0 ${place.width} ${place.height}`);
  hatch(svg, place.patterned ?? []);
  place.isDrawn = true;
}

let isPrinting = false;
const placeOf = (element) => places.find((place) => place.element === element);

// A long report is on the screen before all of its charts are drawn.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    draw(placeOf(target));
  }
}, { rootMargin: "100%" });

const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const [place, width] = [placeOf(target), target.clientWidth];
    if (isPrinting || width === 0 || width === place.width) continue;
    settle(place, width);
    if (place.drawing) draw(place);
  }
});

let isStarted = false;
function start() {
  if (isStarted) return;
  isStarted = true;
  for (const { element } of places) {
    element.hidden = false;
    if (element.nextElementSibling?.classList.contains("chart-part")) element.nextElementSibling.hidden = false;
  }
  for (const place of places) {
    settle(place, place.element.clientWidth || PaperWidth);
    near.observe(place.element);
    resized.observe(place.element);
  }
}

addEventListener("beforeprint", () => {
  isPrinting = true;
  start();
  for (const place of places) {
    settle(place, PaperWidth);
    draw(place);
  }
});
addEventListener("afterprint", () => {
  isPrinting = false;
  for (const place of places) {
    settle(place, place.element.clientWidth || PaperWidth);
    draw(place);
  }
});

// The width of words is measured once and remembered, so nothing is drawn before their font is there. A page that still loads
// a font isn't loaded, so a browser that prints it at once waits too.
Promise.allSettled([400, 600].map((weight) => document.fonts.load(`${weight} ${Size}px ${Family}`))).then(start);
