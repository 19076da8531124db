import { expect, type Page } from "@playwright/test";
import { mesos } from "./data";
import { ada } from "./pages";

/** A screen, its address, and what has to be done and seen there before it is looked at. */
export type Screen = {
  name: string;
  path: string;
  signedOut?: boolean;
  arrive: (page: Page) => Promise<void>;
};

const text = (wanted: string | RegExp) => (page: Page) =>
  expect(page.getByText(wanted).filter({ visible: true }).first()).toBeVisible();
const card = (page: Page) => expect(page.locator("#card-MESOS-313, #card-MESOS-2").first()).toBeVisible();

const row = (page: Page) => expect(page.getByRole("row", { name: /MESOS-/ }).first()).toBeVisible();

/** Every screen of PMT. */
export const screens: Screen[] = [
  { name: "landing", path: "/", signedOut: true, arrive: text("Sign in to PMT") },
  { name: "sign-in", path: "/session/sign-in?return=/projects", signedOut: true, arrive: text(/password/i) },
  { name: "projects", path: "/projects", arrive: text("Apache Mesos") },
  { name: "new-project", path: "/projects", arrive: newProject },
  { name: "board", path: "/projects/MESOS/board", arrive: card },
  { name: "board-filtered", path: "/projects/MESOS/board?q=executor&type=bug", arrive: text("Clear") },
  { name: "board-empty", path: "/projects/OPS/board", arrive: text("This board is empty") },
  { name: "board-move", path: "/projects/MESOS/board", arrive: moveMenu },
  { name: "board-selected", path: "/projects/MESOS/board", arrive: selectCards },
  { name: "board-lanes", path: "/projects/MESOS/board?lanes=assignee", arrive: card },
  { name: "backlog", path: "/projects/MESOS/backlog", arrive: text("Agents that stay") },
  { name: "backlog-empty", path: "/projects/WEB/backlog", arrive: text("No sprint is planned.") },
  { name: "sprint-complete", path: "/projects/MESOS/backlog", arrive: completeSprint },
  { name: "list", path: "/projects/MESOS/list", arrive: row },
  {
    name: "list-filtered",
    path: "/projects/MESOS/list?q=executor&type=bug&columns=status,priority,created,updated&sort=-updated",
    arrive: text("Clear"),
  },
  { name: "list-panel", path: "/projects/WEB/list?task=WEB-1", arrive: task },
  { name: "list-selected", path: "/projects/MESOS/list", arrive: selectRows },
  { name: "list-bulk", path: "/projects/MESOS/list", arrive: changeAll },
  { name: "list-columns", path: "/projects/WEB/list", arrive: display },
  { name: "list-nothing", path: "/projects/WEB/list?q=nothing", arrive: text("Nothing matches") },
  { name: "calendar", path: "/projects/WEB/calendar?on=2026-11-16", arrive: text("Fix the login page") },
  {
    name: "timeline",
    path: "/projects/WEB/timeline?on=2026-11-16&scale=week",
    arrive: text("Fix the login page"),
  },
  { name: "palette", path: "/projects/WEB/board", arrive: palette },
  { name: "palette-status", path: "/browse/WEB-1", arrive: statusKey },
  { name: "account", path: "/account", arrive: text("this browser") },
  { name: "new-token", path: "/account", arrive: newToken },
  { name: "settings", path: "/projects/WEB/settings", arrive: text("Statuses") },
  { name: "settings-statuses", path: "/projects/WEB/settings", arrive: editStatuses },
  { name: "settings-fields", path: "/projects/WEB/settings", arrive: editFields },
  { name: "deactivate", path: "/users", arrive: deactivate },
  { name: "panel", path: "/projects/WEB/board?task=WEB-1", arrive: task },
  { name: "task", path: "/browse/WEB-1", arrive: task },
  { name: "task-edit", path: "/browse/WEB-1", arrive: editTask },
  { name: "task-relate", path: "/browse/WEB-1", arrive: relate },
  { name: "create", path: "/projects/WEB/board", arrive: create },
  { name: "import", path: "/projects/MESOS/import", arrive: text("Imports so far") },
  { name: "import-preview", path: "/projects/WEB/import", arrive: preview },
  { name: "import-report", path: "/projects/MESOS/import", arrive: report },
  { name: "members", path: "/projects/WEB/members", arrive: text("grace@example.org") },
  { name: "users", path: "/users", arrive: text("grace@example.org") },
  { name: "new-user", path: "/users", arrive: newUser },
  { name: "events", path: "/events", arrive: text("Nothing waits.") },
  { name: "events-held", path: "/events", arrive: heldBack },
  { name: "events-replay", path: "/events", arrive: replay },
  { name: "flags", path: "/flags", arrive: text(/administrators, Ada Lovelace/) },
  { name: "flag-edit", path: "/flags", arrive: editFlag },
  { name: "map", path: "/map", arrive: text(/^All 6 services are up, in/) },
  { name: "status", path: "/status", arrive: text("Everything works.") },
  { name: "reference", path: "/reference#createTask", arrive: text("Link to createTask") },
  { name: "keys", path: "/projects", arrive: keys },
  { name: "menu", path: "/projects", arrive: menu },
  { name: "not-found", path: "/nowhere", arrive: text("There is nothing at this address") },
];

