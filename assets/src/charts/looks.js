// How series look. Colours are the page's own variables, which the drawing takes over as they are: light, dark and print need
// no other drawing. Neighbours differ in lightness or pattern too, so that they can be told apart in grey and by the colour-blind.
const none = null;
const line = (color, step, angle, width = 1.5) => ({ color, step, angle, width });
const dots = (color, step, width = 3) => ({ color, step, width, dot: true });

const down = Math.PI / 4;
const up = -Math.PI / 4;

// fill, text on it, edge, pattern, mark on lines and in the legend
const tones = {
  Green: ["var(--green)", "var(--on-green)", "var(--green)", none, "circle"],
  Yellow: ["var(--yellow)", "var(--on-yellow)", "var(--yellow-edge)", line("var(--yellow-line)", 6.5, up), "triangle"],
  Red: ["var(--red)", "var(--on-red)", "var(--red)", line("var(--red-line)", 5.5, 0), "rect"],
  NotStated: ["var(--chart-paper)", "var(--chart-text)", "var(--none-edge)", line("var(--none-line)", 7, down, 1), "ring"],
  High: ["var(--chart-1)", "var(--on-chart-1)", "var(--chart-1)", none, "rect"],
  Medium: ["var(--chart-middle)", "var(--on-chart-middle)", "var(--chart-1)", line("var(--chart-middle-line)", 6.5, up), "triangle"],
  Low: ["var(--chart-2)", "var(--on-chart-2)", "var(--chart-1)", dots("var(--chart-2-line)", 9), "circle"],
};

const neutral = [
  ["var(--chart-1)", "var(--on-chart-1)", "var(--chart-1)", none, "circle"],
  ["var(--chart-2)", "var(--on-chart-2)", "var(--chart-1)", line("var(--chart-2-line)", 7.5, up), "rect"],
  ["var(--chart-3)", "var(--on-chart-3)", "var(--chart-3)", line("var(--chart-3-line)", 6.5, Math.PI / 2), "triangle"],
  ["var(--chart-4)", "var(--on-chart-4)", "var(--chart-3)", dots("var(--chart-4-line)", 9), "diamond"],
  ["var(--chart-5)", "var(--on-chart-5)", "var(--chart-5)", line("var(--chart-5-line)", 7.5, down), "roundRect"],
  ["var(--chart-6)", "var(--on-chart-6)", "var(--chart-5)", none, "path://M0 0H10L5 9Z"],
  ["var(--chart-7)", "var(--on-chart-7)", "var(--chart-7)", line("var(--chart-7-line)", 7.5, 0), "path://M3 0H7V3H10V7H7V10H3V7H0V3H3Z"],
];

const lights = ["Green", "Yellow", "Red", "NotStated"];
const named = ([fill, on, edge, pattern, icon], tone) => ({ fill, on, edge, pattern, icon, isLight: lights.includes(tone) });

// One look per series; those without a meaning of their own take the neutral ones in turn.
export function looksOf(series) {
  let next = 0;
  return series.map(({ tone }) => named(tones[tone] ?? neutral[next++ % neutral.length], tone));
}

// A single series is coloured by what its categories mean, if they mean anything.
export function lookOf(category, otherwise) {
  return tones[category.tone] ? named(tones[category.tone], category.tone) : otherwise;
}

// What is not stated is a hollow ring, without pattern.
export const markOf = (look) => (look.icon === "ring" ? { icon: "circle", item: { color: "none", borderColor: look.edge, borderWidth: 2 } } : { icon: look.icon, item: itemOf(look) });

// The mark of bars is a piece of one; status and risk have their shapes everywhere.
export const barMarkOf = (look) => markOf(look.isLight ? look : { ...look, icon: "rect" });

export const itemOf = (look) => ({ color: look.fill, borderColor: look.edge, borderWidth: 1 });
