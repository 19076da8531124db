import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Import } from "~/shared/api/generated/api";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { assign, mappingParameters } from "./mapping";

let pmt: FakePmt;
const file = new File(["issuekey,title,storypoint\nWEB-7,Fix the login page,3\n"], "backlog.csv", {
  type: "text/csv",
});

function anImport(id: string, more: Partial<Import> = {}): Import {
  const item: Import = {
    id,
    projectKey: "WEB",
    filename: "backlog.csv",
    dryRun: false,
    state: "done",
    rows: { read: 4, created: 2, updated: 1, unchanged: 0, rejected: 1 },
    bytes: { done: 100, total: 100 },
    error: null,
    createdBy: "u-ada",
    createdAt: "2026-11-20T09:00:00Z",
    startedAt: null,
    finishedAt: null,
    ...more,
  };
  pmt.imports.push(item);
  return item;
}

/** An XMLHttpRequest that hands the upload over to the test. */
class FakeUpload {
  static last: FakeUpload | undefined;
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  response: unknown = null;
  address = "";
  body: unknown;
  open(_method: string, address: string) {
    this.address = address;
  }
  setRequestHeader() {}
  send(body: unknown) {
    this.body = body;
    FakeUpload.last = this;
  }
  answer(status: number, response: unknown) {
    this.status = status;
    this.response = response;
    act(() => this.onload?.());
  }
}

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  vi.stubGlobal("XMLHttpRequest", FakeUpload);
});

async function pickFile() {
  const view = renderApp("/projects/WEB/import", pmt);
  await view.user.upload(await screen.findByLabelText("CSV file"), file);
  await screen.findByRole("region", { name: "Columns" });
  return view;
}

