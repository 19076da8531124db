import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { Calendar } from "~/features/schedule/Calendar";
import { type ChangeSearch, SchedulePage } from "./SchedulePage";

const route = getRouteApi("/projects/$key/calendar");

/** A project's tasks on the days they are due, with the open task beside them. */
export function CalendarPage() {
  const { key } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/projects/$key/calendar" });
  const onSearch = useCallback<ChangeSearch>(
    (change, replace = true) => void navigate({ search: (before) => ({ ...before, ...change }), replace }),
    [navigate],
  );
  return (
    <SchedulePage project={key} title="Calendar" search={search} onSearch={onSearch}>
      {(props) => <Calendar key={key} {...props} />}
    </SchedulePage>
  );
}
