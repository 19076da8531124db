import { getRouteApi } from "@tanstack/react-router";
import { Members } from "~/features/members/Members";

const membersRoute = getRouteApi("/projects/$key/members");

/** The members of the project in the address. */
export function MembersPage() {
  const { key } = membersRoute.useParams();
  return <Members key={key} project={key} />;
}
