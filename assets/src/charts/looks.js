// How series look. Colours are the page's own variables, which the drawing takes over as they are: light, dark and print need
// no other drawing. Every colour has its pattern, so that it can be told from its neighbours in grey and by the colour-blind.
const none = { symbol: "none" };
const line = (color, gap, rotation, width = 1.5) => ({ symbol: "rect", symbolSize: 1, color, dashArrayX: [1, 0], dashArrayY: [width, gap], rotation });
const dots = (color, gap, size = 3) => ({ symbol: "circle", symbolSize: 1, color, dashArrayX: [[size, gap], [0, (size + gap) / 2, size, (gap - size) / 2]], dashArrayY: [size, gap / 2], rotation: 0 });

const down = Math.PI / 4;
const up = -Math.PI / 4;

// fill, text on it, edge, pattern, mark on lines and in the legend
const tones = {
  Green: ["var(--green)", "var(--on-green)", "var(--green)", none, "circle"],
  Yellow: ["var(--yellow)", "var(--on-yellow)", "var(--yellow-edge)", line("var(--yellow-line)", 5, up), "triangle"],
  Red: ["var(--red)", "var(--on-red)", "var(--red)", line("var(--red-line)", 4, 0), "rect"],
  NotStated: ["var(--chart-paper)", "var(--chart-text)", "var(--none-edge)", line("var(--none-line)", 6, down, 1), "ring"],
  High: ["var(--chart-1)", "var(--on-chart-1)", "var(--chart-1)", none, "rect"],
  Medium: ["var(--chart-middle)", "var(--on-chart-middle)", "var(--chart-1)", line("var(--chart-middle-line)", 5, up), "triangle"],
  Low: ["var(--chart-2)", "var(--on-chart-2)", "var(--chart-1)", dots("var(--chart-2-line)", 6), "circle"],
};

const neutral = [
  ["var(--chart-1)", "var(--on-chart-1)", "var(--chart-1)", none, "circle"],
  ["var(--chart-2)", "var(--on-chart-2)", "var(--chart-1)", line("var(--chart-2-line)", 6, up), "rect"],
  ["var(--chart-3)", "var(--on-chart-3)", "var(--chart-3)", none, "triangle"],
  ["var(--chart-4)", "var(--on-chart-4)", "var(--chart-3)", dots("var(--chart-4-line)", 6), "diamond"],
  ["var(--chart-5)", "var(--on-chart-5)", "var(--chart-5)", line("var(--chart-5-line)", 6, down), "roundRect"],
  ["var(--chart-6)", "var(--on-chart-6)", "var(--chart-5)", none, "path://M0 0H10L5 9Z"],
  ["var(--chart-7)", "var(--on-chart-7)", "var(--chart-7)", line("var(--chart-7-line)", 6, 0), "path://M3 0H7V3H10V7H7V10H3V7H0V3H3Z"],
];

const named = ([fill, on, edge, decal, icon]) => ({ fill, on, edge, decal, icon });

// One look per series; those without a meaning of their own take the neutral ones in turn.
export function looksOf(series) {
  let next = 0;
  return series.map(({ tone }) => named(tones[tone] ?? neutral[next++ % neutral.length]));
}

// A single series is coloured by what its categories mean, if they mean anything.
export function lookOf(category, otherwise) {
  return tones[category.tone] ? named(tones[category.tone]) : otherwise;
}

// A mark of its own: what is not stated is a hollow ring, without pattern.
export const markOf = (look) => (look.icon === "ring" ? { icon: "circle", item: { color: "var(--chart-paper)", borderColor: look.edge, borderWidth: 2, decal: none } } : { icon: look.icon, item: itemOf(look) });

export const itemOf = (look) => ({ color: look.fill, borderColor: look.edge, borderWidth: 1, decal: look.decal });
