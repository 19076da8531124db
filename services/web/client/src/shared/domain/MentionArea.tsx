import { type RefObject, type TextareaHTMLAttributes, useRef } from "react";
import { TextArea } from "~/shared/ui/Field";
import { MentionChoices } from "./MentionChoices";
import { useMentions } from "./useMentions";
import "./mentions.css";

type MentionAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange"> & {
  project: string;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
};

/** A field of Markdown in which `@` offers the project's members: arrows to go, Enter or Tab to take, Escape to go on typing. */
export function MentionArea({ project, fieldRef, onText, onKeyDown, ...rest }: MentionAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const area = fieldRef ?? own;
  const mentions = useMentions(area, project, onText);
  const { id, shown, current, from, isOpen, read, pick, close, leave, go, onKey } = mentions;
  return (
    <div className="mention-area">
      <TextArea
        {...rest}
        ref={area}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={current ? id : undefined}
        aria-activedescendant={current ? `${id}-${current.value}` : undefined}
        onChange={({ target }) => {
          onText(target.value);
          read(target);
        }}
        onSelect={({ currentTarget }) => {
          if (isOpen) read(currentTarget);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (!onKey(event)) return onKeyDown?.(event);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {current ? (
        <MentionChoices
          key={from}
          id={id}
          area={area}
          from={from}
          people={shown}
          current={current}
          onGo={go}
          onPick={pick}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
