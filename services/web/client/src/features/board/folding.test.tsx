import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  for (const key of ["WEB", "OPS"]) {
    pmt.addProject(key, key);
    pmt.addTask(`${key}-1`, "Fix the login page");
    pmt.addTask(`${key}-2`, "Write the docs", { assigneeId: grace.id });
  }
});

const lane = (name: RegExp) => screen.findByRole("button", { name });
const visit = async (address: string) => {
  const { user, unmount } = renderApp(address, pmt);
  await lane(/^(Grace Hopper|Medium) /);
  const grouping = async (name: string) => {
    await user.click(screen.getByRole("button", { name: "Display" }));
    await user.click(
      within(screen.getByRole("menu", { name: "Display" })).getByRole("menuitemradio", { name }),
    );
    await user.keyboard("{Escape}");
  };
  return { user, unmount, grouping };
};

describe("folded lanes", () => {
  it("are folded again at the next visit, those without a person too, and unfolded for good", async () => {
    const first = await visit("/projects/WEB/board?lanes=assignee");
    await first.user.click(await lane(/^Nobody/));
    await first.user.click(await lane(/^Grace Hopper/));
    await first.user.click(await lane(/^Grace Hopper/));
    first.unmount();
    const second = await visit("/projects/WEB/board?lanes=assignee");
    expect(await lane(/^Nobody/)).toHaveAttribute("aria-expanded", "false");
    expect(await lane(/^Grace Hopper/)).toHaveAttribute("aria-expanded", "true");
    expect(screen.queryByRole("region", { name: /of Nobody/ })).toBeNull();
    await second.user.click(await lane(/^Nobody/));
    second.unmount();
    await visit("/projects/WEB/board?lanes=assignee");
    expect(await lane(/^Nobody/)).toHaveAttribute("aria-expanded", "true");
  });

  it("are one kind of lanes' and one project's", async () => {
    const { user, unmount, grouping } = await visit("/projects/WEB/board?lanes=assignee");
    await user.click(await lane(/^Nobody/));
    await grouping("Epic");
    expect(await lane(/^No epic/)).toHaveAttribute("aria-expanded", "true");
    await grouping("Priority");
    await user.click(await lane(/^Medium/));
    await grouping("Assignee");
    expect(await lane(/^Nobody/)).toHaveAttribute("aria-expanded", "false");
    unmount();
    const second = await visit("/projects/WEB/board?lanes=priority");
    expect(await lane(/^Medium/)).toHaveAttribute("aria-expanded", "false");
    expect(await lane(/^High /)).toHaveAttribute("aria-expanded", "true");
    second.unmount();
    await visit("/projects/OPS/board?lanes=assignee");
    expect(await lane(/^Nobody/)).toHaveAttribute("aria-expanded", "true");
  });

  it("are one person's on a device that others use too", async () => {
    const { user, unmount } = await visit("/projects/WEB/board?lanes=assignee");
    await user.click(await lane(/^Grace Hopper/));
    unmount();
    pmt.me = { id: grace.id, name: grace.name, email: "grace@example.org", role: grace.role };
    await visit("/projects/WEB/board?lanes=assignee");
    expect(await lane(/^Grace Hopper \d/)).toHaveAttribute("aria-expanded", "true");
  });

  it("stay folded while the board is on screen where the browser keeps nothing", async () => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
    try {
      const { user } = await visit("/projects/WEB/board?lanes=assignee");
      await user.click(await lane(/^Grace Hopper/));
      expect(await lane(/^Grace Hopper/)).toHaveAttribute("aria-expanded", "false");
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
