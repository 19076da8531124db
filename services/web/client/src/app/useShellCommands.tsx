import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { projectsQuery } from "~/shared/api/projects";
import { signOut, useMe } from "~/shared/api/session";
import { type Command, nearness, useCommands } from "~/shared/commands/registry";
import { useCommandKeys } from "~/shared/commands/useCommandKeys";
import { chooseTheme, useTheme } from "~/shared/lib/theme";
import { Icon, type IconName } from "~/shared/ui/Icon";
import { pages } from "./pages";
import { themes } from "./themes";

type ShellCommands = { project: string | undefined; onCreate: () => void; onKeys: () => void };

const command = (
  group: string,
  icon: IconName,
  title: string,
  run: () => void,
  more: Partial<Command> = {},
): Command => ({
  id: `${group} ${title}`.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
  group,
  title,
  icon: <Icon name={icon} />,
  run,
  ...more,
});

/** What can be done on every page, by its keys and in the palette. */
export function useShellCommands({ project, onCreate, onKeys }: ShellCommands): void {
  const navigate = useNavigate();
  const me = useMe();
  const theme = useTheme();
  const { data: projects } = useQuery(projectsQuery);
  const go =
    (to: "/projects" | "/users" | "/events" | "/flags" | "/map" | "/account" | "/status" | "/reference") =>
    () =>
      void navigate({ to });
  const place = "Go to";
  const inProject = pages.map(({ to, name, icon, keys }) =>
    command(
      place,
      icon,
      project ? `${name} of ${project}` : name,
      () => void (project ? navigate({ to, params: { key: project } }) : navigate({ to: "/projects" })),
      { keys, words: `go to ${name}`, id: `go-${name}` },
    ),
  );
  useCommands(
    [
      command("Create", "add", "New task", onCreate, { keys: "C", words: "create add" }),
      ...(me?.role === "guest"
        ? []
        : [
            command(
              "Create",
              "projects",
              "New project",
              () => void navigate({ to: "/projects", search: { new: "project" } }),
              { words: "create add" },
            ),
          ]),
      ...inProject,
      command(place, "projects", "All projects", go("/projects"), { keys: "G P" }),
      command(place, "user", "Your account", go("/account"), {
        words: "profile name password sessions api tokens",
      }),
      ...(me?.role === "admin"
        ? [
            command(place, "members", "Users", go("/users"), { words: "people" }),
            command(place, "pulse", "Events", go("/events"), { words: "consumers lag dead letters replay" }),
            command(place, "flag", "Flags", go("/flags"), { words: "features switches rollout" }),
            command(place, "map", "Map", go("/map"), {
              words: "processes services databases traffic topology",
            }),
          ]
        : []),
      command(place, "pulse", "Status of PMT", go("/status"), { words: "health services" }),
      command(place, "file", "API reference", go("/reference"), { words: "openapi rest curl developers" }),
      ...(projects ?? []).map(({ key, name }) =>
        command(
          "Projects",
          "board",
          name,
          () => void navigate({ to: "/projects/$key/board", params: { key } }),
          { id: `project-${key}`, words: key },
        ),
      ),
      ...themes.map(({ theme: id, name, icon }) =>
        command("Theme", icon, `Theme: ${name.toLowerCase()}`, () => chooseTheme(id), {
          checked: theme === id,
          words: "colours appearance",
        }),
      ),
      command("PMT", "help", "Keys", onKeys, { keys: "?", words: "help shortcuts keyboard" }),
      command("PMT", "logout", "Sign out", signOut, { words: "log out leave" }),
    ],
    nearness.client,
  );
  useCommandKeys();
}
