// Compiles the portals' stylesheet and copies the fonts to src/nsis/portals/.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const portals = join(here, "../../src/nsis/portals");
const pages = join(portals, "static/portals");
const modules = join(here, "node_modules");

function copy(from, ...to) {
  mkdirSync(dirname(join(...to)), { recursive: true });
  copyFileSync(join(modules, from), join(...to));
}

const { css } = sass.compile(join(here, "portals.scss"), {
  style: "compressed",
  importers: [new sass.NodePackageImporter(here)],
});
mkdirSync(join(pages, "css"), { recursive: true });
const notice = "/*! Contains GOV.UK Frontend, MIT, (c) Crown copyright (Government Digital Service): see LICENSE */";
writeFileSync(join(pages, "css/portals.css"), `${notice}\n${css}\n`);

const woff = "@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali";
copy(`${woff}-400-normal.woff2`, pages, "fonts/noto-sans-bengali-400.woff2");
copy(`${woff}-700-normal.woff2`, pages, "fonts/noto-sans-bengali-700.woff2");
copy("@fontsource/noto-sans-bengali/LICENSE", pages, "fonts/LICENSE");

// For print: Noto 2, for the text of a PDF made with Noto 3 cannot be searched (its clusters come out twice).
const ttf = "@expo-google-fonts/noto-sans-bengali/NotoSansBengali";
copy(`${ttf}_400Regular.ttf`, portals, "fonts/NotoSansBengali-Regular.ttf");
copy(`${ttf}_700Bold.ttf`, portals, "fonts/NotoSansBengali-Bold.ttf");
copy("@fontsource/noto-sans-bengali/LICENSE", portals, "fonts/LICENSE");

console.log(`portals.css: ${css.length} bytes, ${gzipSync(css, { level: 9 }).length} gzipped`);
