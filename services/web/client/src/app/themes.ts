import type { Theme } from "~/shared/lib/theme";
import type { IconName } from "~/shared/ui/Icon";

/** The themes to choose from. */
export const themes: readonly { theme: Theme; name: string; icon: IconName }[] = [
  { theme: "system", name: "As the system", icon: "monitor" },
  { theme: "light", name: "Light", icon: "sun" },
  { theme: "dark", name: "Dark", icon: "moon" },
];
