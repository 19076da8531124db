import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Flag } from "~/shared/api/generated/gateway";
import { reasonOf } from "~/shared/api/problem";
import { useMe } from "~/shared/api/session";
import { useTitle } from "~/shared/lib/useTitle";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty, Failure, Skeleton } from "~/shared/ui/States";
import { FlagDialog } from "./FlagDialog";
import { FlagItem } from "./FlagItem";
import { flagsQuery } from "./queries";
import "./flags.css";

/** The feature flags that the edge keeps, for administrators. */
export function Flags() {
  useTitle("Flags");
  const isAdmin = useMe()?.role === "admin";
  const [editing, setEditing] = useState<Flag | "new" | null>(null);
  return (
    <>
      <PageBar title="Flags">
        {isAdmin ? (
          <Button look="primary" icon="add" onClick={() => setEditing("new")}>
            New flag
          </Button>
        ) : null}
      </PageBar>
      <div className="page-body">
        <div className="page-column">
          {isAdmin ? (
            <FlagRows onEdit={setEditing} />
          ) : (
            <Empty icon="flag" title="Only administrators switch flags">
              <p>Ask one of them if you want to try something new, or the old way back.</p>
            </Empty>
          )}
        </div>
      </div>
      {editing ? (
        <FlagDialog flag={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </>
  );
}

function FlagRows({ onEdit }: { onEdit: (flag: Flag) => void }) {
  const flags = useQuery(flagsQuery);
  if (flags.data === undefined) {
    return flags.isError ? (
      <Failure
        title="The flags could not be loaded"
        reason={reasonOf(flags.error)}
        onRetry={() => void flags.refetch()}
      />
    ) : (
      <Skeleton label="Loading the flags" lines={4} />
    );
  }
  return (
    <>
      {flags.data.kept ? null : (
        <Notice tone="warn">
          This edge has no home folder: flags are gone, and everything is off, when it restarts.
        </Notice>
      )}
      {flags.data.items.length > 0 ? (
        <ul className="rows" aria-label="Flags">
          {flags.data.items.map((flag) => (
            <FlagItem key={flag.key} flag={flag} onEdit={() => onEdit(flag)} />
          ))}
        </ul>
      ) : (
        <Empty icon="flag" title="No flags">
          <p>
            A flag switches between an old and a new way: for administrators first, then for a share of the
            users, at last for everybody. A route or a screen names it; until it exists it is off.
          </p>
        </Empty>
      )}
    </>
  );
}
