// Where something went: from the left to the right, as wide as there are many. The first series that lead nowhere are left out.
import { LineHeight, text, widest } from "./words.js";

const Space = 8;
const Least = 22;

export function flowsOf(data, width) {
  const links = data.series.flatMap((to, column) => to.values.map((value, row) => ({ source: `from${row}`, target: `to${column}`, value: value ?? 0 })).filter((link) => link.value > 0));
  const sum = (side, name) => links.filter((link) => link[side] === name).reduce((all, link) => all + link.value, 0);
  const from = data.categories.map(({ name }, row) => ({ name: `from${row}`, words: name, depth: 0, many: sum("source", `from${row}`) }));
  const to = data.series.map(({ name }, column) => ({ name: `to${column}`, words: name, depth: 1, many: sum("target", `to${column}`) }));
  const nodes = [...from, ...to].filter(({ many }) => many > 0);
  const most = Math.max(from.filter(({ many }) => many > 0).length, to.filter(({ many }) => many > 0).length, 1);
  const height = most * (Least + 26);
  const side = (list) => Math.min(widest(list.filter(({ many }) => many > 0).map(({ words, many }) => `${words} ${many}`)) + 2 * Space, Math.round(width * 0.36));
  return {
    height,
    chart: {
      animation: false,
      series: [
        {
          type: "sankey",
          left: side(from),
          right: side(to),
          top: LineHeight / 2,
          bottom: LineHeight / 2,
          nodeWidth: 10,
          nodeGap: 14,
          draggable: false,
          silent: true,
          layoutIterations: 0,
          emphasis: { disabled: true },
          data: nodes.map(({ name, words, depth, many }) => ({
            name,
            depth,
            itemStyle: { color: "var(--chart-text)", borderWidth: 0 },
            label: { ...text, show: true, position: depth === 0 ? "left" : "right", distance: Space - 2, width: (depth === 0 ? side(from) : side(to)) - Space, overflow: "break", formatter: () => `${words} ${many}` },
          })),
          links: links.map((link) => ({ ...link, lineStyle: { color: "var(--chart-quiet)", opacity: link.source.slice(4) === link.target.slice(2) ? 0.3 : 0.6, curveness: 0.5 } })),
        },
      ],
    },
  };
}
