import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Password } from "./Password";
import { Profile } from "./Profile";
import { Sessions } from "./Sessions";
import { Tokens } from "./Tokens";

/** The signed-in person's own account. */
export function Account() {
  useTitle("Your account");
  return (
    <>
      <PageBar title="Your account" />
      <div className="page-body">
        <div className="page-column">
          <Profile />
          <Password />
          <Sessions />
          <Tokens />
        </div>
      </div>
    </>
  );
}
