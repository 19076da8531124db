// When can a board be used? Opens boards in a real Chromium and prints as JSON what each visit saw. `./pmt bench board` runs it:
// board-bench.mjs URL TURNS KEY..., the account in PMT_EMAIL and PMT_PASSWORD.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const [url, turns, ...keys] = process.argv.slice(2);
const marks = ["ms to the board's answer", "ms to the first card", "ms to interactive", "kB loaded"];
const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-sync",
];
const viewport = { width: 1440, height: 900 };

/**
 * Runs in the page from its beginning. `window.boardBench` holds, by the page's own clock (0 = start of navigation): when the
 * board's answer had arrived; when the first card was drawn with nothing above it; and when it was interactive: a click on
 * that card, made in the same moment, has opened its task with the title in an editable field.
 */
function probe([answered, firstCard, interactive, loaded]) {
  const seen = {};
  const reachable = (card) => {
    const box = card?.getBoundingClientRect();
    return (
      box?.height && card.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
    );
  };
  const kilobytes = () =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((entry) => entry.transferSize)
      .reduce((sum, size) => sum + size, 0) / 1000;
  const opened = (key) => document.querySelector(`[aria-label="Task ${key}"] [aria-label="Title"]`)?.value;
  window.boardBench = new Promise((done, failed) => {
    let key = "";
    const look = () => {
      const card = key === "" && document.querySelector("[data-card]");
      if (card && reachable(card)) {
        seen[firstCard] = performance.now();
        seen[answered] = performance
          .getEntriesByType("resource")
          .find((e) => e.name.includes("/board?"))?.responseEnd;
        seen[loaded] = kilobytes();
        key = card.dataset.card;
        card.click();
      }
      if (key !== "" && opened(key)) {
        seen[interactive] = performance.now();
        done(seen);
      } else if (performance.now() > 60_000) {
        failed(new Error(`no card could be opened within 60 s: ${JSON.stringify(seen)}`));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function start() {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.flatMap((folder) => programs.map((name) => join(folder, name))).find(isProgram);
  const executablePath = process.env["CHROMIUM"] ?? found;
  const playwright = await import("@playwright/test").catch(() => undefined);
  if (!playwright) return { missing: "the web client's packages: npm ci in services/web" };
  if (!executablePath)
    return { missing: "a Chromium: set CHROMIUM to one, or on Debian apt-get install chromium" };
  return { browser: await playwright.chromium.launch({ executablePath, args: flags }) };
}

async function signIn(page) {
  await page.goto(`${url}/session/sign-in?return=/projects`);
  await page.getByLabel("E-mail").fill(process.env["PMT_EMAIL"] ?? "");
  await page.getByLabel("Password").fill(process.env["PMT_PASSWORD"] ?? "");
  await page.locator("button[type=submit]").click();
  await page.waitForURL(`${url}/projects`);
}

async function visit(page, key) {
  await page.goto("about:blank");
  await page.goto(`${url}/projects/${key}/board`, { waitUntil: "commit" });
  return page.evaluate(() => window.boardBench);
}

/** A new context has empty caches; it is given the session's cookie, freshly renewed, and nothing else. */
async function visitCold(browser, home, key) {
  await home.request.get(`${url}/session`);
  const context = await browser.newContext({
    viewport,
    storageState: { cookies: await home.cookies(), origins: [] },
  });
  await context.addInitScript(probe, marks);
  const seen = await visit(await context.newPage(), key);
  await context.close();
  return seen;
}

async function measure(browser) {
  const home = await browser.newContext({ viewport });
  await home.addInitScript(probe, marks);
  const page = await home.newPage();
  await signIn(page);
  const boards = Object.fromEntries(keys.map((key) => [key, { cold: [], warm: [] }]));
  for (let turn = 0; turn <= Number(turns); turn++) {
    for (const key of keys) {
      const cold = await visitCold(browser, home, key);
      const warm = await visit(page, key);
      if (turn === 0) continue; // fills the warm cache and wakes the browser
      boards[key].cold.push(cold);
      boards[key].warm.push(warm);
    }
  }
  return { browser: `Chromium ${browser.version()}, medians of ${turns} visits.`, marks, boards };
}

const { missing, browser } = await start();
try {
  console.log(JSON.stringify(browser ? await measure(browser) : { missing }));
} finally {
  await browser?.close();
}
