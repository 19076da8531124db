import { useEffect, useRef, useState } from "react";
import { IconButton } from "~/shared/ui/Button";
import { AddressLink } from "./AddressLink";
import { readAddress } from "./customValues";
import { PlainValue } from "./Property";
import { TypedValue } from "./TypedValue";

type AddressProps = {
  label: string;
  address: string;
  readOnly: boolean;
  onAddress: (address: string | null) => void;
};

/** The address of a page: a link that opens beside PMT, and the way to type another. */
export function Address({ label, address, readOnly, onAddress }: AddressProps) {
  const [isEditing, setIsEditing] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (wantsFocus.current) box.current?.querySelector<HTMLElement>("input, button")?.focus();
    wantsFocus.current = false;
  });
  const become = (editing: boolean) => {
    wantsFocus.current = box.current?.contains(document.activeElement) ?? false;
    setIsEditing(editing);
  };
  return (
    <span ref={box} className={address && !isEditing ? "property-parent" : undefined}>
      {address && !isEditing ? (
        <>
          <AddressValue address={address} />
          {readOnly ? null : <IconButton icon="edit" label={`Edit ${label}`} onClick={() => become(true)} />}
        </>
      ) : (
        <TypedValue
          label={label}
          value={address || null}
          read={readAddress}
          kind="text"
          maxLength={2000}
          readOnly={readOnly}
          onValue={onAddress}
          onEnd={isEditing ? () => become(false) : undefined}
        />
      )}
    </span>
  );
}

/** A link in the place of a value. */
export function AddressValue({ address }: { address: string }) {
  const className = "property property-text property-address";
  return <AddressLink address={address} className={className} plain={<PlainValue text={address} />} />;
}
