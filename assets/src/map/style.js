// Colours, outlines and lines of the map, from the page's own colours.
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const Outlines = { Initiative: "round-rectangle", Organisation: "hexagon", Party: "round-rectangle", BuildingBlock: "cut-rectangle", Measure: "barrel", Clarification: "tag" };

function pictureOf(light, colour, edge) {
  const drawn = {
    Green: `<circle cx="8" cy="8" r="6" fill="${colour}"/>`,
    Yellow: `<path d="M8 1l7 13H1z" fill="${colour}" stroke="${edge}"/>`,
    Red: `<path d="M2 2h12v12H2z" fill="${colour}"/>`,
    none: `<circle cx="8" cy="8" r="5" fill="none" stroke="${colour}" stroke-width="2"/>`,
  }[light];
  return `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${drawn}</svg>`)}`;
}

export function styleOf(large) {
  const ink = colourOf("--ds-color-neutral-text-default");
  const paper = colourOf("--ds-color-neutral-background-default");
  const accent = colourOf("--ds-color-accent-base-default");
  const fill = { Green: colourOf("--green"), Yellow: colourOf("--yellow"), Red: colourOf("--red"), none: colourOf("--none-edge") };
  const line = { ...fill, Yellow: colourOf("--yellow-line") };
  const style = [
    {
      selector: "node",
      style: {
        width: 176, height: 60, "background-color": paper, "border-width": 2, label: "data(label)", color: ink, "font-family": "Inter, sans-serif", "font-size": 13, "text-wrap": "wrap", "text-valign": "center", "text-halign": "center",
        "text-margin-x": 16, "text-justification": "left", "line-height": 1.15, "min-zoomed-font-size": 6, "background-width": 16, "background-height": 16, "background-position-x": 14, "background-fit": "none", "background-image-smoothing": "no",
        "overlay-opacity": 0,
      },
    },
    {
      selector: "edge",
      style: {
        width: 1.2, "curve-style": large ? "straight" : "bezier", "target-arrow-shape": "triangle", "arrow-scale": 1, opacity: 0.75, label: "data(sign)", color: fill.Red, "font-size": 26, "font-weight": 700,
        "text-background-color": paper, "text-background-opacity": 1, "text-background-padding": 2, "text-events": "no", "overlay-opacity": 0,
      },
    },
    { selector: 'edge[criticality = "High"]', style: { width: 4 } },
    { selector: 'edge[criticality = "Medium"]', style: { width: 2.4 } },
    { selector: 'edge[light = "none"]', style: { "line-style": "dashed" } },
    { selector: "edge[made = 1]", style: { "line-style": "dotted" } },
  ];
  for (const [kind, shape] of Object.entries(Outlines)) style.push({ selector: `node[kind = "${kind}"]`, style: { shape } });
  style.push({ selector: 'node[kind = "Party"]', style: { "corner-radius": 30 } });
  for (const light of Object.keys(fill)) {
    style.push({ selector: `node[light = "${light}"]`, style: { "border-color": line[light], "background-image": pictureOf(light, fill[light], colourOf("--yellow-edge")) } });
    style.push({ selector: `edge[light = "${light}"]`, style: { "line-color": line[light], "target-arrow-color": line[light] } });
  }

  style.push({ selector: ".quiet", style: { opacity: 0.25 } });
  style.push({ selector: "edge.near", style: { opacity: 1, "z-index": 5 } });
  style.push({ selector: "node.here", style: { "border-width": 5, "border-color": accent, "z-index": 9 } });
  return style;
}
