import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Flag, FlagRule } from "~/shared/api/generated/gateway";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { toast } from "~/shared/ui/toasts";
import { flagsQuery } from "./queries";
import { RuleFields } from "./RuleFields";
import { useFlagChanges } from "./useFlagChanges";
import { ruleOf } from "./words";

const keyForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

type FlagDialogProps = { flag: Flag | null; onClose: () => void };

/** Makes a flag, or changes one; what somebody else changed meanwhile is never overwritten unseen. */
export function FlagDialog({ flag, onClose }: FlagDialogProps) {
  const [key, setKey] = useState(flag?.key ?? "");
  const [version, setVersion] = useState(flag?.version ?? null);
  const [rule, setRule] = useState<FlagRule>(flag ? ruleOf(flag) : { description: "" });
  const [checked, setChecked] = useState(false);
  const newest = useQuery(flagsQuery).data?.items.find((item) => item.key === key);
  const { save } = useFlagChanges();
  const isStale = hasStatus(save.error, 412) || hasStatus(save.error, 404);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!keyForm.test(key) || rule.description.trim() === "" || save.isPending) return;
    save.mutate(
      { key, rule, version },
      {
        onSuccess: () => {
          toast(flag ? `${key} is changed` : `${key} is made`, { tone: "good" });
          onClose();
        },
      },
    );
  };
  const takeTheirs = () => {
    save.reset();
    setVersion(newest?.version ?? null);
    if (newest) setRule(ruleOf(newest));
  };
  return (
    <Dialog title={flag ? `Edit ${flag.key}` : "New flag"} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {isStale && flag ? (
          <Notice tone="warn" actions={<Button onClick={takeTheirs}>Show how it is now</Button>}>
            {newest
              ? "Somebody else changed this flag meanwhile."
              : "Somebody else deleted this flag meanwhile."}{" "}
            Yours is not saved.
          </Notice>
        ) : isStale ? (
          <Notice>A flag with this key exists already. Choose another key, or edit that one.</Notice>
        ) : save.isError ? (
          <Notice>{reasonOf(save.error)}</Notice>
        ) : null}
        {flag ? null : (
          <Field
            label="Key"
            hint="How routes and screens name it; it cannot be changed."
            error={
              checked && !keyForm.test(key) ? "Lower-case words with - between them: new-board." : undefined
            }
          >
            {(wiring) => (
              <TextInput
                {...wiring}
                data-autofocus
                maxLength={60}
                spellCheck={false}
                value={key}
                onChange={(event) => setKey(event.target.value.trim())}
              />
            )}
          </Field>
        )}
        <RuleFields rule={rule} checked={checked} onChange={setRule} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {flag ? "Save" : "Make flag"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
