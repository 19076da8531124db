import { useNavigate } from "@tanstack/react-router";
import { useKeys } from "~/shared/keys/useKeys";

type ShellKeys = { project: string | undefined; onCreate: () => void; onKeys: () => void };

/** The keys that work on every page. */
export function useShellKeys({ project, onCreate, onKeys }: ShellKeys): void {
  const navigate = useNavigate();
  const go = (page: "board" | "list" | "members" | "import") => () => {
    if (project) void navigate({ to: `/projects/$key/${page}`, params: { key: project } });
    else void navigate({ to: "/projects" });
  };
  useKeys({
    c: onCreate,
    "?": onKeys,
    "g p": () => void navigate({ to: "/projects" }),
    "g b": go("board"),
    "g l": go("list"),
    "g m": go("members"),
    "g i": go("import"),
  });
}
