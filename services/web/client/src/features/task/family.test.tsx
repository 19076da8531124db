import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { ParentTask, Task } from "~/shared/api/generated/api";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const epic = pmt.addTask("WEB-1", "Sign in anywhere", { type: "epic" });
  const story = pmt.addTask("WEB-2", "Fix the login page", { type: "story", parent: shortly(epic) });
  pmt.addTask("WEB-3", "Draw it", { type: "subtask", statusId: "s-done", parent: shortly(story) });
  pmt.addTask("WEB-4", "Sign out", { type: "epic" });
  pmt.addTask("WEB-5", "A bug", { type: "bug" });
});

function shortly({ id, key, title, type }: Task): ParentTask {
  return { id, key, title, type };
}

it("shows a task's parent and lets another one be found by its title or key", async () => {
  const { user } = renderApp("/browse/WEB-2", pmt);
  const parent = await screen.findByRole("button", { name: "Parent: Sign in anywhere" });
  expect(screen.getByRole("link", { name: "WEB-1" })).toHaveAttribute("href", "/browse/WEB-1");
  await user.click(parent);
  await user.keyboard("out");
  expect(await screen.findByRole("option", { name: /Sign out/ })).toBeInTheDocument();
  expect(screen.queryByRole("option", { name: /A bug/ })).toBeNull();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(pmt.tasks[1]?.parent?.key).toBe("WEB-4"));
  expect(await screen.findByText("WEB-1", { selector: "bdi" })).toBeInTheDocument();

  await user.click(await screen.findByRole("button", { name: "Parent: Sign out" }));
  await user.keyboard("web-1");
  await screen.findByRole("option", { name: /Sign in anywhere/ });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(pmt.tasks[1]?.parent?.key).toBe("WEB-1"));
});

it("takes a parent away, and offers none to an epic", async () => {
  const { user, unmount } = renderApp("/browse/WEB-2", pmt);
  await user.click(await screen.findByRole("button", { name: /^Parent/ }));
  await user.click(await screen.findByRole("option", { name: "None" }));
  await waitFor(() => expect(pmt.tasks[1]?.parent).toBeNull());
  unmount();
  renderApp("/browse/WEB-1", pmt);
  await screen.findByDisplayValue("Sign in anywhere");
  expect(screen.queryByRole("button", { name: /^Parent/ })).toBeNull();
});

it("lists what is below a task with its status and how far it is, and adds to it", async () => {
  const { user } = renderApp("/browse/WEB-2", pmt);
  const below = await screen.findByRole("region", { name: "Subtasks" });
  expect(await within(below).findByRole("link", { name: /WEB-3 ?Draw it ?Done/ })).toBeInTheDocument();
  expect(within(below).getByRole("progressbar", { name: "1 of 1 done" })).toBeInTheDocument();
  await user.click(within(below).getByRole("button", { name: "Add subtask" }));
  await user.keyboard("Build it{Enter}");
  expect(await within(below).findByRole("link", { name: /Build it/ })).toBeInTheDocument();
  expect(pmt.tasks.at(-1)).toMatchObject({ title: "Build it", type: "subtask", parent: { key: "WEB-2" } });
  expect(within(below).getByRole("textbox")).toHaveValue("");
  await user.keyboard("{Escape}");
  expect(within(below).queryByRole("textbox")).toBeNull();
});
