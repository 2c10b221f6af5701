// Bars lie down, so that their categories can be read; each says its number itself, so there is no axis of values.
import { legendOf } from "./legend.js";
import { barMarkOf, itemOf, lookOf, looksOf } from "./looks.js";
import { LineHeight, linesOf, text, widest, widthOf } from "./words.js";

const Space = 8;
// So many categories stand closer together.
const Many = 16;

export function barsOf(data, width) {
  const stacked = data.kind === "stacked";
  const looks = looksOf(data.series);
  const legend = legendOf(data.series, looks.map(barMarkOf), width);
  const side = sideOf(data, width);
  const bar = data.categories.length > Many ? 14 : stacked ? 22 : data.series.length === 1 ? 20 : 16;
  const bars = stacked ? bar : data.series.length * (bar + 2);
  const row = side.above ? side.lines * LineHeight + bars + 14 : Math.max(bars, side.lines * LineHeight) + 12;
  // Bars stand in the middle of their rows; words above them reach half their height into the row before.
  const top = legend.height + (side.above ? (side.lines * LineHeight) / 2 : 0);
  const { lowest, highest } = reachOf(data, stacked);
  // Room for the words at the bars' ends.
  const ends = stacked ? [data.missing] : [...data.series.flatMap((one) => one.words), data.missing].filter((word) => word !== null);
  const hasEnds = !stacked || data.categories.some((_, at) => data.series.every((one) => !one.values[at]));
  const room = hasEnds ? widest(ends) + Space + 6 : 2;
  const left = (side.above ? 0 : side.width + Space + 4) + (lowest < 0 ? room : 1);
  const plot = Math.max(width - left - room, 40);
  const scale = highest > lowest ? plot / (highest - lowest) : 0;
  const names = data.categories.map((_, at) => String(at));
  return {
    height: top + names.length * row + 4,
    patterned: [...looks, ...data.categories.map((category) => lookOf(category, looks[0]))],
    chart: {
      animation: false,
      legend: legend.option,
      grid: { left, right: width - left - plot, top, height: names.length * row, outerBoundsMode: "none" },
      xAxis: { type: "value", show: false, min: lowest, max: highest > lowest ? highest : lowest + 1 },
      yAxis: [
        {
          type: "category",
          data: names,
          inverse: true,
          z: 3,
          axisLine: { show: false, onZero: false },
          axisTick: { show: false },
          axisLabel: {
            ...text,
            interval: 0,
            formatter: (at) => side.texts[at].join("\n"),
            ...(side.above
              ? { inside: true, margin: lowest < 0 ? -room : 0, align: "left", verticalAlign: "bottom", padding: [0, 0, bars / 2 + 3, 0], ...(lowest < 0 ? { textBorderColor: "var(--chart-paper)", textBorderWidth: 4 } : {}) }
              : { margin: Space + (lowest < 0 ? room : 0) }),
          },
        },
        // Where bars go both ways, zero is a line between them.
        { type: "category", data: names, inverse: true, show: lowest < 0, axisLabel: { show: false }, axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: "var(--chart-axis)" } } },
      ],
      series: data.series.map((one, place) => ({
        name: String(place),
        type: "bar",
        stack: stacked ? "all" : undefined,
        barWidth: bar,
        barGap: "12%",
        silent: true,
        emphasis: { disabled: true },
        itemStyle: itemOf(looks[place]),
        data: one.values.map((value, at) => (stacked ? part : whole)({ data, one, at, value, look: looks[place], scale, place })),
      })),
    },
  };
}

// Beside the bars where there is room, else above them.
function sideOf(data, width) {
  const names = data.categories.map(({ name }) => name);
  const above = width < 560;
  const most = above ? width - 4 : Math.min(Math.round(width * 0.4), 330);
  const texts = names.map((name) => linesOf(name, most, data.categories.length > Many ? 1 : 2));
  return { above, texts, lines: Math.max(...texts.map((lines) => lines.length)), width: Math.min(widest(texts.flat()), most) };
}

function reachOf(data, stacked) {
  const ends = stacked
    ? data.categories.flatMap((_, at) => {
        const values = data.series.map((one) => one.values[at] ?? 0);
        const sum = (sign) => values.filter((value) => value * sign > 0).reduce((all, value) => all + value, 0);
        return [sum(1), sum(-1)];
      })
    : data.series.flatMap((one) => one.values.map((value) => value ?? 0));
  return { lowest: Math.min(0, ...ends), highest: Math.max(0, ...ends) };
}

// What is not reported is no bar of length zero: it is said in words, with the ring that stands for it.
const missing = (data) => ({ value: 0, itemStyle: { color: "none", borderWidth: 0 }, label: { show: true, position: "right", distance: 4, formatter: () => `○ ${data.missing}`, ...text, color: "var(--chart-quiet)" } });

function whole({ data, one, at, value, look }) {
  if (value === null) return missing(data);
  const own = data.series.length === 1 ? lookOf(data.categories[at], look) : look;
  return { value, itemStyle: itemOf(own), label: { show: true, position: value < 0 ? "left" : "right", distance: 5, formatter: () => one.words[at], ...text } };
}

function part({ data, one, at, value, look, scale, place }) {
  if (value === null) return place === 0 && data.series.every((other) => other.values[at] === null) ? missing(data) : { value: null };
  // A category of nothing says its zero, once.
  const isZero = data.series.every((other) => !other.values[at]) && data.series.findIndex((other) => other.values[at] === 0) === place;
  if (isZero) return { value, itemStyle: { borderWidth: 0 }, label: { show: true, position: "right", distance: 5, formatter: () => one.words[at], ...text } };
  const fits = value !== 0 && widthOf(one.words[at], 600) + 3 <= Math.abs(value) * scale;
  // A patch of the part's own colour keeps the pattern away from the number.
  const label = { show: fits, position: "inside", formatter: () => one.words[at], ...text, fontWeight: 600, color: look.on, backgroundColor: look.fill, padding: [0, 2], lineHeight: LineHeight };
  return { value, label };
}
