import { useRef, useState } from "react";
import { Button } from "./Button";
import { Field, TextInput } from "./Field";

type SecretProps = { label: string; value: string; hint: string };

/** Something that is shown once, to be copied. */
export function Secret({ label, value, hint }: SecretProps) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      field.current?.querySelector("input")?.select();
    }
  };
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <div className="secret" ref={field}>
          <TextInput {...wiring} readOnly value={value} onFocus={(event) => event.target.select()} />
          <Button icon={copied ? "check" : "copy"} onClick={() => void copy()}>
            {copied ? "Copied" : "Copy"}
          </Button>
        </div>
      )}
    </Field>
  );
}
