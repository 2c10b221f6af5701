// Lines over rounds or years. What is not reported is a gap with a hollow ring at the foot; the axis starts at zero.
import { legendOf } from "./legend.js";
import { looksOf, markOf } from "./looks.js";
import { LineHeight, text, widest } from "./words.js";

export function linesOf(data, width) {
  const looks = looksOf(data.series);
  const legend = legendOf(data.series, looks.map(markOf), width);
  const ticks = data.ticks.map((tick) => tick.value);
  const foot = ticks[0] ?? 0;
  const head = ticks.at(-1) ?? 1;
  const names = data.categories.map(({ name }) => name);
  const left = Math.max(widest(data.ticks.map((tick) => tick.words)), 8) + 10;
  const right = 4;
  const room = (width - left - right) / names.length;
  const words = data.series.flatMap((one) => one.words).filter((word) => word !== null);
  // Numbers at the points where they can't run into each other; the axis and the table say the rest.
  const told = data.series.length <= 3 && widest(words) + 6 < room;
  const top = legend.height + (told ? 24 : 14);
  const plot = 220;
  const isMissing = data.series.some((one) => one.values.includes(null));
  return {
    height: top + plot + LineHeight + 16,
    chart: {
      animation: false,
      legend: legend.option,
      grid: { left, right, top, height: plot, outerBoundsMode: "none" },
      xAxis: {
        type: "category",
        data: names.map((_, at) => String(at)),
        boundaryGap: true,
        axisTick: { show: false },
        axisLine: { onZero: true, lineStyle: { color: "var(--chart-axis)" } },
        axisLabel: { ...text, interval: 0, formatter: (at) => names[at], hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: foot,
        max: head,
        interval: ticks.length > 1 ? ticks[1] - ticks[0] : undefined,
        axisLabel: { ...text, color: "var(--chart-quiet)", formatter: (value) => nearest(data.ticks, value) },
        splitLine: { lineStyle: { color: "var(--chart-grid)" } },
      },
      series: [
        ...data.series.map((one, place) => ({
          name: String(place),
          type: "line",
          silent: true,
          emphasis: { disabled: true },
          connectNulls: false,
          showSymbol: true,
          showAllSymbol: true,
          symbol: markOf(looks[place]).icon,
          symbolSize: 9,
          lineStyle: { color: looks[place].edge, width: 2.5, type: ["solid", "dashed", "dotted"][place % 3] },
          itemStyle: { color: looks[place].fill, borderColor: looks[place].edge, borderWidth: 1.5 },
          label: { show: told, position: "top", distance: 6, formatter: ({ dataIndex }) => one.words[dataIndex] ?? "", ...text },
          labelLayout: { hideOverlap: true },
          data: one.values,
        })),
        ...(isMissing ? data.series.map((one, place) => ringsOf(one, looks[place], foot, data.series.length > 1 ? "" : data.missing, room)) : []),
      ],
    },
  };
}

function ringsOf(one, look, foot, words, room) {
  return {
    type: "line",
    silent: true,
    emphasis: { disabled: true },
    symbol: "circle",
    symbolSize: 9,
    showAllSymbol: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color: "var(--chart-paper)", borderColor: look.edge, borderWidth: 2 },
    label: { show: words !== "" && widest([words]) < room, position: "top", formatter: () => words, ...text, color: "var(--chart-quiet)" },
    labelLayout: { hideOverlap: true },
    data: one.values.map((value) => (value === null ? foot : null)),
  };
}

// Sums of steps may be a hair beside the tick they mean.
const nearest = (ticks, value) => ticks.reduce((best, tick) => (Math.abs(tick.value - value) < Math.abs(best.value - value) ? tick : best)).words;
