import type { Page } from "@playwright/test";

const description = `The page answers **500** when the address has an umlaut; see \`SessionFilter\`.

## What to do
- [x] Find where the address is decoded
- [ ] Decode it as UTF-8
- [ ] Cover it with a test

\`\`\`java
var path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
\`\`\`

| Release | State |
| --- | --- |
| 1.4 | affected |
| 1.5 | fixed |
`;

const tasks = [
  {
    title: "Fix the login page",
    type: "bug",
    priority: "highest",
    points: 3,
    labels: ["sign-in"],
    startDate: "2026-11-16",
    dueDate: "2026-11-20",
    description,
  },
  {
    title: "Write the guide for administrators",
    type: "story",
    priority: "medium",
    points: 5,
    labels: ["docs"],
    startDate: "2026-11-18",
    dueDate: "2026-11-27",
  },
  {
    title: "Choose the colours of the charts",
    type: "task",
    priority: "low",
    labels: ["design", "charts"],
    dueDate: "2026-11-13",
  },
  {
    title: "Release 1.5",
    type: "epic",
    priority: "high",
    startDate: "2026-11-02",
    dueDate: "2026-12-18",
  },
  { title: "Rename the old endpoints", type: "subtask", priority: "lowest", points: 0.5 },
];

/** What the tasks of the website have beside what all tasks have. */
const customFields = [
  { name: "Customer tier", type: "select", options: [{ name: "Silver" }, { name: "Gold" }] },
  { name: "Go-live", type: "date" },
  { name: "Design", type: "url" },
  {
    name: "Fix version",
    type: "version",
    options: [
      { name: "1.4", releasesOn: "2026-11-13", released: true },
      { name: "1.5", releasesOn: "2026-12-18" },
    ],
  },
];

/** Changes to the first issues of the imported backlog, so that its board shows what a board can show. */
const touches = [
  { type: "bug", priority: "high" },
  { type: "story", column: 1, mine: true },
  { priority: "highest", type: "bug", labels: ["scheduler"], mine: true },
  { column: 3 },
  { type: "story", labels: ["agent", "metrics"] },
  { column: 1, type: "bug", priority: "highest" },
  { column: 2, labels: ["http"] },
  { column: 3, type: "bug" },
  { type: "epic", priority: "high" },
  { column: 2, type: "story", mine: true },
  { column: 3, mine: true },
  { priority: "low" },
];

type Post = (path: string, data: object) => Promise<{ id: string }>;

/** Three sprints of the imported backlog: one is over, one runs and got more than it began with, one is planned. */
async function sprints(post: Post, url: string, page: Page): Promise<void> {
  const path = "/api/v1/projects/MESOS/sprints";
  const asked = `query=${encodeURIComponent("type != epic ORDER BY rank")}&limit=40`;
  const { items } = await (await page.request.get(`${url}/api/v1/projects/MESOS/tasks?${asked}`)).json();
  const keys: string[] = items.map((item: { key: string }) => item.key);
  const make = async (name: string, days: [string, string], goal: string, taken: string[]) => {
    const [startsOn, endsOn] = days;
    const { id } = await post(path, { name, startsOn, endsOn, goal, capacity: 30 });
    await post(`${path}/${id}/tasks`, { keys: taken });
    return `${path}/${id}`;
  };
  const past = await make("Sprint 40", ["2026-11-02", "2026-11-13"], "", keys.slice(0, 11));
  await post(`${past}/start`, {});
  await post(`${past}/complete`, {});
  const goal = "Agents that stay registered through a failover";
  const now = await make("Sprint 41", ["2026-11-16", "2026-11-27"], goal, keys.slice(11, 18));
  await post(`${now}/start`, {});
  await post(`${now}/tasks`, { keys: keys.slice(18, 20) });
  await make("Sprint 42", ["2026-11-30", "2026-12-11"], "", keys.slice(20, 24));
}

