import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type Area, connectivity } from "~/shared/api/connectivity";
import { request } from "~/shared/api/http";
import { signInAddress } from "~/shared/api/session";
import { Icon } from "~/shared/ui/Icon";

const probes: Record<Area, string> = {
  edge: "/session",
  api: "/api/v1/projects?limit=1",
  auth: "/api/v1/users/me",
};
const probeEvery = 2_000;

/** Says that PMT, or a part of it, does not answer, and asks again until it does; or that the session has ended. */
export function ConnectionBanner() {
  const client = useQueryClient();
  const { silent, signedOut } = useSyncExternalStore(connectivity.subscribe, connectivity.snapshot);
  const isSilent = silent.length > 0;
  const wasSilent = useRef(false);

  useEffect(() => {
    if (silent.length === 0) return;
    const ask = () => {
      for (const area of silent) void request(probes[area]).catch(() => undefined);
    };
    const timer = setInterval(ask, probeEvery);
    return () => clearInterval(timer);
  }, [silent]);

  useEffect(() => {
    if (wasSilent.current && !isSilent) void client.invalidateQueries();
    wasSilent.current = isSilent;
  }, [isSilent, client]);

  if (signedOut) {
    return (
      <div className="banner banner-bad" role="alert">
        <Icon name="warning" />
        <span>Your session has ended. What you typed is still here.</span>
        <a href={signInAddress(window.location)} target="_blank" rel="noopener opener">
          Sign in again
        </a>
      </div>
    );
  }
  if (!isSilent) return null;
  return (
    <div className="banner" role="status">
      <Icon name="retry" />
      <span>
        {silent.includes("edge") ? "PMT does not answer." : "A part of PMT is away."} Trying again by itself;
        nothing typed is lost.
      </span>
    </div>
  );
}
