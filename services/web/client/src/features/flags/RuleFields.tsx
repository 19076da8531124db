import type { FlagRule } from "~/shared/api/generated/gateway";
import { CheckField, Field, TextInput } from "~/shared/ui/Field";
import { Audience } from "./Audience";

type RuleFieldsProps = { rule: FlagRule; checked: boolean; onChange: (rule: FlagRule) => void };

/** What an administrator decides about a flag. */
export function RuleFields({ rule, checked, onChange }: RuleFieldsProps) {
  const isNamed = rule.description.trim() !== "";
  return (
    <>
      <Field
        label="What it switches"
        error={checked && !isNamed ? "Say what is different where it is on." : undefined}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={300}
            value={rule.description}
            onChange={(event) => onChange({ ...rule, description: event.target.value })}
          />
        )}
      </Field>
      <CheckField
        label="Switched on"
        note="for those below; otherwise off for everybody"
        checked={rule.enabled ?? false}
        onChecked={(enabled) => onChange({ ...rule, enabled })}
      />
      <Audience rollout={rule.rollout ?? {}} onChange={(rollout) => onChange({ ...rule, rollout })} />
      <Field label="Should be gone by" hint="A reminder; nothing switches by itself.">
        {(wiring) => (
          <TextInput
            {...wiring}
            type="date"
            value={rule.expires ?? ""}
            onChange={(event) => onChange({ ...rule, expires: event.target.value || null })}
          />
        )}
      </Field>
    </>
  );
}
