import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { mapQuery } from "./queries";
import { lagOf, memoryOf, summaryOf, timesOf, trafficOf } from "./words";

describe("the map", () => {
  it("shows which services share a process, with which data, and how they are used", async () => {
    renderApp("/map");
    const shared = await screen.findByRole("region", { name: "Process 4711" });
    expect(shared).toHaveTextContent("on pmt-1 · running for 3 h 0 min · Java 25.0.3+9-LTS");
    expect(shared).toHaveTextContent("252 MB resident, heap 96 MB of 512 MB, shared by 2 services");
    expect(within(shared).getAllByRole("listitem")).toHaveLength(2);
    const api = item("api");
    expect(api).toHaveTextContent("2 requests/s · 0.5 % failed · 3 sockets");
    expect(api).toHaveTextContent("p50 1.9 ms · p99 240 ms");
    expect(api).toHaveTextContent("postgres_api, schema apias api at 127.0.0.1:5432");
    expect(api).toHaveTextContent("profiles has all of auth");
    expect(api).toHaveTextContent("task-activity 7 behind api");
    expect(screen.getByRole("region", { name: "Process 4712" })).not.toHaveTextContent("shared");
    expect(item("auth")).toHaveTextContent("0 requests/s · none in the last minute");
    expect(screen.getByRole("status")).toHaveTextContent("All 3 services are up, in 2 processes.");
  });

  it("is reached by administrators alone", async () => {
    const pmt = new FakePmt();
    if (pmt.me) pmt.me = { ...pmt.me, role: "member" };
    renderApp("/map", pmt);
    expect(await screen.findByText("Only administrators see the map")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Map" })).toBeNull();
    expect(pmt.log.some(({ path }) => path.includes("/admin/"))).toBe(false);
  });

  it("keeps what a silent service said last, with its age, and names who has not said anything", async () => {
    const pmt = new FakePmt();
    const seenAt = "2026-11-20T08:59:30Z";
    pmt.map.change("api", { state: "down", detail: "It does not answer.", seenAt });
    pmt.map.services.push({ name: "web", state: "up" });
    renderApp("/map", pmt);
    expect(await screen.findByRole("heading", { name: "api is down." })).toBeInTheDocument();
    expect(item("api")).toHaveTextContent("It does not answer. Last heard of 30 s ago.");
    expect(item("api")).toHaveTextContent("postgres_api");
    const elsewhere = screen.getByRole("region", { name: "Somewhere else" });
    expect(within(elsewhere).getByRole("heading", { name: "web" })).toBeInTheDocument();
  });

  it("shows what is done with requests on their way", async () => {
    const pmt = new FakePmt();
    pmt.map.change("api", {
      hold: { waiting: 1 },
      canary: { address: "http://127.0.0.1:9", weight: 12.5 },
      shadow: { address: "http://127.0.0.1:8", sample: 50 },
    });
    pmt.map.change("auth", {
      canary: { address: "http://127.0.0.1:9", weight: 0, rolledBack: { reason: "by hand" } },
    });
    renderApp("/map", pmt);
    expect(await screen.findByText("held, 1 waits")).toBeInTheDocument();
    expect(screen.getByText("canary 12.5 % at http://127.0.0.1:9")).toBeInTheDocument();
    expect(screen.getByText("shadow 50 % at http://127.0.0.1:8")).toBeInTheDocument();
    expect(screen.getByText("canary rolled back: by hand")).toBeInTheDocument();
  });

  it("stays with what it knows while PMT does not answer, and goes on by itself", async () => {
    const { pmt, client } = renderApp("/map");
    await screen.findByRole("region", { name: "Process 4711" });
    pmt.refuse("GET", /admin\/map/, 503, "service-unavailable", "health is away");
    await client.refetchQueries({ queryKey: mapQuery.queryKey });
    expect(await screen.findByText("PMT does not answer; this is what was known last.")).toBeInTheDocument();
    expect(screen.getByText(/^from \d+ s ago/)).toBeInTheDocument();
    expect(item("api")).toBeInTheDocument();
    expect(screen.queryByText(/Projects and tasks/)).toBeNull();
    await client.refetchQueries({ queryKey: mapQuery.queryKey });
    await waitFor(() =>
      expect(screen.getByText("All 3 services are up, in 2 processes.")).toBeInTheDocument(),
    );
  });

  it("says what went wrong when there is nothing to show yet", async () => {
    const pmt = new FakePmt();
    pmt.refuse("GET", /admin\/map/, 503, "service-unavailable", "health is away");
    const { user } = renderApp("/map", pmt);
    expect(await screen.findByText("The map could not be loaded")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "Process 4712" })).toBeInTheDocument();
  });
});

const alone = { host: "", pid: 1, java: "", heapUsed: 0, heapMost: 0, seenAt: "", services: [] };

describe("the map's words", () => {
  it("asks every two seconds, and not while the tab is hidden", () => {
    expect(mapQuery.refetchInterval).toBe(2_000);
    expect(mapQuery.refetchIntervalInBackground).toBeUndefined();
  });

  it("tell who is not well", () => {
    const { processes, services, checkedAt } = new FakePmt().map;
    const some = services.map((service, at) => ({
      ...service,
      state: at === 0 ? ("unknown" as const) : service.name === "api" ? ("down" as const) : ("up" as const),
    }));
    expect(summaryOf({ processes, services: some, checkedAt })).toBe("gateway cannot be asked, api is down.");
  });

  it("tell rare failures, long times, unknown lags and what is held back", () => {
    const rare = {
      perSecond: [],
      requests: 100_000,
      failed: 1,
      p50Micros: 900,
      p99Micros: 2_500_000,
      sockets: 0,
    };
    expect(trafficOf([rare])).toBe("0 requests/s · < 0.1 % failed");
    expect(timesOf(rare)).toBe("p50 0.9 ms · p99 2.5 s");
    const consumer = { name: "live", producer: "api", paused: true, held: 2 };
    expect(lagOf(consumer)).toBe("live lag behind api unknown, 2 held back, paused");
    const { resident, ...process } = { ...new FakePmt().map.processes[0], services: ["web"] };
    expect(resident).toBeDefined();
    expect(memoryOf({ ...alone, ...process })).toBe("heap 96 MB of 512 MB");
  });
});

function item(name: string): HTMLElement {
  const found = screen.getByRole("heading", { name, level: 3 }).closest("li");
  if (!found) throw new Error(`${name} must be on the map`);
  return found;
}
