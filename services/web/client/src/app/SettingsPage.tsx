import { getRouteApi } from "@tanstack/react-router";
import { Settings } from "~/features/settings/Settings";

const settingsRoute = getRouteApi("/projects/$key/settings");

/** The settings of the project in the address. */
export function SettingsPage() {
  const { key } = settingsRoute.useParams();
  return <Settings key={key} project={key} />;
}
