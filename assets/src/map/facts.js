// What is known of a node, as a small box and as a sentence to be read aloud.
function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export function factsOf(words, data) {
  const lightOf = (light) => words[light] ?? words.notStated;
  const hrefOf = (node) => {
    const key = node.id.slice(node.id.indexOf(":") + 1);
    if (node.kind === "Initiative") return `${data.root}/tiltak/${node.nationalId ?? key}`;
    return node.kind === "Organisation" ? `${data.root}/virksomheter/${encodeURIComponent(key)}` : null;
  };
  const middleOf = (node) => `${data.page}?fokus=${encodeURIComponent(node.nationalId ?? node.id)}`;
  const linesOf = (node) => [
    ...(node.kind === "Initiative" ? [`${words.statusIs}: ${lightOf(node.status)}`, `${words.riskIs}: ${lightOf(node.risk)}`] : []),
    `${words.waitsFor} ${node.waitsFor}. ${words.waitedBy} ${node.waitedBy}.`,
  ];
  return {
    // Where Enter leads: to its page, or to the map around what has no page.
    address: (node) => hrefOf(node) ?? middleOf(node),
    sentence: (node) => `${node.title}. ${linesOf(node).join(". ")}`,
    show(box, node) {
      const href = hrefOf(node);
      const links = element("p", "");
      if (href) links.append(element("a", words.open, { class: "ds-link", href }), " ");
      links.append(element("a", words.middle, { class: "ds-link", href: middleOf(node) }));
      box.replaceChildren(element("strong", node.title), ...linesOf(node).map((line) => element("p", line)), links);
      box.hidden = false;
    },
  };
}
