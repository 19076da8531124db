import { useState } from "react";
import type { Consumer } from "~/shared/api/generated/events";
import { useNow } from "~/shared/lib/useNow";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { DeadLetters } from "./DeadLetters";
import { ReplayDialog } from "./ReplayDialog";
import { heldBy, progressOf, tagsOf } from "./summary";
import { useConsumerChanges } from "./useConsumerChanges";

/** One consumer: how far it is, what it holds back, and what can be done with it. */
export function ConsumerItem({ service, consumer }: { service: string; consumer: Consumer }) {
  const [asking, setAsking] = useState(false);
  const now = useNow(5_000);
  const { pause, resume, retryAll, replay } = useConsumerChanges(service, consumer.name);
  const { name, paused, error, deadLetters } = consumer;
  const held = heldBy(consumer);
  return (
    <li className="consumer">
      <div className="row">
        <span className="row-main">
          <span className="row-title">{name}</span>
          <span className="row-note">{progressOf(consumer, now)}</span>
        </span>
        <span className="consumer-tags">
          {tagsOf(consumer).map((tag) => (
            <span key={tag.name} className={tag.look}>
              {tag.name}
            </span>
          ))}
        </span>
        <Menu
          label={`More for ${name}`}
          triggerClass="icon-button"
          align="end"
          trigger={<Icon name="more" />}
        >
          {(close) => {
            const then = (action: () => void) => () => {
              close();
              action();
            };
            return (
              <>
                <MenuItem icon={<Icon name="status" />} onSelect={then(paused ? resume : pause)}>
                  {paused ? "Resume" : "Pause"}
                </MenuItem>
                <MenuItem
                  icon={<Icon name="retry" />}
                  disabled={deadLetters.retrying + deadLetters.parked === 0}
                  onSelect={then(retryAll)}
                >
                  Retry all that failed
                </MenuItem>
                <MenuLine />
                <MenuItem icon={<Icon name="pulse" />} onSelect={then(() => setAsking(true))}>
                  Replay…
                </MenuItem>
              </>
            );
          }}
        </Menu>
      </div>
      {error && held === 0 ? <p className="consumer-error">{error}</p> : null}
      {held > 0 ? <DeadLetters service={service} consumer={consumer} /> : null}
      {asking ? <ReplayDialog consumer={name} onClose={() => setAsking(false)} onConfirm={replay} /> : null}
    </li>
  );
}
