import { queryOptions } from "@tanstack/react-query";
import type { DeadLetterPage, EventsOverview } from "~/shared/api/generated/events";
import { request } from "~/shared/api/http";

const refetchInterval = 5_000;
const door = (service: string) => `/api/v1/admin/events/${service}`;

/** Where one consumer of a service is operated. */
export const consumerPath = (service: string, consumer: string) =>
  `${door(service)}/consumers/${encodeURIComponent(consumer)}`;

/** How a service's log and its consumers are. */
export const eventsQuery = (service: string) =>
  queryOptions({
    queryKey: ["events", service],
    queryFn: ({ signal }) => request<EventsOverview>(door(service), { signal }),
    refetchInterval,
  });

/** The oldest events that a consumer holds back. */
export const deadLettersQuery = (service: string, consumer: string) =>
  queryOptions({
    queryKey: ["events", service, consumer],
    queryFn: ({ signal }) =>
      request<DeadLetterPage>(`${consumerPath(service, consumer)}/dead-letters?limit=25`, { signal }),
    refetchInterval,
  });
