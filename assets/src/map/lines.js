// A name as the lines of a box, as the picture that the server draws has them.
const Length = 18;
const Most = 3;

export function nameLines(id, name) {
  const lines = [];
  for (const word of `${id ?? ""} ${name}`.trim().split(/\s+/)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length < Length) lines[last] += ` ${word}`;
    else lines.push(word);
  }

  const isCut = lines.length > Most;
  return lines.slice(0, Most).map((line, at) => (line.length > Length || (isCut && at === Most - 1) ? `${[...line].slice(0, Length - 1).join("")}…` : line)).join("\n");
}
