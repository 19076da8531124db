import { toast } from "~/shared/ui/toasts";

/** Copies a text and says so; where the browser refuses, shows the text instead. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done, { tone: "good" });
  } catch {
    toast(text);
  }
}
