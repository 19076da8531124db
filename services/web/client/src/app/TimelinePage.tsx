import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { Timeline } from "~/features/schedule/Timeline";
import { type ChangeSearch, SchedulePage } from "./SchedulePage";

const route = getRouteApi("/projects/$key/timeline");

/** A project's tasks over time, with the open task beside them. */
export function TimelinePage() {
  const { key } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/projects/$key/timeline" });
  const onSearch = useCallback<ChangeSearch>(
    (change, replace = true) => void navigate({ search: (before) => ({ ...before, ...change }), replace }),
    [navigate],
  );
  return (
    <SchedulePage project={key} title="Timeline" search={search} onSearch={onSearch}>
      {(props) => <Timeline key={key} {...props} />}
    </SchedulePage>
  );
}
