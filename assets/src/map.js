// Draws the map of dependencies on a page that has the same as a table. First as the server laid it out; a map that is not too large is then laid out better by a thread of its own.
import cytoscape from "cytoscape";
import ELK from "elkjs/lib/elk-api.js";
import { factsOf } from "./map/facts.js";
import { nameLines } from "./map/lines.js";
import { listen } from "./map/moves.js";
import { styleOf } from "./map/style.js";

// Larger ones take the layered layout longer than anybody waits.
const MostToLayOut = 400;
const Readable = 0.85;
const Edge = 24;

const place = document.getElementById("kart");
const section = place.closest("section");
const words = JSON.parse(place.dataset.words);
const language = document.documentElement.lang;

function elementsOf(map) {
  const nodes = map.nodes.map((node) => ({
    data: { ...node, title: node.name[language] ?? node.name.nb, label: nameLines(node.nationalId, node.name[language] ?? node.name.nb), light: node.status ?? "none" },
    position: { x: node.x, y: node.y },
  }));
  const edges = map.edges.map((edge, at) => ({
    data: { id: `e${at}`, source: edge.receiver, target: edge.giver, light: edge.status ?? "none", criticality: edge.criticality ?? "none", sign: edge.contradicted ? "≠" : "" },
  }));
  return [...nodes, ...edges];
}

// All of it where that can be read; else as large as can be read, with the middle of things in the middle.
function frame(cy, focus) {
  cy.fit(undefined, Edge);
  if (cy.zoom() > 1) cy.zoom(1);
  if (cy.zoom() >= Readable) {
    cy.center();
    return;
  }

  cy.zoom(Readable);
  const middle = (focus ?? cy.nodes().reduce((most, node) => (node.data("waitedBy") > most.data("waitedBy") ? node : most), cy.nodes()[0])).position();
  const box = cy.elements().boundingBox();
  cy.pan({ x: panOf(middle.x, box.x1, box.x2, cy.width()), y: panOf(middle.y, box.y1, box.y2, cy.height()) });
}

// A point in the middle, but no emptiness at the edges while there is more to see on the other side.
function panOf(middle, first, last, size) {
  if ((last - first) * Readable + 2 * Edge <= size) return (size - (first + last) * Readable) / 2;
  return Math.max(size - Edge - last * Readable, Math.min(Edge - first * Readable, size / 2 - middle * Readable));
}

async function layOut(cy) {
  const elk = new ELK({ workerUrl: place.dataset.layoutScript });
  try {
    const graph = await elk.layout({
      id: "map",
      layoutOptions: {
        "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.randomSeed": "1", "elk.layered.spacing.nodeNodeBetweenLayers": "80", "elk.spacing.nodeNode": "20",
        "elk.spacing.componentComponent": "40", "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED", "elk.aspectRatio": "1.6",
      },
      children: cy.nodes().map((node) => ({ id: node.id(), width: 176, height: 60 })),
      edges: cy.edges().map((edge) => ({ id: edge.id(), sources: [edge.source().id()], targets: [edge.target().id()] })),
    });
    return new Map(graph.children.map((child) => [child.id, { x: child.x + child.width / 2, y: child.y + child.height / 2 }]));
  } finally {
    elk.terminateWorker();
  }
}

async function start() {
  section.hidden = false;
  const response = await fetch(place.dataset.map);
  if (!response.ok) throw new Error(`${response.status}`);
  const map = await response.json();
  // The library would write a style into the page, which the page's policy forbids; ours says the same.
  document.querySelector('link[rel="stylesheet"]').id = "__________cytoscape_stylesheet";
  const large = map.nodes.length > MostToLayOut;
  const cy = cytoscape({
    container: place,
    elements: elementsOf(map),
    style: styleOf(large),
    layout: { name: "preset" },
    minZoom: 0.02,
    maxZoom: 3,
    autoungrabify: true,
    boxSelectionEnabled: false,
    hideEdgesOnViewport: map.edges.length > 1500,
    textureOnViewport: large,
    pixelRatio: large ? 1 : "auto",
  });
  const asked = new URL(location.href).searchParams.get("fokus");
  const focus = asked ? cy.nodes().filter((node) => node.id() === asked || `${node.data("nationalId")}` === asked || node.data("title").toLowerCase() === asked.toLowerCase())[0] : undefined;
  frame(cy, focus);
  const moves = listen(cy, place, section, factsOf(words, place.dataset), focus, () => frame(cy, focus));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(styleOf(large)));
  document.fonts.load("14px Inter").then(() => cy.style().update());
  place.dataset.nodes = cy.nodes().length;
  place.dataset.edges = cy.edges().length;
  place.dataset.ready = Math.round(performance.now());
  document.getElementById("kart-sagt").textContent = words.drawn;
  if (large) return;
  const places = await layOut(cy);
  cy.nodes().positions((node) => places.get(node.id()));
  // Nothing moves under the hands of somebody who has begun.
  if (!moves.begun) frame(cy, focus);
  place.dataset.layout = "layered";
}

start().catch(() => {
  if (place.dataset.ready) return;
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = words.failed;
  place.parentElement.replaceWith(said);
});
