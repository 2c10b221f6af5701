// Bundles the styles, scripts and fonts into src/Samstyre.App/wwwroot/dist, each under a name with the hash of its content.
import { build } from "esbuild";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

// Paper is light, also where the screen is dark.
const lightPaper = {
  name: "light-paper",
  setup: (bundle) => bundle.onLoad({ filter: /designsystemet-(css|theme)\/.*\.css$/ }, async ({ path }) => ({
    contents: (await readFile(path, "utf8")).replaceAll("@media (prefers-color-scheme: dark)", "@media screen and (prefers-color-scheme: dark)"),
    loader: "css",
  })),
};

const out = new URL("../src/Samstyre.App/wwwroot/dist/", import.meta.url);
await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: new URL(".", import.meta.url).pathname,
  entryPoints: ["src/samstyre.css", "src/charts.js", "src/draft.js", "src/map.js", "src/layout.js", "src/icon.svg"],
  outdir: out.pathname,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  format: "iife",
  minify: true,
  plugins: [lightPaper],
  loader: { ".woff2": "file", ".svg": "copy" },
  target: ["chrome111", "firefox115", "safari16.4"],
  logLevel: "warning",
});
for (const name of await readdir(out)) {
  if (!/\.(css|js|svg)$/.test(name)) continue;
  const bytes = await readFile(new URL(name, out));
  await writeFile(new URL(`${name}.br`, out), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
