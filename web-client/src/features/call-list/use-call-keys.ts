import { useCallback, useEffect, type KeyboardEvent as ReactKeyboardEvent, type RefObject } from 'react';
import type { Desk } from './use-desk';
import { outcomes } from './outcomes';

type Pressed = KeyboardEvent | ReactKeyboardEvent<HTMLElement>;

/** The call screen without a mouse. The keys work while the focus is inside it, or nowhere because somebody clicked on a blank, and never while somebody writes. */
export function useCallKeys({ desk, save, note, record, list, leave }: {
  desk: Desk;
  save: () => void;
  note: RefObject<HTMLTextAreaElement | null>;
  record: RefObject<HTMLElement | null>;
  list: RefObject<HTMLElement | null>;
  leave: () => void;
}) {
  const press = useCallback(
    (event: Pressed) => {
      const target = event.target as HTMLElement;
      const writing = target.matches('input, textarea, select');
      const inList = !!list.current?.contains(target);
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return take(event, save);
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        if (inList && !writing) return take(event, leave);
        return take(event, () => (writing ? record.current : (list.current?.querySelector<HTMLElement>('[aria-current]') ?? record.current))?.focus());
      }
      if (event.key === 'Enter' && target.matches('input')) return take(event, save);
      if (writing) return;
      if (event.key === 'ArrowDown') return take(event, () => desk.move(1));
      if (event.key === 'ArrowUp') return take(event, () => desk.move(-1));
      if (!desk.current) return;
      if (event.key === 'n') return take(event, () => note.current?.focus());
      const chosen = outcomes[Number(event.key) - 1];
      if (chosen) return take(event, () => desk.change({ outcome: chosen, next: undefined }));
      // A button that is not the chosen outcome keeps its own Enter.
      if (event.key === 'Enter' && (!target.closest('button, a') || target.matches('[aria-pressed="true"]'))) take(event, save);
    },
    [desk, save, note, record, list, leave],
  );
  useEffect(() => {
    const onBlank = (event: KeyboardEvent) => event.target === document.body && press(event);
    document.addEventListener('keydown', onBlank);
    return () => document.removeEventListener('keydown', onBlank);
  }, [press]);
  return press;
}

function take(event: Pressed, action: () => void) {
  event.preventDefault();
  action();
}
