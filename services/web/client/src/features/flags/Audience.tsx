import type { Rollout } from "~/shared/api/generated/gateway";
import { usePeople } from "~/shared/api/people";
import { Avatar } from "~/shared/ui/Avatar";
import { CheckField, Field, TextInput } from "~/shared/ui/Field";
import { Icon } from "~/shared/ui/Icon";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { useNames } from "./useNames";

type AudienceProps = { rollout: Rollout; onChange: (rollout: Rollout) => void };

/** For whom a flag is meant: a share of the users, administrators, people by name. */
export function Audience({ rollout, onChange }: AudienceProps) {
  const { percent = 0, admins = false, users = [] } = rollout;
  const people = usePeople();
  const choices = [...people.values()]
    .filter(({ id, active }) => active || users.includes(id))
    .map<Choice<string>>((person) => ({
      value: person.id,
      label: person.name,
      icon: <Avatar user={person} />,
    }));
  const named = useNames();
  const names = users.map(named).join(", ");
  const toggle = (id: string) =>
    onChange({
      ...rollout,
      users: users.includes(id) ? users.filter((user) => user !== id) : [...users, id],
    });
  return (
    <fieldset className="flag-audience">
      <legend className="field-label">For whom</legend>
      <Field
        label="Percent of all users"
        hint="Always the same users; raising it keeps them. 100 is everybody, also who is not signed in."
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            type="number"
            inputMode="decimal"
            min={0}
            max={100}
            step="any"
            className="flag-percent"
            value={Number.isNaN(percent) ? "" : percent}
            onChange={(event) => onChange({ ...rollout, percent: event.target.valueAsNumber })}
          />
        )}
      </Field>
      <CheckField
        label="Administrators"
        checked={admins}
        onChecked={(to) => onChange({ ...rollout, admins: to })}
      />
      <div className="field">
        <span className="field-label">People by name</span>
        <Picker
          label={`People by name: ${names || "none"}`}
          className="input flag-people"
          value={null}
          choices={choices}
          chosen={users}
          filterable
          onPick={toggle}
        >
          <Icon name="user" />
          <span>{names || "Choose people…"}</span>
        </Picker>
      </div>
    </fieldset>
  );
}
