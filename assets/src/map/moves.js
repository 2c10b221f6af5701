// Moving about on the map: with a pointer, and with the keyboard alone.
const Arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const Step = 1.25;

// The nearest in a direction, connected ones before all others. What lies more to the side than ahead is not in the direction.
function nearest(node, [right, down]) {
  const from = node.position();
  const among = (nodes) => {
    let best = null;
    let shortest = Infinity;
    nodes.forEach((other) => {
      if (other.same(node)) return;
      const to = other.position();
      const ahead = (to.x - from.x) * right + (to.y - from.y) * down;
      const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
      const far = ahead + 2 * aside;
      if (ahead > 1 && aside <= ahead * 2 && far < shortest) [best, shortest] = [other, far];
    });
    return best;
  };
  return among(node.neighborhood().nodes()) ?? among(node.cy().nodes());
}

export function listen(cy, place, section, facts, focus, showAll) {
  const box = section.querySelector(".map-facts");
  const said = document.getElementById("kart-sagt");
  const state = { begun: false };
  let here = null;

  function stand() {
    if (!here || box.hidden) return;
    const at = here.renderedPosition();
    const half = (here.renderedHeight() / 2) + 8;
    const [width, height] = [box.offsetWidth, box.offsetHeight];
    box.style.left = `${Math.max(0, Math.min(at.x - width / 2, place.clientWidth - width))}px`;
    box.style.top = `${at.y + half + height < place.clientHeight ? at.y + half : Math.max(0, at.y - half - height)}px`;
  }

  function go(node, isSpoken) {
    cy.batch(() => {
      cy.elements().removeClass("here near quiet");
      here = node;
      if (!node) return;
      const near = node.closedNeighborhood();
      cy.elements().not(near).addClass("quiet");
      near.addClass("near");
      node.addClass("here");
    });
    box.hidden = true;
    if (!node) return;
    facts.show(box, node.data());
    place.dataset.here = node.id();
    if (isSpoken) said.textContent = facts.sentence(node.data());
    stand();
  }

  function bring(node) {
    const at = node.renderedPosition();
    const inside = at.x > 60 && at.y > 40 && at.x < place.clientWidth - 60 && at.y < place.clientHeight - 60;
    if (!inside) cy.center(node);
    stand();
  }

  const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: here ? here.renderedPosition() : { x: place.clientWidth / 2, y: place.clientHeight / 2 } });
  const acts = { in: () => zoom(Step), out: () => zoom(1 / Step), all: () => cy.fit(undefined, 24) };

  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { "+": acts.in, "-": acts.out, 0: acts.all, Escape: () => go(null) }[event.key];
    if (event.key in Arrows) {
      const next = here ? nearest(here, Arrows[event.key]) : (focus ?? cy.nodes()[0]);
      if (next) {
        go(next, true);
        bring(next);
      }
    } else if (event.key === "Enter" && here) location.assign(facts.address(here.data()));
    else if (act) act();
    else return;
    state.begun = true;
    event.preventDefault();
  });
  section.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", () => {
    state.begun = true;
    acts[button.dataset.act]();
  }));
  place.addEventListener("pointerdown", () => { state.begun = true; });
  place.addEventListener("wheel", () => { state.begun = true; }, { passive: true });
  // What is chosen by a tap or a key stays until something else is; a pointer that passes only looks.
  let isChosen = false;
  cy.on("tap", "node", (event) => { isChosen = true; go(event.target, true); });
  cy.on("tap", (event) => { if (event.target === cy) { isChosen = false; go(null); } });
  cy.on("mouseover", "node", (event) => { if (!isChosen) go(event.target, false); });
  place.addEventListener("keydown", () => { isChosen = here !== null; });
  cy.on("pan zoom resize", stand);
  addEventListener("resize", () => { if (!state.begun) showAll(); });
  return state;
}
