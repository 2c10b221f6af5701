// Patterns on paper. A printer's file repeats a pattern's drawing for every shape that it fills: hundreds of bars became megabytes.

/** Makes one shape of all that share a pattern, and drops the patterns that draw nothing. The drawing can't be changed afterwards. */
export function lighten(svg) {
  for (const pattern of svg.querySelectorAll("pattern")) {
    const shapes = [...svg.querySelectorAll(`[fill="url(#${pattern.id})"]`)];
    const drawn = [...pattern.querySelectorAll("path")].some((path) => path.getAttribute("d"));
    const [first, ...rest] = drawn ? shapes : [null, ...shapes];
    first?.setAttribute("d", shapes.map((shape) => shape.getAttribute("d")).join(" "));
    rest.forEach((shape) => shape.remove());
  }
}
