import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { ada, FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.members["WEB"]?.push({ userId: grace.id, role: "viewer", since: "2026-11-20T09:00:00Z" });
  pmt.addTask("WEB-1", "Fix the login page");
});

const watching = () => (pmt.watchers["WEB-1"] ?? []).map(({ userId }) => userId);

it("watches and stops watching by the button and by W", async () => {
  const { user } = renderApp("/browse/WEB-1", pmt);
  const button = await screen.findByRole("button", { name: "Watch 0 watching" });
  expect(button).toHaveAttribute("aria-pressed", "false");
  await user.click(button);
  expect(await screen.findByRole("button", { name: "Watching 1 watching", pressed: true })).toBe(button);
  await waitFor(() => expect(watching()).toEqual([ada.id]));
  await user.keyboard("w");
  expect(await screen.findByRole("button", { name: "Watch 0 watching" })).toBeInTheDocument();
  await waitFor(() => expect(watching()).toEqual([]));
});

it("lets who writes have other members watch", async () => {
  const { user } = renderApp("/browse/WEB-1", pmt);
  await user.click(await screen.findByRole("button", { name: "Watchers: nobody" }));
  await user.click(await screen.findByRole("option", { name: /Grace Hopper/ }));
  await waitFor(() => expect(watching()).toEqual([grace.id]));
  expect(await screen.findByRole("button", { name: "Watchers: Grace Hopper" })).toBeInTheDocument();
});

it("shows a viewer who watches, and puts back what is refused", async () => {
  pmt.addProject("OLD", "Old", "viewer");
  pmt.addTask("OLD-1", "Seen");
  pmt.watchers["OLD-1"] = [{ userId: grace.id, since: "2026-11-20T09:00:00Z" }];
  const { user } = renderApp("/browse/OLD-1", pmt);
  const row = within(await screen.findByRole("complementary", { name: "Fields" }));
  expect(await row.findByText("Grace Hopper")).toBeInTheDocument();
  expect(row.queryByRole("button", { name: /^Watchers/ })).toBeNull();
  pmt.refuse("PUT", /watchers/, 409, "busy", "Try again");
  await user.click(row.getByRole("button", { name: "Watch 1 watching" }));
  expect(await screen.findByText("Try again")).toBeInTheDocument();
  expect(await row.findByRole("button", { name: "Watch 1 watching" })).toBeInTheDocument();
});
