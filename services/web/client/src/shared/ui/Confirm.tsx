import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog, DialogActions } from "./Dialog";

type ConfirmProps = {
  title: string;
  action: string;
  children: ReactNode;
  look?: "danger" | "primary";
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before something that is not easily taken back. */
export function Confirm({ title, action, children, look = "danger", onClose, onConfirm }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="confirm-text">{children}</div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look={look}
          data-autofocus
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