describe("importing", () => {
  it("shows what was recognised, sends the file with progress and follows the import", async () => {
    const { user, router } = await pickFile();
    expect(screen.getByLabelText("Field for column issuekey")).toHaveValue("key");
    expect(screen.getByRole("cell", { name: "Fix the login page" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Import" }));
    expect(FakeUpload.last?.address).toBe("/api/v1/imports?project=WEB&filename=backlog.csv&dryRun=false");
    expect(FakeUpload.last?.body).toBe(file);
    act(() => FakeUpload.last?.upload.onprogress?.({ loaded: file.size / 2 }));
    expect(screen.getByRole("progressbar", { name: "Upload" })).toHaveAttribute("aria-valuenow", "50");
    const started = anImport("i-1", { state: "running", bytes: { done: 30, total: 100 } });
    FakeUpload.last?.answer(202, started);
    expect(await screen.findByText(/30 B of 100 B read/)).toBeInTheDocument();
    expect(router.state.location.search).toMatchObject({ import: "i-1" });
    Object.assign(started, { state: "done", bytes: { done: 100, total: 100 } });
    expect(await screen.findByText(/all others were taken/, {}, { timeout: 3_000 })).toBeInTheDocument();
    expect(await screen.findByText("storypoint must be a number: many")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Open the board" })).toHaveAttribute(
      "href",
      "/projects/WEB/board",
    );
    await user.click(screen.getByRole("button", { name: "Import another file" }));
    expect(await screen.findByText("Drop a CSV file here, or choose one")).toBeInTheDocument();
  });

  it("maps columns by hand and waits until the needed ones are there", async () => {
    const { user } = await pickFile();
    await user.selectOptions(screen.getByLabelText("Field for column title"), "Only kept");
    expect(await screen.findByText(/No column was recognised as title/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Import" })).toBeDisabled();
    await user.selectOptions(screen.getByLabelText("Field for column storypoint"), "Title");
    await waitFor(() => expect(screen.getByRole("button", { name: "Dry run" })).toBeEnabled());
    await user.click(screen.getByRole("button", { name: "Dry run" }));
    const sent = new URLSearchParams(FakeUpload.last?.address.split("?")[1]);
    expect(sent.get("dryRun")).toBe("true");
    expect(sent.getAll("map")).toEqual(["title=storypoint", "points="]);
    FakeUpload.last?.answer(202, anImport("i-2", { dryRun: true }));
    await user.click(await screen.findByRole("button", { name: "Back to the file" }));
    expect(await screen.findByRole("region", { name: "Columns" })).toBeInTheDocument();
  });

  it("lets columns fill dates and estimates", async () => {
    const { user } = await pickFile();
    const due = screen.getByLabelText("Field for column Due date");
    expect(due).toHaveDisplayValue("Due date");
    await user.selectOptions(due, "Start date");
    await waitFor(() => expect(due).toHaveDisplayValue("Start date"));
    await user.selectOptions(screen.getByLabelText("Field for column storypoint"), "Estimate");
    await waitFor(() => expect(screen.getByRole("columnheader", { name: "Estimate" })).toBeInTheDocument());
    await user.click(screen.getByRole("button", { name: "Import" }));
    const sent = new URLSearchParams(FakeUpload.last?.address.split("?")[1]);
    expect(sent.getAll("map")).toEqual(["points=", "estimate=storypoint", "start=Due date", "due="]);
  });

  it("tells which custom field a column fills, and lets it fill another field", async () => {
    const { user } = await pickFile();
    const tier = screen.getByLabelText("Field for column Custom field (Tier)");
    expect(tier).toHaveDisplayValue("Tier");
    expect(within(tier).queryByRole("option", { name: "Only kept" })).toBeNull();
    expect(screen.getByRole("columnheader", { name: "Tier" })).toBeInTheDocument();
    await user.selectOptions(tier, "Priority");
    await waitFor(() => expect(tier).toHaveDisplayValue("Priority"));
    await user.selectOptions(tier, "Only kept");
    await waitFor(() => expect(tier).toHaveDisplayValue("Tier"));
  });

  it("shows what an older api tells of columns", async () => {
    pmt.importDoors.olderImports = true;
    await pickFile();
    expect(screen.getByLabelText("Field for column storypoint")).toHaveDisplayValue("Points");
    expect(screen.queryByLabelText("Field for column Due date")).toBeNull();
  });

  it("tells why a file was not taken", async () => {
    const { user } = await pickFile();
    await user.click(screen.getByRole("button", { name: "Import" }));
    FakeUpload.last?.answer(413, {
      title: "Too large",
      status: 413,
      code: "too-large",
      detail: "at most 2 GB",
    });
    expect(await screen.findByText("The file was not taken: at most 2 GB")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Import" }));
    act(() => FakeUpload.last?.onerror?.());
    expect(await screen.findByText(/The connection broke/)).toBeInTheDocument();
  });

  it("takes a dropped file", async () => {
    renderApp("/projects/WEB/import", pmt);
    const zone = (await screen.findByText("Drop a CSV file here, or choose one")).closest("label");
    if (zone) fireEvent.drop(zone, { dataTransfer: { files: [file] } });
    expect(await screen.findByRole("region", { name: "Columns" })).toBeInTheDocument();
  });

  it("says that a file could not be looked at", async () => {
    pmt.refuse("POST", /preview$/, 415, "unsupported", "send text/csv");
    const { user } = renderApp("/projects/WEB/import", pmt);
    await user.upload(await screen.findByLabelText("CSV file"), file);
    expect(await screen.findByText("send text/csv")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Choose another file" }));
    expect(await screen.findByText("Drop a CSV file here, or choose one")).toBeInTheDocument();
  });

  it("lists what was imported so far, running ones to be followed again", async () => {
    anImport("i-3", { state: "running", bytes: { done: 30, total: 100 } });
    anImport("i-4", { state: "failed", error: { line: 12, message: "the quote must be closed" } });
    const { user } = renderApp("/projects/WEB/import", pmt);
    const list = await screen.findByRole("region", { name: "Imports so far" });
    expect(within(list).getByText("Running")).toBeInTheDocument();
    await user.click(within(list).getByRole("link", { name: /Failed/ }));
    expect(await screen.findByText("Line 12: the quote must be closed")).toBeInTheDocument();
    expect(screen.getByText("Nothing was written.")).toBeInTheDocument();
  });

  it("is for maintainers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "member");
    renderApp("/projects/WEB/import", pmt);
    expect(await screen.findByText("Only maintainers import")).toBeInTheDocument();
  });
});

describe("the mapping", () => {
  it("leaves the former field out when a column gets another one", () => {
    const column = { name: "Summary", field: "title", sample: "" } as const;
    expect(assign({}, column, "description")).toEqual({ title: "", description: "Summary" });
    expect(assign({ title: "Summary" }, column, null)).toEqual({ title: "" });
    const later = { name: "Due", field: null, sample: "", fills: "due" } as const;
    expect(assign({}, later, "start")).toEqual({ due: "", start: "Due" });
    const custom = { name: "Tier", field: null, sample: "", customField: "Tier" } as const;
    expect(assign({}, custom, null)).toEqual({});
    expect(mappingParameters({ description: "Summary", title: "" })).toEqual([
      ["map", "title="],
      ["map", "description=Summary"],
    ]);
  });
});
