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
import { type Screen, screens } from "./support/screens";
import { fill } from "./support/seed";

const folder = join(root, "docs/screens");
// PMT_SCREENS=1 takes pictures of all screens, PMT_SCREENS=list,keys visits and takes only these.
const asked = process.env["PMT_SCREENS"] ?? "";
const takesPictures = asked !== "";
const isVisited = ({ name }: Screen) => ["", "1"].includes(asked) || asked.split(",").includes(name);
const themes = ["light", "dark"] as const;
/** What of axe a theme can change. */
const colourRules = ["color-contrast", "link-in-text-block"];
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

let pmt: Pmt;
let browser: Browser;
/** A token that is to be dead at the end of the run: meanwhile its minute passes. */
let revoked = "";

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

function ask(method: string, token: string) {
  return fetch(`${pmt.url}/api/v1/projects`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(method === "POST" ? { body: JSON.stringify({ key: "BOT", name: "By a program" }) } : {}),
  });
}

test("a person makes, uses and revokes an API token", async () => {
  const context = await browser.newContext({ storageState: join(pmt.home, "signed-in.json") });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${pmt.url}/account`);

  const token = await test.step("makes a token", async () => {
    await page.getByRole("button", { name: "New token" }).click();
    const dialog = page.getByRole("dialog", { name: "New API token" });
    await dialog.getByLabel("Name").fill("nightly export");
    await dialog.getByRole("button", { name: "Make token" }).click();
    const secret = await page.getByLabel("Token", { exact: true }).inputValue();
    await page.getByRole("button", { name: "Done" }).click();
    return secret;
  });

  await test.step("reads with it, and may not write", async () => {
    const projects = await ask("GET", token);
    expect(projects.status).toBe(200);
    expect(JSON.stringify(await projects.json())).toContain("Apache Mesos");
    expect((await ask("POST", token)).status).toBe(403);
  });

  await test.step("revokes it", async () => {
    await page.getByRole("button", { name: "Revoke nightly export" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("No tokens.", { exact: false })).toBeVisible();
  });
  revoked = token;
  await context.storageState({ path: join(pmt.home, "signed-in.json") });
  await context.close();
});

test("every screen is accessible, whatever its size and colours", async () => {
  // Each size is a browser of its own with a session of its own: half of the time is spent waiting.
  const complaints = await Promise.all(sizes.map(complaintsAt));
  expect(complaints.flat()).toEqual([]);
});

async function complaintsAt({ width, height }: (typeof sizes)[number]): Promise<string[]> {
  const complaints: string[] = [];
  const options: BrowserContextOptions = {
    viewport: { width, height },
    locale: "en-GB",
    timezoneId: "UTC",
    hasTouch: width < 1000,
    reducedMotion: "reduce",
  };
  const outside = await browser.newContext(options);
  const inside = await browser.newContext(options);
  const [door, page] = await Promise.all([outside.newPage(), inside.newPage()]);
  for (const one of [door, page]) one.setDefaultTimeout(20_000);
  await signIn(page, `${pmt.url}/projects`);
  // Colours are the same at every width; a picture is wanted of each.
  const looks = takesPictures || width > 1000 ? themes : themes.filter((theme) => theme === "light");
  for (const screen of screens.filter(isVisited)) {
    const shown = screen.signedOut ? door : page;
    await shown.unrouteAll();
    await shown.emulateMedia({ colorScheme: looks[0] ?? "light" });
    await shown.goto(pmt.url + screen.path);
    await screen.arrive(shown);
    for (const theme of looks) {
      await shown.emulateMedia({ colorScheme: theme });
      if (takesPictures)
        await shown.screenshot({ path: join(folder, `${screen.name}-${width}-${theme}.png`) });
      const found = await complaintsAbout(shown, theme);
      complaints.push(...found.map((complaint) => `${screen.name} at ${width} px, ${theme}: ${complaint}`));
    }
  }
  await outside.close();
  await inside.close();
  return complaints;
}

test("an administrator makes a flag, and who it is for has it at once", async () => {
  const context = await browser.newContext({ storageState: join(pmt.home, "signed-in.json") });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const flags = async () => (await (await page.request.get(`${pmt.url}/session`)).json()).flags;
  await page.goto(`${pmt.url}/flags`);
  await page.getByRole("button", { name: "New flag" }).click();
  const dialog = page.getByRole("dialog", { name: "New flag" });
  await dialog.getByLabel("Key").fill("quick-add");
  await dialog.getByLabel("What it switches").fill("Tasks are added in place");
  await dialog.getByLabel("Administrators").press("Space");
  await dialog.getByRole("button", { name: "Make flag" }).press("Enter");
  await expect(page.getByText("off; meant for administrators")).toBeVisible();
  expect(await flags()).not.toContain("quick-add");
  await page.getByRole("button", { name: "More for quick-add" }).click();
  await page.getByRole("menuitem", { name: "Switch on" }).click();
  await expect(page.getByText("on for administrators", { exact: true })).toBeVisible();
  expect(await flags()).toContain("quick-add");
  await context.storageState({ path: join(pmt.home, "signed-in.json") });
  await context.close();
});

test("a person changes the password and stays signed in, where the old one is refused", async () => {
  const context = await browser.newContext({ storageState: join(pmt.home, "signed-in.json") });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${pmt.url}/account`);
  const wanted = "another horse, another staple";
  await page.getByLabel("Current password").fill(ada.password);
  await page.getByLabel("New password", { exact: true }).fill(wanted);
  await page.getByLabel("New password again").fill(wanted);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await page.reload();
  await expect(page.getByText("this browser")).toBeVisible();
  const outside = await browser.newContext();
  const door = await outside.newPage();
  await door.goto(`${pmt.url}/session/sign-in?return=/projects`);
  await door.getByLabel("E-mail").fill(ada.email);
  for (const [password, where] of [
    [ada.password, /\/auth\/sign-in/],
    [wanted, /\/projects$/],
  ] as const) {
    await door.getByRole("textbox", { name: "Password" }).fill(password);
    await door.locator("button[type=submit]").click();
    await door.waitForURL(where);
  }
  await outside.close();
  await context.close();
});

test("a token that was revoked is refused within a minute", async () => {
  expect(revoked).toMatch(/^pmt_/);
  await expect(async () => expect((await ask("GET", revoked)).status).toBe(401)).toPass({
    timeout: 60_000,
    intervals: [1_000],
  });
});

/** What axe finds serious, and whether the page is wider than the screen. */
async function complaintsAbout(page: Page, theme: (typeof themes)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (theme === "dark" ? axe.withRules(colourRules) : axe).analyze();
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
