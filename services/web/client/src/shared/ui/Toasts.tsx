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
          <Icon name={item.tone === "bad" ? "warning" : "check"} />
          <div className="toast-text">
            <p>{item.text}</p>
            {item.detail ? <p className="toast-detail">{item.detail}</p> : null}
          </div>
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
