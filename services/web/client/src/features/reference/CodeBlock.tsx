import { copyText } from "~/shared/lib/copyText";
import { IconButton } from "~/shared/ui/Button";

/** Text for a terminal or a program, to be copied. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <div className="reference-code">
      <pre>{text}</pre>
      <IconButton icon="copy" label={`Copy: ${label}`} onClick={() => void copyText(text, "Copied")} />
    </div>
  );
}
