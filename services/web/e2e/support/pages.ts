import { expect, type Locator, type Page } from "@playwright/test";

/** The person who sets PMT up in the tests. */
export const ada = {
  name: "Ada Lovelace",
  email: "ada@example.org",
  password: "correct horse battery staple",
};

/** Becomes the first administrator by the one-time link, and is signed in afterwards. */
export async function becomeAdministrator(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(/name/i).fill(ada.name);
  await page.getByLabel("E-mail").fill(ada.email);
  for (const field of await page.getByLabel("Password").all()) await field.fill(ada.password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/auth/link"));
}

/** Sets the password of somebody who was invited. */
export async function acceptInvitation(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  for (const field of await page.getByLabel("Password").all()) await field.fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/auth/link"));
}

/** Arrives signed in, by the sign-in form where the session does not exist yet. */
export async function signIn(page: Page, url: string, person = ada): Promise<void> {
  await page.goto(url);
  const projects = page.getByRole("heading", { name: "Projects", level: 1 });
  const enter = page.getByRole("link", { name: "Continue" });
  const email = page.getByLabel("E-mail");
  await expect(projects.or(enter).or(email).first()).toBeVisible();
  if (await enter.isVisible()) {
    await enter.click();
    await expect(projects.or(email).first()).toBeVisible();
  }
  if (await email.isVisible()) {
    await email.fill(person.email);
    await page.getByLabel("Password").fill(person.password);
    await page.locator("button[type=submit]").click();
  }
  await expect(projects).toBeVisible();
}

/** Creates a project by the dialog and lands on its board. */
export async function createProject(page: Page, name: string, key: string): Promise<void> {
  await page.getByRole("button", { name: "New project" }).click();
  const dialog = page.getByRole("dialog", { name: "New project" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Key").fill(key);
  await dialog.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL(`**/projects/${key}/board`);
}

/** Imports a file by the import screen and waits for its report. */
export async function importFile(page: Page, key: string, file: string): Promise<void> {
  await page.goto(new URL(`/projects/${key}/import`, page.url()).href);
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 120_000 });
}

/** A column of the board by its status. */
export function column(page: Page, status: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^${status}, `) });
}

/** Drags a card with the mouse to the end or among the cards of a column. */
export async function drag(page: Page, card: Locator, target: Locator): Promise<void> {
  const from = await card.boundingBox();
  const to = await target.boundingBox();
  if (!from || !to) throw new Error("Card and column must be in sight");
  await page.mouse.move(from.x + from.width / 3, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 3 + 8, from.y + from.height / 2 + 6, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + Math.min(to.height / 2, 160), { steps: 15 });
  await page.mouse.up();
}
