import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CreatedUser } from "~/shared/api/generated/auth";
import { reasonOf } from "~/shared/api/problem";
import { useMe } from "~/shared/api/session";
import { usersQuery } from "~/shared/api/users";
import { useTitle } from "~/shared/lib/useTitle";
import { Button } from "~/shared/ui/Button";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty, Failure, Skeleton } from "~/shared/ui/States";
import { NewUser } from "./NewUser";
import { OneTimeLink } from "./OneTimeLink";
import { UserRow } from "./UserRow";

/** Everyone who can sign in; administrators add people here. */
export function Users() {
  useTitle("Users");
  const users = useQuery(usersQuery);
  const isAdmin = useMe()?.role === "admin";
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedUser | null>(null);
  return (
    <>
      <PageBar title="Users">
        {isAdmin ? (
          <Button look="primary" icon="add" onClick={() => setCreating(true)}>
            New user
          </Button>
        ) : null}
      </PageBar>
      <div className="page-body">
        <div className="page-column">
          {users.data === undefined ? (
            users.isError ? (
              <Failure
                title="The users could not be loaded"
                reason={reasonOf(users.error)}
                onRetry={() => void users.refetch()}
              />
            ) : (
              <Skeleton label="Loading users" lines={5} />
            )
          ) : (
            <>
              <ul className="rows" aria-label="Users">
                {users.data.map((user) => (
                  <UserRow key={user.id} user={user} isAdmin={isAdmin} />
                ))}
              </ul>
              {isAdmin && users.data.length === 1 ? (
                <Empty icon="members" title="You are alone here">
                  <p>Add the people you work with. Each gets a one-time link to choose a password.</p>
                </Empty>
              ) : null}
            </>
          )}
        </div>
      </div>
      {creating ? (
        <NewUser
          onClose={() => setCreating(false)}
          onCreated={(made) => {
            setCreating(false);
            setCreated(made);
          }}
        />
      ) : null}
      {created ? (
        <OneTimeLink
          title={`${created.user.name} is added`}
          name={created.user.name}
          link={created.oneTimeLink}
          onClose={() => setCreated(null)}
        />
      ) : null}
    </>
  );
}
