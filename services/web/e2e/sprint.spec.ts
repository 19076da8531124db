import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, chromium as playwright, test } from "@playwright/test";
import { chromium } from "./support/browser";
import { becomeAdministrator, column, drag, importFile, signIn } from "./support/pages";
import { Pmt } from "./support/pmt";

const total = 200;
const perDay = 20;
const days = total / perDay;

let pmt: Pmt;
let browser: Browser;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  pmt = await Pmt.start();
  browser = await playwright.launch(await chromium());
});

test.afterAll(async () => {
  await browser?.close();
  await pmt?.close();
});

/** Finds something in the palette and does it. */
async function command(page: Page, words: string, title: string | RegExp) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole("option", { name: title }).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
}

const focused = (page: Page) => page.locator("a:focus");
const selected = (page: Page) => page.getByRole("region", { name: "Selected tasks" });

test("one person runs a sprint of 200 tasks in two weeks with the keyboard alone", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await becomeAdministrator(page, await pmt.firstAdministratorLink());
  await signIn(page, `${pmt.url}/projects`);
  // From here on the mouse rests; only the system's window for choosing a file is not the page's.
  await command(page, "new project", /^New project/);
  await page.keyboard.type("Website");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("WEB");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/projects/WEB/board");
  const file = join(pmt.home, "sprint.csv");
  const rows = Array.from({ length: total }, (_, at) => `OLD-${at + 1},Task ${at + 1},${(at % 5) + 1}`);
  writeFileSync(file, `issuekey,title,storypoint\n${rows.join("\n")}\n`);
  await importFile(page, "WEB", file);

  await test.step("plans it", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.waitForURL("**/projects/WEB/backlog");
    await expect(page.getByText("Task 1", { exact: true })).toBeVisible();
    await command(page, "new sprint", /^New sprint/);
    await expect(page.getByRole("dialog", { name: "New sprint" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Sprint 1" })).toBeVisible();
    await page.keyboard.press("j");
    await expect(focused(page)).toBeVisible();
    await page.keyboard.press("x");
    // The backlog is read in windows; its end comes nearer until there is none.
    await expect(async () => {
      await page.keyboard.press("End");
      await expect(focused(page)).toHaveText("Task 200", { timeout: 1_000 });
    }).toPass();
    await page.keyboard.press("Shift+X");
    await expect(selected(page)).toContainText("200 selected, 600 points");
    await page.keyboard.press("[");
    await expect(page.getByText("200 tasks are moved")).toBeVisible();
    await page.keyboard.press("Escape");
    await command(page, "start sprint", /^Start Sprint 1/);
    await expect(page.getByRole("dialog", { name: "Start sprint: Sprint 1" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.keyboard.press("j");
    await page.keyboard.press("Home");
    await expect(page.getByText("active", { exact: true })).toBeVisible();
  });

  await test.step("takes twenty tasks a day through the columns", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("b");
    for (let day = 1; day <= days; day++) {
      await expect(column(page, "To do").getByText("Task", { exact: false }).first()).toBeVisible();
      if (day === 1) await page.keyboard.press("j");
      await expect(column(page, "To do").locator("a:focus")).toHaveText(
        new RegExp(`Task ${(day - 1) * perDay + 1}$`),
      );
      await page.keyboard.press("x");
      for (let n = 1; n < perDay; n++) await page.keyboard.press("j");
      await page.keyboard.press("Shift+X");
      await expect(selected(page)).toContainText(`${perDay} selected`);
      for (const name of ["In progress", "In review", "Done"]) {
        await page.keyboard.press("]");
        const count = name === "Done" ? day * perDay : perDay;
        await expect(
          page.getByRole("region", { name: new RegExp(`^${name}, ${count} tasks`) }),
        ).toBeVisible();
      }
      await page.keyboard.press("Escape");
      await page.keyboard.press("Home");
      for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowLeft");
    }
  });
  await test.step("finds, tells and corrects beside it", async () => {
    await page.keyboard.press("c");
    await page.keyboard.type("Login fails with an umlaut *bug !high by friday");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(`WEB-${total + 1}`).first()).toBeVisible();
    await command(page, `web-${total + 1}`, new RegExp(`WEB-${total + 1}`));
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Login fails with an umlaut");
    await page.keyboard.press("i");
    await expect(page.getByText("self-assigned this")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText(`WEB-${total + 1}: undone`)).toBeVisible();
    await page.keyboard.press("m");
    await page.keyboard.type("It is the *address*.");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator("em", { hasText: "address" })).toBeVisible();
  });

  await test.step("completes it", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await expect(page.getByRole("heading", { name: "Sprint 1" })).toBeVisible();
    await command(page, "complete sprint", /^Complete Sprint 1/);
    await expect(page.getByRole("dialog", { name: "Complete sprint: Sprint 1" })).toContainText(
      `${total} tasks, 600 points`,
    );
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Sprint 1", exact: true })).toBeHidden();
    await expect(page.getByRole("link", { name: "Login fails with an umlaut" })).toBeVisible();
  });
  await context.close();
});

test("cards that are selected with the mouse are dragged together, and come back together", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await signIn(page, `${pmt.url}/projects`);
  await page.goto(`${pmt.url}/projects/WEB/board`);
  const done = column(page, "Done");
  await expect(done.locator("a.card").nth(3)).toBeVisible();
  const ids = await done.locator("a.card").evaluateAll((cards) => cards.map(({ id }) => id));
  const [first = "", , third = "", fourth = ""] = ids;
  await page.locator(`#${first}`).click({ modifiers: ["Control"] });
  await page.locator(`#${third}`).click({ modifiers: ["Control"] });
  await page.locator(`#${fourth}`).click({ modifiers: ["Shift"] });
  await expect(selected(page)).toContainText("3 selected");
  await drag(page, page.locator(`#${third}`), column(page, "In progress"));
  await expect(page.getByRole("region", { name: /^In progress, 3 tasks/ })).toBeVisible();
  const there = column(page, "In progress").locator("a.card");
  await expect(there).toHaveCount(3);
  expect(await there.evaluateAll((cards) => cards.map(({ id }) => id))).toEqual([first, third, fourth]);
  await expect(page.getByText("3 tasks are moved")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("region", { name: /^In progress, 0 tasks/ })).toBeVisible();
  for (const id of [first, third, fourth]) await expect(done.locator(`#${id}`)).toBeVisible();
  await context.close();
});
