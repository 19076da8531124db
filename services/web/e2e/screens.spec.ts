import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  chromium as playwright,
  test,
} from "@playwright/test";
import { chromium } from "./support/browser";
import { mesos } from "./support/data";
import { ada, becomeAdministrator, createProject, importFile, signIn } from "./support/pages";
import { Pmt, root } from "./support/pmt";
import { fill } from "./support/seed";

type Screen = { name: string; path: string; signedOut?: boolean; arrive: (page: Page) => Promise<void> };

const folder = join(root, "docs/screens");
const takesPictures = process.env["PMT_SCREENS"] === "1";
const looks = [1440, 390].flatMap((width) =>
  (["light", "dark"] as const).map((theme) => ({ width, theme, height: width > 1000 ? 900 : 844 })),
);

const text = (wanted: string | RegExp) => (page: Page) =>
  expect(page.getByText(wanted).filter({ visible: true }).first()).toBeVisible();
const card = (page: Page) => expect(page.locator("#card-MESOS-313, #card-MESOS-2").first()).toBeVisible();

const screens: Screen[] = [
  { name: "landing", path: "/", signedOut: true, arrive: text("Sign in to PMT") },
  { name: "sign-in", path: "/session/sign-in?return=/projects", signedOut: true, arrive: text(/password/i) },
  { name: "projects", path: "/projects", arrive: text("Apache Mesos") },
  { name: "new-project", path: "/projects", arrive: newProject },
  { name: "board", path: "/projects/MESOS/board", arrive: card },
  { name: "board-filtered", path: "/projects/MESOS/board?q=executor&type=bug", arrive: text("Clear") },
  { name: "board-empty", path: "/projects/OPS/board", arrive: text("This board is empty") },
  { name: "board-move", path: "/projects/MESOS/board", arrive: moveMenu },
  { name: "panel", path: "/projects/WEB/board?task=WEB-1", arrive: text("What to do") },
  { name: "task", path: "/browse/WEB-1", arrive: text("What to do") },
  { name: "task-edit", path: "/browse/WEB-1", arrive: editTask },
  { name: "create", path: "/projects/WEB/board", arrive: create },
  { name: "import", path: "/projects/MESOS/import", arrive: text("Imports so far") },
  { name: "import-preview", path: "/projects/WEB/import", arrive: preview },
  { name: "import-report", path: "/projects/MESOS/import", arrive: report },
  { name: "members", path: "/projects/WEB/members", arrive: text("grace@example.org") },
  { name: "users", path: "/users", arrive: text("grace@example.org") },
  { name: "new-user", path: "/users", arrive: newUser },
  { name: "status", path: "/status", arrive: text("Everything works.") },
  { name: "keys", path: "/projects", arrive: keys },
  { name: "menu", path: "/projects", arrive: menu },
  { name: "not-found", path: "/nowhere", arrive: text("There is nothing at this address") },
];

let pmt: Pmt;
let browser: Browser;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  pmt = await Pmt.start();
  browser = await playwright.launch(await chromium());
  const page = await browser.newPage();
  await becomeAdministrator(page, await pmt.firstAdministratorLink());
  await signIn(page, `${pmt.url}/projects`);
  await createProject(page, "Apache Mesos", "MESOS");
  await importFile(page, "MESOS", mesos().file);
  await fill(page, pmt.url);
  await page.context().storageState({ path: join(pmt.home, "signed-in.json") });
  if (takesPictures) mkdirSync(folder, { recursive: true });
});

test.afterAll(async () => {
  await browser?.close();
  await pmt?.close();
});

for (const { width, height, theme } of looks) {
  test(`every screen is accessible at ${width} px, ${theme}`, async () => {
    const complaints: string[] = [];
    const options: BrowserContextOptions = {
      viewport: { width, height },
      colorScheme: theme,
      locale: "en-GB",
      timezoneId: "UTC",
      hasTouch: width < 1000,
      reducedMotion: "reduce",
    };
    const outside = await browser.newContext(options);
    const inside = await browser.newContext({ ...options, storageState: join(pmt.home, "signed-in.json") });
    for (const screen of screens) {
      const page = await (screen.signedOut ? outside : inside).newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(pmt.url + screen.path);
      await screen.arrive(page);
      if (takesPictures)
        await page.screenshot({ path: join(folder, `${screen.name}-${width}-${theme}.png`) });
      complaints.push(...(await complaintsAbout(page)).map((complaint) => `${screen.name}: ${complaint}`));
      await page.close();
    }
    // The session's tokens rotate: the next look goes on with the newest.
    await inside.storageState({ path: join(pmt.home, "signed-in.json") });
    await outside.close();
    await inside.close();
    expect(complaints).toEqual([]);
  });
}

/** What axe finds serious, and whether the page is wider than the screen. */
async function complaintsAbout(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".page-body, .panel-body, dialog")].some(
      (box) => box.scrollWidth > box.clientWidth,
    ),
  );
  return sideways ? [...found, "wider than the screen"] : found;
}

async function newProject(page: Page) {
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name").fill("Website relaunch");
}

async function newUser(page: Page) {
  await page.getByRole("button", { name: "New user" }).click();
  await expect(page.getByRole("dialog", { name: "New user" })).toBeVisible();
}

async function create(page: Page) {
  await text("Fix the login page")(page);
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByLabel("Title").fill("Report executor deaths to the scheduler");
}

async function editTask(page: Page) {
  await page.getByRole("button", { name: "Edit description" }).click();
  await expect(page.getByLabel("Description in Markdown")).toBeFocused();
}

async function moveMenu(page: Page) {
  await card(page);
  await page.locator(".card").nth(1).focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("menu")).toBeVisible();
}

async function preview(page: Page) {
  await page.getByLabel("CSV file").setInputFiles(mesos().file);
  await expect(page.getByRole("region", { name: "Columns" })).toBeVisible();
}

async function report(page: Page) {
  await page.getByRole("link", { name: /mesos/ }).first().click();
  await text("Every row was taken.")(page);
}

async function keys(page: Page) {
  await text("Apache Mesos")(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
}

async function menu(page: Page) {
  await text("Apache Mesos")(page);
  const nav = page.getByRole("button", { name: "Open navigation" });
  if (await nav.isVisible()) await nav.click();
  await page.getByRole("button", { name: `${ada.name}: menu` }).click();
  await expect(page.getByRole("menu")).toBeVisible();
}
