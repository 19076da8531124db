import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { sessionQuery } from "~/shared/api/session";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { actorOf, audienceOf, stateOf } from "./words";

const names = (id: string) => id.replace("u-", "");

async function more(user: ReturnType<typeof renderApp>["user"], key: string, item: string) {
  await user.click(await screen.findByRole("button", { name: `More for ${key}` }));
  await user.click(screen.getByRole("menuitem", { name: item }));
}

describe("the flags screen", () => {
  it("explains what a flag is while there are none, and makes the first", async () => {
    const { user, pmt, client } = renderApp("/flags");
    expect(await screen.findByText("No flags")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "New flag" }));
    const dialog = await screen.findByRole("dialog", { name: "New flag" });
    const make = within(dialog).getByRole("button", { name: "Make flag" });
    await user.click(make);
    expect(within(dialog).getByText("Lower-case words with - between them: new-board.")).toBeInTheDocument();
    expect(within(dialog).getByText("Say what is different where it is on.")).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("Key"), "new-board");
    await user.type(within(dialog).getByLabelText("What it switches"), "the new board");
    await user.click(within(dialog).getByRole("checkbox", { name: /^Switched on/ }));
    await user.click(within(dialog).getByRole("checkbox", { name: "Administrators" }));
    const percent = within(dialog).getByLabelText("Percent of all users");
    await user.clear(percent);
    await user.type(percent, "100");
    await user.type(within(dialog).getByLabelText("Should be gone by"), "2026-12-31");
    await user.click(within(dialog).getByRole("button", { name: "People by name: none" }));
    await user.click(await screen.findByRole("option", { name: /Grace Hopper/ }));
    await user.keyboard("{Escape}");
    await user.click(make);

    expect(await screen.findByText("new-board is made")).toBeInTheDocument();
    expect(pmt.flags.items[0]).toMatchObject({
      key: "new-board",
      enabled: true,
      rollout: { percent: 100, admins: true, users: ["u-grace"] },
      expires: "2026-12-31",
    });
    expect(screen.getByText(/changed .* by Ada Lovelace/)).toBeInTheDocument();
    await waitFor(() => expect(client.getQueryData(sessionQuery.queryKey)?.flags).toEqual(["new-board"]));
    expect(await screen.findByText("on for everybody")).toBeInTheDocument();
  });

  it("is reached by administrators alone", async () => {
    const pmt = new FakePmt();
    if (pmt.me) pmt.me = { ...pmt.me, role: "member" };
    renderApp("/flags", pmt);
    expect(await screen.findByText("Only administrators switch flags")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Flags" })).toBeNull();
    expect(screen.queryByRole("button", { name: "New flag" })).toBeNull();
    expect(pmt.log.some(({ path }) => path.includes("/admin/"))).toBe(false);
  });

  it("switches a flag, shows who did, and deletes it after saying what happens", async () => {
    const pmt = new FakePmt();
    const switched = { prefix: "/api/v1/boards", off: "api", on: "boards" };
    pmt.flags.add(
      "new-board",
      { description: "the new board", rollout: { percent: 5 } },
      { overdue: true, expires: "2026-01-31", routes: [switched] },
    );
    pmt.flags.kept = false;
    const { user } = renderApp("/flags", pmt);
    const row = (await screen.findByText("new-board")).closest("li");
    expect(row).toHaveTextContent("/api/v1/boards goes to boards where it is on, otherwise to api");
    expect(row).toHaveTextContent("off; meant for 5 % of users");
    expect(row).toHaveTextContent("by admin socket: root · should have been gone by");
    expect(screen.getByText("overdue")).toBeInTheDocument();
    expect(screen.getByText(/This edge has no home folder/)).toBeInTheDocument();
    await more(user, "new-board", "Switch on");
    expect(await screen.findByText("new-board is switched on")).toBeInTheDocument();
    await more(user, "new-board", "History");
    const history = await screen.findByRole("dialog", { name: "History of new-board" });
    const changes = await within(history).findByRole("list", { name: "Changes, latest first" });
    expect(changes).toHaveTextContent(
      "Ada Lovelace changed itoff; meant for 5 % of users → on for 5 % of users",
    );
    await user.click(within(history).getByRole("button", { name: "Close" }));
    await more(user, "new-board", "Delete…");
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
    expect(await screen.findByText("new-board is gone")).toBeInTheDocument();
    expect(await screen.findByText("No flags")).toBeInTheDocument();
  });

  it("never overwrites unseen what somebody else changed meanwhile", async () => {
    const pmt = new FakePmt();
    pmt.flags.add("new-board", { description: "the new board" });
    const { user } = renderApp("/flags", pmt);
    await more(user, "new-board", "Edit…");
    const dialog = await screen.findByRole("dialog", { name: "Edit new-board" });
    const described = within(dialog).getByLabelText("What it switches");
    await user.type(described, " of mine");
    pmt.flags.items = [];
    pmt.flags.add("new-board", { description: "theirs" }, { version: 2 });
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    expect(await within(dialog).findByText(/Somebody else changed this flag meanwhile/)).toBeInTheDocument();
    expect(pmt.flags.items[0]?.description).toBe("theirs");
    await user.click(within(dialog).getByRole("button", { name: "Show how it is now" }));
    expect(described).toHaveValue("theirs");
    await user.type(described, " and mine");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    expect(await screen.findByText("new-board is changed")).toBeInTheDocument();
    expect(pmt.flags.items[0]).toMatchObject({ description: "theirs and mine", version: 3 });
  });

  it("says why a change is refused, and what could not be loaded", async () => {
    const pmt = new FakePmt();
    pmt.flags.add("new-board", { description: "the new board" });
    pmt.refuse("GET", /admin\/flags$/, 500, "internal-error", "Something went wrong.");
    const { user } = renderApp("/flags", pmt);
    expect(await screen.findByText("The flags could not be loaded")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    pmt.refuse("DELETE", /new-board$/, 400, "bad-request", "Flag new-board must not be named by a route.");
    await more(user, "new-board", "Delete…");
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
    expect(await screen.findByText("Flag new-board must not be named by a route.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "New flag" }));
    const dialog = await screen.findByRole("dialog", { name: "New flag" });
    await user.type(within(dialog).getByLabelText("Key"), "new-board");
    await user.type(within(dialog).getByLabelText("What it switches"), "again");
    await user.click(within(dialog).getByRole("button", { name: "Make flag" }));
    expect(await within(dialog).findByText(/A flag with this key exists already/)).toBeInTheDocument();
  });
});

describe("a flag in words", () => {
  it("says for whom it is", () => {
    const rollout = { percent: 2.5, admins: true, users: ["u-ada", "u-bob"] };
    expect(audienceOf({ rollout }, names)).toBe("2.5 % of users, administrators, ada, bob");
    expect(audienceOf({ rollout: { users: ["a", "b", "c", "d"] } }, names)).toBe("4 people");
    expect(stateOf({ description: "x", enabled: true }, names)).toBe("on for nobody");
    expect(stateOf({ description: "x" }, names)).toBe("off");
    expect(actorOf("user u-ada", names)).toBe("ada");
  });
});
