import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ada, FakePmt, grace } from "~/test/fakePmt";
import { holdBack } from "~/test/holdBack";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page", { assigneeId: ada.id });
  pmt.addTask("WEB-2", "Write the docs", { assigneeId: grace.id });
  pmt.addTask("WEB-3", "Ship it");
  pmt.addTask("WEB-4", "Say so", { statusId: "s-done" });
});

const column = (name: RegExp) => screen.findByRole("region", { name });
const keysIn = async (name: RegExp) =>
  within(await column(name))
    .queryAllByRole("link")
    .map((card) => card.id.slice(5));
const holds = (name: RegExp, keys: string[]) => waitFor(async () => expect(await keysIn(name)).toEqual(keys));
const moves = () =>
  pmt.log.filter(({ path }) => /moves?$/.test(path)).map(({ path, body }) => [path, JSON.parse(body)]);

async function open(address: string) {
  const { user } = renderApp(`/projects/WEB/board${address}`, pmt);
  const menuOf = async (key: string) => {
    await user.click(await screen.findByRole("button", { name: `Move ${key}` }));
    return within(await screen.findByRole("menu", { name: `Move ${key}` }));
  };
  return { user, menuOf };
}

describe("the lanes in a card's menu", () => {
  it("take the card with their field, in one request, and the focus goes along", async () => {
    const { user, menuOf } = await open("?lanes=assignee");
    await holds(/^To do of Grace Hopper/, ["WEB-2"]);
    const lanes = within((await menuOf("WEB-1")).getByRole("group", { name: "Lane in To do" }));
    expect(lanes.getAllByRole("menuitemradio").map((item) => item.textContent)).toEqual([
      "ALAda Lovelace",
      "GHGrace Hopper",
      "Nobody",
    ]);
    expect(lanes.getByRole("menuitemradio", { name: "Ada Lovelace" })).toBeChecked();
    await user.click(lanes.getByRole("menuitemradio", { name: "Grace Hopper" }));
    await holds(/^To do of Grace Hopper, 2 tasks$/, ["WEB-1", "WEB-2"]);
    expect(await screen.findByText("WEB-1 is moved")).toBeInTheDocument();
    expect(moves()).toEqual([
      ["/api/v1/tasks/WEB-1/move", { statusId: "s-todo", assigneeId: grace.id, beforeKey: "WEB-2" }],
    ]);
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
  });

  it("show the card there before the server has answered", async () => {
    const { user, menuOf } = await open("?lanes=assignee");
    await holds(/^To do of Grace Hopper/, ["WEB-2"]);
    const menu = await menuOf("WEB-1");
    const letGo = holdBack("POST", /move$/);
    await user.click(menu.getByRole("menuitemradio", { name: "Grace Hopper" }));
    await holds(/^To do of Grace Hopper, 2 tasks$/, ["WEB-1", "WEB-2"]);
    expect(moves()).toEqual([]);
    letGo();
    expect(await screen.findByText("WEB-1 is moved")).toBeInTheDocument();
  });

  it("change nothing of a card that is there already", async () => {
    pmt.addTask("WEB-6", "Next", { assigneeId: ada.id });
    const { user, menuOf } = await open("?lanes=assignee");
    await user.click((await menuOf("WEB-6")).getByRole("menuitemradio", { name: "Ada Lovelace" }));
    expect(screen.queryByRole("menu")).toBeNull();
    expect(moves()).toEqual([]);
  });

  it("take all selected cards together, and one undo brings them back", async () => {
    const { user, menuOf } = await open("?lanes=assignee");
    for (const key of ["WEB-3", "WEB-1"])
      await user.click((await menuOf(key)).getByRole("menuitem", { name: /^Select/ }));
    await user.click((await menuOf("WEB-3")).getByRole("menuitemradio", { name: "Grace Hopper" }));
    await holds(/^To do of Grace Hopper, 3 tasks$/, ["WEB-1", "WEB-3", "WEB-2"]);
    await waitFor(() =>
      expect(moves()).toEqual([
        [
          "/api/v1/projects/WEB/board/moves",
          { keys: ["WEB-1", "WEB-3"], statusId: "s-todo", assigneeId: grace.id, beforeKey: "WEB-2" },
        ],
      ]),
    );
    const messages = within(await screen.findByRole("region", { name: "Messages" }));
    await messages.findByText("2 tasks are moved");
    await user.click(messages.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(pmt.tasks.find(({ key }) => key === "WEB-1")?.assigneeId).toBe(ada.id));
    await holds(/^To do of Nobody, 1 task$/, ["WEB-3"]);
  });

  it("give the cards back when they are refused", async () => {
    const { user, menuOf } = await open("?lanes=priority");
    const menu = await menuOf("WEB-2");
    pmt.refuse("POST", /move$/, 409, "neighbour-moved", "WEB-2 is archived now");
    await user.click(menu.getByRole("menuitemradio", { name: "Highest" }));
    expect(await screen.findByText("WEB-2 was not moved")).toBeInTheDocument();
    expect(screen.getByText("WEB-2 is archived now")).toBeInTheDocument();
    await holds(/^To do of Medium, 3 tasks$/, ["WEB-1", "WEB-2", "WEB-3"]);
    await holds(/^To do of Highest, 0 tasks$/, []);
  });

  it("are offered where a card may have their field", async () => {
    const epic = { id: "t-WEB-9", key: "WEB-9", title: "Go live", type: "epic" } as const;
    pmt.addTask("WEB-5", "In it", { parent: epic });
    pmt.addTask("WEB-9", "Go live", { type: "epic" });
    const { user, menuOf } = await open("?lanes=epic");
    expect(
      (await menuOf("WEB-9")).getByRole("menuitemradio", { name: "Go live not for epics" }),
    ).toBeDisabled();
    await user.keyboard("{Escape}");
    await user.click((await menuOf("WEB-3")).getByRole("menuitemradio", { name: "Go live WEB-9" }));
    await holds(/^To do of Go live, 2 tasks$/, ["WEB-3", "WEB-5"]);
  });

  it("are no place for more work when their person is inactive", async () => {
    Object.assign(pmt.users[1] ?? {}, { active: false });
    const { menuOf } = await open("?lanes=assignee");
    const menu = await menuOf("WEB-1");
    expect(menu.getByRole("menuitemradio", { name: "Grace Hopper inactive" })).toBeDisabled();
  });

  it("can be folded; the focus then goes to the card beside", async () => {
    pmt.addTask("WEB-6", "Next", { assigneeId: ada.id });
    const { user, menuOf } = await open("?lanes=assignee");
    await holds(/^To do of Ada Lovelace/, ["WEB-1", "WEB-6"]);
    await user.click(screen.getByRole("button", { name: "Grace Hopper 1 tasks" }));
    await user.click((await menuOf("WEB-1")).getByRole("menuitemradio", { name: "Grace Hopper" }));
    expect(await screen.findByRole("button", { name: "Grace Hopper 2 tasks" })).toBeInTheDocument();
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-6"));
    expect(pmt.tasks.find(({ key }) => key === "WEB-1")?.assigneeId).toBe(grace.id);
  });

  it("are not there while no lanes are shown", async () => {
    const { menuOf } = await open("");
    const menu = await menuOf("WEB-1");
    expect(menu.getAllByRole("group").map((group) => group.getAttribute("aria-label"))).toEqual(["Column"]);
  });

  it("are reached by the key of the menu", async () => {
    const { user } = await open("?lanes=assignee");
    const link = await screen.findByRole("link", { name: /WEB-3/ });
    act(() => link.focus());
    await user.keyboard("m");
    const menu = await screen.findByRole("menu", { name: "Move WEB-3" });
    await user.keyboard("{End}{ArrowUp}{ArrowUp}{Enter}");
    expect(menu).not.toBeInTheDocument();
    await holds(/^To do of Grace Hopper, 2 tasks$/, ["WEB-3", "WEB-2"]);
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-3"));
  });
});
