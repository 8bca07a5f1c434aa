import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../lib/classes';
import { IconButton } from './Button';

/** What is to be filled comes before the cross; a list that opens by itself would hide the rest. */
const firstField = '.dialog-body :is(input:not([type="hidden"], [type="file"], [role="combobox"]), select, textarea):not(:disabled)';

/** A native modal dialog: the browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ open, title, onClose, footer, wide, closable = true, children }: {
  open: boolean;
  title: string;
  onClose: () => void;
  footer?: ReactNode;
  wide?: boolean;
  /** False where a choice must be made. */
  closable?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    const before = document.activeElement;
    element.showModal();
    // The browser takes the first control, which is the cross; React's autoFocus comes too early to be seen by it.
    (element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector<HTMLElement>(firstField))?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={classes('dialog', wide && 'wide')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (closable) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id={id}>{title}</h2>
        {closable && <IconButton icon="close" label={t('close')} onClick={onClose} />}
      </header>
      <div className="dialog-body">{children}</div>
      {footer && <footer>{footer}</footer>}
    </dialog>
  );
}
