// Patterns over bars and their marks, drawn as strokes. SVG's own patterns stand in a PDF once for every shape, and not every reader of PDF draws them right.

/** Draws the patterns of these looks anew, each right above the shape that it belongs to and below the words on it. */
export function hatch(svg, looks) {
  const patterns = new Map(looks.map(({ fill, pattern }) => [fill, pattern]));
  svg.querySelectorAll(".hatch").forEach((old) => old.remove());
  for (const shape of svg.querySelectorAll("path[fill][stroke]")) {
    const pattern = patterns.get(shape.getAttribute("fill"));
    const strokes = pattern && (pattern.dot ? dots : lines)(cornersOf(shape.getAttribute("d")), pattern);
    if (!strokes) continue;
    const drawn = shape.cloneNode();
    const look = { class: "hatch", d: strokes, fill: "none", stroke: pattern.color, "stroke-width": pattern.width, "stroke-linecap": pattern.dot ? "round" : "butt" };
    Object.entries(look).forEach(([name, value]) => drawn.setAttribute(name, value));
    shape.after(drawn);
  }
}

// Bars and the marks that have a pattern are made of straight lines.
function cornersOf(d) {
  const corners = [];
  for (const [, kind, right, down] of d.matchAll(/([MLl])([^\s,A-Za-z]+)[\s,]([^\s,A-Za-z]+)/g)) {
    const [x, y] = kind === "l" ? corners.at(-1) : [0, 0];
    corners.push([x + Number(right), y + Number(down)]);
  }
  return corners;
}

const rounded = (number) => Math.round(number * 100) / 100;

// The parts within the shape of parallel lines over the whole drawing, so that neighbours agree.
function lines(corners, { step, angle }) {
  const [along, across] = [Math.cos(angle), Math.sin(angle)];
  const away = corners.map(([x, y]) => y * along - x * across);
  let strokes = "";
  for (let line = Math.ceil(Math.min(...away) / step) * step; line < Math.max(...away); line += step) {
    const ends = corners.flatMap(([x, y], at) => {
      const next = (at + 1) % corners.length;
      if (away[at] < line === away[next] < line) return [];
      const part = (line - away[at]) / (away[next] - away[at]);
      return [[rounded(x + part * (corners[next][0] - x)), rounded(y + part * (corners[next][1] - y))]];
    });
    if (ends.length === 2) strokes += `M${ends[0]}L${ends[1]}`;
  }
  return strokes;
}

// Staggered around the shape's middle; none reaches over the edge.
function dots(corners, { step, width }) {
  const [columns, rows] = [0, 1].map((axis) => {
    const [first, last] = [Math.min(...corners.map((corner) => corner[axis])) + width, Math.max(...corners.map((corner) => corner[axis])) - width];
    const many = Math.floor((last - first) / (step / 2));
    return Array.from({ length: many + 1 }, (_, at) => rounded((first + last) / 2 + (at - many / 2) * (step / 2)));
  });
  return rows.flatMap((y, row) => columns.filter((_, column) => column % 2 === row % 2).map((x) => `M${x} ${y}h.01`)).join("");
}
