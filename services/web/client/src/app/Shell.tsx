import { Outlet, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { CreateTask } from "~/features/create/CreateTask";
import { projectOf } from "~/shared/api/tasks";
import { Refusals } from "~/shared/domain/Refusals";
import { type CreateDefaults, ShellProvider } from "~/shared/ui/ShellContext";
import { Toasts } from "~/shared/ui/Toasts";
import { toast } from "~/shared/ui/toasts";
import { ConnectionBanner } from "./ConnectionBanner";
import { KeysDialog } from "./KeysDialog";
import { LiveHint } from "./LiveHint";
import { PaletteHost } from "./PaletteHost";
import { SessionGate } from "./SessionGate";
import { Sidebar } from "./Sidebar";
import { useLastProject } from "./useLastProject";
import { useShellCommands } from "./useShellCommands";
import { useUndoKey } from "./useUndoKey";
import "./shell.css";

/** The frame around every page: navigation, keys, the dialogs that open from anywhere, messages. */
export function Shell() {
  return (
    <SessionGate>
      <Frame />
    </SessionGate>
  );
}

function Frame() {
  const { key, taskKey } = useParams({ strict: false });
  const here = key ?? (taskKey ? projectOf(taskKey) : undefined);
  const project = useLastProject(here);
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [navOpen, setNavOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [creating, setCreating] = useState<CreateDefaults | null>(null);
  const shell = useMemo(() => ({ openNav: () => setNavOpen(true), createTask: setCreating }), []);
  const create = () => setCreating({ project });
  useUndoKey();
  useShellCommands({ project, onCreate: create, onKeys: () => setKeysOpen(true) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the drawer
  useEffect(() => setNavOpen(false), [path]);

  return (
    <ShellProvider value={shell}>
      <div className="shell">
        <a className="skip" href="#page">
          Skip to the page
        </a>
        <aside className="side" data-open={navOpen}>
          <Sidebar project={here} onCreate={create} onKeys={() => setKeysOpen(true)} />
        </aside>
        {navOpen ? (
          <button
            type="button"
            className="side-scrim"
            aria-label="Close navigation"
            onClick={() => setNavOpen(false)}
          />
        ) : null}
        <main className="page" id="page" tabIndex={-1}>
          <ConnectionBanner />
          <Outlet />
        </main>
      </div>
      {creating ? (
        <CreateTask
          defaults={creating}
          onClose={() => setCreating(null)}
          onCreated={(task) => {
            setCreating(null);
            toast(`${task.key} is created`, { tone: "good", detail: task.title });
            if (here !== task.projectKey)
              void navigate({ to: "/browse/$taskKey", params: { taskKey: task.key } });
          }}
        />
      ) : null}
      <PaletteHost project={project} />
      {keysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
      <LiveHint />
      <Refusals />
      <Toasts />
    </ShellProvider>
  );
}
