import type { ReactNode } from "react";
import { Icon } from "./Icon";

type NoticeProps = { tone?: "bad" | "warn"; children: ReactNode; actions?: ReactNode };

/** A message in the flow of a form or panel, with what can be done about it. */
export function Notice({ tone = "bad", children, actions }: NoticeProps) {
  return (
    <div className={tone === "warn" ? "notice notice-warn" : "notice"} role="alert">
      <Icon name="warning" />
      <div className="notice-text">
        <div>{children}</div>
        {actions ? <div className="notice-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
