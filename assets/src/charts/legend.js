import { LineHeight, linesOf, text, widthOf } from "./words.js";

const Mark = 14;
const Gap = 14;

// The legend and the height that it takes. Series are known by their place, for two may share a name; nothing can be switched off.
export function legendOf(series, marks, width) {
  if (series.length < 2) return { height: 0 };
  let [rows, used] = [1, 0];
  const most = width - Mark - 8;
  for (const { name } of series) {
    const wide = Math.min(widthOf(name), most) + Mark + 5;
    if (used > 0 && used + wide > width) [rows, used] = [rows + 1, 0];
    used += wide + Gap;
  }
  return {
    height: rows * (LineHeight + Gap) - Gap + 12,
    option: {
      top: 0,
      left: 0,
      width,
      padding: 0,
      itemGap: Gap,
      itemWidth: Mark,
      itemHeight: Mark - 2,
      selectedMode: false,
      silent: true,
      textStyle: text,
      formatter: (place) => linesOf(series[place].name, most, 1)[0],
      data: marks.map(({ icon, item }, place) => ({ name: String(place), icon, itemStyle: item })),
    },
  };
}
