import { type Browser, expect, chromium as playwright, test } from "@playwright/test";
import { chromium } from "./support/browser";
import { Contracts } from "./support/contracts";
import { mesos } from "./support/data";
import { ada, becomeAdministrator, column, createProject, drag, importFile, signIn } from "./support/pages";
import { Pmt } from "./support/pmt";

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

test("a stranger starts PMT, imports a real backlog, moves a card, and a kill -9 loses nothing", async () => {
  const backlog = mesos();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  const contracts = new Contracts(context);
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
  });
  const moved = page.locator(`#card-${backlog.first}`);
  const move = `${ada.name} moved this from To do to In progress`;
  const stillThere = async () => {
    await expect(column(page, "In progress").locator(`#card-${backlog.first}`)).toBeVisible();
    const rest = (backlog.issues - 1).toLocaleString("en-US");
    await expect(page.getByRole("region", { name: `To do, ${rest} tasks` })).toBeVisible();
  };

  await test.step("becomes the first administrator by the one-time link", async () => {
    await becomeAdministrator(page, await pmt.firstAdministratorLink());
    await signIn(page, `${pmt.url}/projects`);
  });

  await test.step("creates a project and imports the backlog", async () => {
    await createProject(page, "Apache Mesos", "MESOS");
    await importFile(page, "MESOS", backlog.file);
    await expect(page.getByText("Every row was taken.")).toBeVisible();
    await expect(page.locator(".count", { hasText: "Created" })).toContainText(
      backlog.issues.toLocaleString("en-US"),
    );
    await expect(page.locator(".count", { hasText: "Rejected" })).toContainText("0");
  });

  await test.step("drags a card to another column", async () => {
    await page.getByRole("link", { name: "Open the board" }).click();
    await expect(column(page, "To do").locator(`#card-${backlog.first}`)).toBeVisible();
    const saved = page.waitForResponse((answer) => answer.url().endsWith(`/tasks/${backlog.first}/move`));
    await drag(page, moved, column(page, "In progress"));
    await stillThere();
    expect((await saved).status()).toBe(200);
  });

  await test.step("reads the move in the task's activity", async () => {
    await moved.click();
    const panel = page.getByRole("region", { name: `Task ${backlog.first}` });
    await expect(panel.getByRole("region", { name: "Activity" })).toContainText(move);
    await panel.getByRole("button", { name: "Close the task" }).click();
    await expect(panel).toBeHidden();
  });

  await test.step("finds it there after a reload", async () => {
    await page.reload();
    await stillThere();
  });

  await test.step("finds it there, still signed in, after kill -9 and a new start", async () => {
    await pmt.kill();
    await pmt.up();
    await page.reload();
    await stillThere();
  });

  await test.step("opens the task at its address", async () => {
    await page.goto(`${pmt.url}/browse/${backlog.first}`);
    await expect(page.getByLabel("Title")).toHaveValue(/\w/);
    await expect(page.getByRole("button", { name: "Status: In progress" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Activity" })).toContainText(move);
  });

  await contracts.settle();
  expect(contracts.complaints, "services must answer as they promise").toEqual([]);
  expect(contracts.checked).toBeGreaterThan(20);
  expect(refused, "the page must live with its own security policy").toEqual([]);
  await context.close();
});
