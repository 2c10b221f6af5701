// A name as the lines of a box, as the picture that the server draws has them.
const Length = 18;
const Most = 3;

const short = (text) => [...text].slice(0, Length - 1).join("");

// A word that is longer than a line goes on in the next one.
function piecesOf(word) {
  const pieces = [];
  for (let rest = word; ; rest = rest.slice(short(rest).length)) {
    if (rest.length <= Length) return [...pieces, rest];
    pieces.push(`${short(rest)}-`);
  }
}

export function nameLines(id, name) {
  const lines = [];
  for (const word of `${id ?? ""} ${name}`.trim().split(/\s+/).flatMap(piecesOf)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length < Length) lines[last] += ` ${word}`;
    else lines.push(word);
  }

  return (lines.length <= Most ? lines : [...lines.slice(0, Most - 1), `${short(lines[Most - 1]).replace(/-$/, "")}…`]).join("\n");
}
