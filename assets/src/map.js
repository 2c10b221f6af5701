// Draws the map of dependencies on a page that has the same as a table. First as the server laid it out; a map that is not too large is then laid out better by a thread of its own.
import cytoscape from "cytoscape";
import ELK from "elkjs/lib/elk-api.js";
import { factsOf } from "./map/facts.js";
import { nameLines } from "./map/lines.js";
import { listen } from "./map/moves.js";
import { styleOf } from "./map/style.js";

// Larger ones take the layered layout longer than anybody waits.
const MostToLayOut = 400;
const Readable = 0.75;
const Edge = 24;
const Width = 176;
const Height = 60;

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
    data: { id: `e${at}`, source: edge.receiver, target: edge.giver, light: edge.status ?? "none", criticality: edge.criticality ?? "none", made: edge.madeParts.length > 0 ? 1 : 0, sign: edge.contradicted ? "≠" : "" },
  }));
  return [...nodes, ...edges];
}

// Where the boxes are; the library would measure every label and line for that.
function boundsOf(cy) {
  const bounds = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  cy.nodes().forEach((node) => {
    const { x, y } = node.position();
    bounds.x1 = Math.min(bounds.x1, x - Width / 2);
    bounds.y1 = Math.min(bounds.y1, y - Height / 2);
    bounds.x2 = Math.max(bounds.x2, x + Width / 2);
    bounds.y2 = Math.max(bounds.y2, y + Height / 2);
  });
  return bounds;
}

// All of it where that can be read; else as large as can be read, with the middle of things in the middle.
function frame(cy, focus) {
  const bounds = boundsOf(cy);
  const fitting = Math.min((cy.width() - 2 * Edge) / (bounds.x2 - bounds.x1), (cy.height() - 2 * Edge) / (bounds.y2 - bounds.y1));
  const zoom = Math.min(1, Math.max(Readable, fitting));
  const middle = (focus ?? cy.nodes().reduce((most, node) => (node.data("waitedBy") > most.data("waitedBy") ? node : most), cy.nodes()[0])).position();
  cy.viewport({ zoom, pan: { x: panOf(middle.x, bounds.x1, bounds.x2, cy.width(), zoom), y: panOf(middle.y, bounds.y1, bounds.y2, cy.height(), zoom) } });
}

// A point in the middle, but no emptiness at the edges while there is more to see on the other side.
function panOf(middle, first, last, size, zoom) {
  if ((last - first) * zoom + 2 * Edge <= size + 1) return (size - (first + last) * zoom) / 2;
  return Math.max(size - Edge - last * zoom, Math.min(Edge - first * zoom, size / 2 - middle * zoom));
}

async function layOut(cy) {
  const elk = new ELK({ workerUrl: place.dataset.layoutScript });
  try {
    const graph = await elk.layout({
      id: "map",
      layoutOptions: {
        "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.randomSeed": "1", "elk.layered.spacing.nodeNodeBetweenLayers": "80", "elk.spacing.nodeNode": "20",
        "elk.separateConnectedComponents": "false", "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
      },
      children: cy.nodes().map((node) => ({ id: node.id(), width: Width, height: Height })),
      edges: cy.edges().map((edge) => ({ id: edge.id(), sources: [edge.source().id()], targets: [edge.target().id()] })),
    });
    return new Map(graph.children.map((child) => [child.id, { x: child.x + child.width / 2, y: child.y + child.height / 2 }]));
  } finally {
    elk.terminateWorker();
  }
}

async function start() {
  section.hidden = false;
  // Boxes are drawn with the font that the words are measured in.
  const [response] = await Promise.all([fetch(place.dataset.map), document.fonts.load("13px Inter")]);
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
