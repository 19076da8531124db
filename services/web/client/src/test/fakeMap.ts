import type { MapProcess, MapService, ServiceMap } from "~/shared/api/generated/health";
import { type Handler, ok } from "./fakeAnswers";

const started = "2026-11-20T06:00:00Z";
const checkedAt = "2026-11-20T09:00:00Z";

/** Where the fake's services run: two share a process, one has its own, one has not said. */
export class FakeMap {
  checkedAt = checkedAt;
  processes: MapProcess[] = [process(4_711, ["gateway", "api"]), process(4_712, ["auth"])];
  services: MapService[] = [
    told("gateway"),
    told("api", {
      address: "http://127.0.0.1:40001",
      database: { server: "127.0.0.1:5432", name: "postgres_api", schema: "api", role: "api" },
      events: {
        head: 1_234,
        consumers: [
          { name: "profiles", producer: "auth", lag: 0, paused: false, held: 0 },
          { name: "task-activity", producer: "api", lag: 7, paused: false, held: 0 },
        ],
      },
      traffic: {
        perSecond: [...Array.from({ length: 50 }, () => 0), ...Array.from({ length: 10 }, () => 2)],
        requests: 200,
        failed: 1,
        p50Micros: 1_900,
        p99Micros: 240_000,
        sockets: 3,
      },
    }),
    told("auth", {
      traffic: { perSecond: [0], requests: 0, failed: 0, sockets: 0 },
    }),
  ];

  /** Changes what is shown of a service. */
  change(name: string, change: Partial<MapService>): void {
    this.services = this.services.map((service) =>
      service.name === name ? { ...service, ...change } : service,
    );
  }

  readonly routes: [string, Handler][] = [["GET /api/v1/admin/map", () => ok(this.report())]];

  private report(): ServiceMap {
    return { checkedAt: this.checkedAt, processes: this.processes, services: this.services };
  }
}

function told(name: string, more: Partial<MapService> = {}): MapService {
  return { name, state: "up", version: "0.1.0", startedAt: started, seenAt: checkedAt, ...more };
}

function process(pid: number, services: string[]): MapProcess {
  return {
    host: "pmt-1",
    pid,
    startedAt: started,
    java: "25.0.3+9-LTS",
    heapUsed: 96_000_000,
    heapMost: 512_000_000,
    resident: 252_000_000,
    seenAt: checkedAt,
    services,
  };
}
