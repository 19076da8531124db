import { useSyncExternalStore } from "react";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import { dismissToast, toastStore } from "./toasts";
import "./toasts.css";

/** The live region in the corner where short messages appear. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot);
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {toasts.map((item) => (
        <div
          key={item.id}
          className={`toast toast-${item.tone}`}
          role={item.tone === "bad" ? "alert" : "status"}
        >
          <Icon name={item.tone === "bad" ? "warning" : item.progress ? "status" : "check"} />
          <div className="toast-text">
            <p>{item.text}</p>
            {item.detail ? <p className="toast-detail">{item.detail}</p> : null}
            {item.progress ? (
              <progress aria-label={item.text} max={item.progress.total} value={item.progress.done} />
            ) : null}
          </div>
          {item.action ? (
            <Button look="ghost" onClick={item.action.run}>
              {item.action.label}
            </Button>
          ) : null}
          {item.undo ? (
            <Button
              look="ghost"
              onClick={() => {
                dismissToast(item.id);
                item.undo?.();
              }}
            >
              Undo
            </Button>
          ) : null}
          <IconButton icon="close" label="Dismiss" onClick={() => dismissToast(item.id)} />
        </div>
      ))}
    </section>
  );
}
