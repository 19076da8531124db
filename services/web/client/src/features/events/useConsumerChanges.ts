import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Consumer, EventsOverview } from "~/shared/api/generated/events";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { toast } from "~/shared/ui/toasts";
import { consumerPath, eventsQuery } from "./queries";

type Deed = { path: string; done: string };

/** What an administrator does with a consumer; the answer is how it is then. */
export function useConsumerChanges(service: string, consumer: string) {
  const client = useQueryClient();
  const { queryKey } = eventsQuery(service);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ path }: Deed) =>
      request<Consumer>(`${consumerPath(service, consumer)}/${path}`, { method: "POST" }),
    onSuccess: (changed, { done }) => {
      client.setQueryData<EventsOverview>(queryKey, (overview) =>
        overview
          ? {
              ...overview,
              consumers: overview.consumers.map((item) => (item.name === consumer ? changed : item)),
            }
          : undefined,
      );
      toast(done, { tone: "good" });
    },
    onError: (error) => toast(`${consumer} stays as before`, { tone: "bad", detail: reasonOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: ["events", service] }),
  });
  return {
    isPending,
    pause: () => mutate({ path: "pause", done: `${consumer} is paused` }),
    resume: () => mutate({ path: "resume", done: `${consumer} goes on` }),
    retryAll: () => mutate({ path: "retry", done: "All that failed is tried again" }),
    replay: () => mutate({ path: "replay", done: `${consumer} begins anew` }),
    retry: (event: string) =>
      mutate({ path: `dead-letters/${event}/retry`, done: "The event is tried again" }),
    skip: (event: string) => mutate({ path: `dead-letters/${event}/skip`, done: "The event is skipped" }),
  };
}
