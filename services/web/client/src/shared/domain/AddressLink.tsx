import type { ReactNode } from "react";
import { isWebAddress } from "./customValues";

type AddressLinkProps = { address: string; className: string; tabIndex?: number; plain: ReactNode };

/** A link to a page that opens beside PMT; whatever is no address of a page is shown as it is `plain`. */
export function AddressLink({ address, className, tabIndex, plain }: AddressLinkProps) {
  if (!isWebAddress(address)) return plain;
  return (
    <a
      className={className}
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={address}
      tabIndex={tabIndex}
    >
      <span>{address.replace(/^https?:\/\//i, "")}</span>
    </a>
  );
}
