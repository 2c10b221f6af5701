// Words in charts: their width, and their lines.
export const Family = "Inter, system-ui, sans-serif";
export const Size = 13;
export const LineHeight = 17;

const pen = document.createElement("canvas").getContext("2d");

export function widthOf(text, weight = 400) {
  pen.font = `${weight} ${Size}px ${Family}`;
  return Math.ceil(pen.measureText(text).width);
}

export const widest = (texts, weight) => texts.reduce((most, text) => Math.max(most, widthOf(text, weight)), 0);

// At most so many lines; what is left out of a longer text stands in the table. Words are broken only when they are wider than a line.
export function linesOf(text, width, atMost) {
  const lines = [];
  let rest = text.slice(0, 400).replace(/\s+/g, " ").trim();
  while (rest !== "") {
    let end = rest.length;
    while (end > 1 && widthOf(rest.slice(0, end)) > width) {
      const space = rest.lastIndexOf(" ", end - 1);
      end = space > 0 ? space : end - 1;
    }
    if (lines.length === atMost - 1 && end < rest.length) {
      while (end > 1 && widthOf(`${rest.slice(0, end)} …`) > width) end--;
      lines.push(`${rest.slice(0, end).trim()} …`);
      break;
    }
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return lines.length === 0 ? [""] : lines;
}

export const text = { fontFamily: Family, fontSize: Size, lineHeight: LineHeight, color: "var(--chart-text)" };