/** Fills a fresh PMT with people, projects and tasks worth a picture, through its API in the page's session. */
export async function fill(page: Page, url: string): Promise<void> {
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(url + path, { data, headers: { Origin: url } });
    if (!answer.ok()) throw new Error(`POST ${path} must work: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const put = async (path: string, data: object, more: Record<string, string> = {}) => {
    const answer = await page.request.put(url + path, { data, headers: { Origin: url, ...more } });
    if (!answer.ok()) throw new Error(`PUT ${path} must work: ${answer.status()} ${await answer.text()}`);
    return answer;
  };
  const touch = async (key: string, change: object) => {
    const seen = await page.request.get(`${url}/api/v1/tasks/${key}`);
    const headers = { Origin: url, "If-Match": seen.headers()["etag"] ?? "" };
    const answer = await page.request.patch(`${url}/api/v1/tasks/${key}`, { data: change, headers });
    if (!answer.ok()) throw new Error(`PATCH ${key} must work: ${answer.status()} ${await answer.text()}`);
  };
  const board = await (await page.request.get(`${url}/api/v1/projects/MESOS/board`)).json();
  const me = await (await page.request.get(`${url}/api/v1/users/me`)).json();
  for (const [index, { column, mine, ...fields }] of touches.entries()) {
    const card = board.columns[0].cards[index];
    if (!card) break;
    await touch(card.key, { ...fields, ...(mine ? { assigneeId: me.id } : {}) });
    if (column) await post(`/api/v1/tasks/${card.key}/move`, { statusId: board.columns[column].status.id });
  }
  const limited = await page.request.patch(
    `${url}/api/v1/projects/MESOS/statuses/${board.columns[1].status.id}`,
    { data: { wipLimit: 1 }, headers: { Origin: url, "If-Match": `"${board.project.version}"` } },
  );
  if (!limited.ok())
    throw new Error(`a column must take a limit: ${limited.status()} ${await limited.text()}`);
  await sprints(post, url, page);
  const grace = await post("/api/v1/users", {
    name: "Grace Hopper",
    email: "grace@example.org",
    role: "member",
  });
  await post("/api/v1/users", { name: "Alan Turing", email: "alan@example.org", role: "guest" });
  await post("/api/v1/projects", {
    key: "OPS",
    name: "Operations",
    description: "What keeps everything running.",
  });
  const web = await post("/api/v1/projects", {
    key: "WEB",
    name: "Website",
    description: "The public site.",
  });
  await put(`/api/v1/projects/WEB/members/${grace.user.id}`, { role: "maintainer" });
  for (const [index, task] of tasks.entries()) {
    const statusId = web.statuses[index % web.statuses.length].id;
    const assigneeId = index % 2 === 0 ? grace.user.id : null;
    await post("/api/v1/projects/WEB/tasks", { ...task, statusId, assigneeId });
  }
  const own = "/api/v1/projects/WEB/custom-fields";
  const { version } = await (await page.request.get(url + own)).json();
  const kept = await put(own, { fields: customFields }, { "If-Match": `"${version}"` });
  const [tier, live, design, fix] = (await kept.json()).fields;
  const values = {
    [tier.id]: tier.options[1].id,
    [live.id]: "2026-12-01",
    [design.id]: "https://example.org/design/login",
    [fix.id]: [fix.options[1].id],
  };
  await touch("WEB-1", { customFields: values });
  const relations = [
    ["WEB-1", "blocked-by", "WEB-3"],
    ["WEB-1", "blocked-by", board.columns[0].cards[3].key],
    ["WEB-1", "blocks", "WEB-4"],
    ["WEB-1", "relates-to", "WEB-5"],
    ["WEB-2", "blocked-by", "WEB-1"],
    [board.columns[0].cards[0].key, "blocks", board.columns[0].cards[4].key],
  ];
  for (const [key, kind, taskKey] of relations)
    await post(`/api/v1/tasks/${key}/relations`, { kind, taskKey });
  for (const person of ["me", grace.user.id]) await put(`/api/v1/tasks/WEB-1/watchers/${person}`, {});
  const files: [string, Buffer][] = [
    ["before.png", await page.screenshot()],
    ["edge.log", Buffer.from("GET /f%C3%BCr 500\n".repeat(900))],
  ];
  for (const [name, data] of files) {
    const answer = await page.request.post(`${url}/api/v1/tasks/WEB-1/attachments?name=${name}`, {
      data,
      headers: { Origin: url, "Content-Type": "application/octet-stream" },
    });
    if (!answer.ok()) throw new Error(`${name} must be attached: ${answer.status()} ${await answer.text()}`);
  }
  const comments = "/api/v1/tasks/WEB-1/comments";
  const said = await post(comments, {
    text: "Decoding happens **twice**: in `SessionFilter`, and before it at the edge.\n\n- 1.4 is affected\n- 1.5 is not",
  });
  await post(comments, { text: "Then a test at the edge is enough. I take it." });
  for (const emoji of ["👍", "👀"])
    await put(`${comments}/${said.id}/reactions/${encodeURIComponent(emoji)}`, {});
  const times: [number, string, string][] = [
    [150, "2026-11-17", "Reproduced it with the address from the report"],
    [45, "2026-11-19", "Read SessionFilter and its tests"],
  ];
  for (const [minutes, day, note] of times)
    await post("/api/v1/tasks/WEB-1/work-logs", { minutes, day, note });
  const flag = (key: string, data: object, version?: number) =>
    put(
      `/api/v1/admin/flags/${key}`,
      data,
      version ? { "If-Match": `"${version}"` } : { "If-None-Match": "*" },
    );
  const description = "Boards are read from a service of their own";
  await flag("new-board", { description, rollout: { admins: true } });
  const rollout = { percent: 5, admins: true, users: [me.id] };
  await flag("new-board", { description, enabled: true, rollout, expires: "2030-06-30" }, 1);
  await flag("old-search", { description: "Search as it was", expires: "2026-01-31" });
}