async function newProject(page: Page) {
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name").fill("Website relaunch");
}

async function completeSprint(page: Page) {
  await page.getByRole("button", { name: "Completed sprints" }).click();
  await page.getByRole("button", { name: "Complete Sprint 41" }).click();
  await expect(page.getByRole("dialog").getByText("Not done", { exact: true })).toBeVisible();
}

async function selectCards(page: Page) {
  await card(page);
  await page.locator(".card").nth(1).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(page.getByRole("region", { name: "Selected tasks" })).toContainText("2 selected");
}

async function selectRows(page: Page) {
  await row(page);
  await page.keyboard.press("j");
  await expect(page.locator("a:focus")).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Selected tasks" })).toBeVisible();
}

async function changeAll(page: Page) {
  await row(page);
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Priority of the selected" }).click();
  await page.getByRole("option", { name: /High$/ }).click();
  await text(/will be different/)(page);
}

async function display(page: Page) {
  await text("Fix the login page")(page);
  await page.getByRole("button", { name: "Display" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
}

async function palette(page: Page) {
  await text("Fix the login page")(page);
  await page.keyboard.press("j");
  await expect(page.locator("a:focus")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
}

async function task(page: Page) {
  await text("What to do")(page);
  await text("created this task")(page);
}

async function relate(page: Page) {
  await task(page);
  await page.getByRole("button", { name: "Add relation" }).click();
  await page.getByRole("button", { name: "Task", exact: true }).click();
  await page.keyboard.type("endpoints");
  await expect(page.getByRole("option", { name: /Rename the old endpoints/ })).toBeVisible();
}

async function statusKey(page: Page) {
  await task(page);
  // The key works as soon as the project's statuses are there to choose from.
  await expect(page.getByRole("button", { name: "Status: To do" })).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("combobox", { name: "Status of WEB-1" })).toBeFocused();
}

async function editStatuses(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Edit statuses" }).click();
  await page.getByRole("button", { name: "Add a status" }).click();
  await expect(page.getByLabel("Name of the new status")).toBeFocused();
}

async function editFields(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Edit custom fields" }).click();
  await page.getByRole("button", { name: "Add an option to Customer tier" }).click();
  await expect(page.getByLabel("Name of the new option of Customer tier")).toBeFocused();
}

async function newToken(page: Page) {
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("nightly export");
}

async function deactivate(page: Page) {
  await page.getByRole("button", { name: "More for Grace Hopper" }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function editFlag(page: Page) {
  await page.getByRole("button", { name: "More for new-board" }).click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  await expect(page.getByRole("dialog").getByText("Ada Lovelace")).toBeVisible();
}

/** A PMT in good health holds nothing back, so what the service says is planted here. */
async function heldBack(page: Page) {
  const held = { retrying: 0, parked: 1, waiting: 1 };
  const error = "DataIntegrityViolationException: value too long for type character varying(200)";
  const letter = {
    type: "pmt.task.changed.v1",
    subject: "019aa1b2-7c1e-7d52-9f00-5b1c3e6a9d10",
    retryAt: null,
  };
  await page.route(/\/admin\/events\/api$/, async (route) => {
    const answer = await route.fetch();
    const overview = await answer.json();
    Object.assign(overview.consumers[0], { deadLetters: held, error });
    await route.fulfill({ response: answer, json: overview });
  });
  await page.route(/dead-letters/, (route) =>
    route.fulfill({
      json: {
        items: [
          {
            ...letter,
            id: "019aa1b2-7c1e-7d52-9f00-000000000001",
            position: 812,
            state: "parked",
            attempts: 8,
            error,
          },
          {
            ...letter,
            id: "019aa1b2-7c1e-7d52-9f00-000000000002",
            position: 813,
            state: "waiting",
            attempts: 0,
            error: null,
          },
        ],
        next: null,
      },
    }),
  );
  await page.reload();
  await expect(page.getByRole("button", { name: "Skip event 812" })).toBeVisible();
}

async function replay(page: Page) {
  await text("Nothing waits.")(page);
  await page.getByRole("button", { name: "More for task-activity" }).click();
  await page.getByRole("menuitem", { name: "Replay…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
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
  await page.getByRole("button", { name: "Log time" }).click();
  await expect(page.getByRole("textbox", { name: "Time" })).toBeFocused();
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
