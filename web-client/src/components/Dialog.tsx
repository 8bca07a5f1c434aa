import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../lib/classes';
import { Button, IconButton } from './Button';

/** What is to be filled comes before the cross; a list that opens by itself would hide the rest. */
const firstField = '.dialog-body :is(input:not([type="hidden"], [type="file"], [role="combobox"]), select, textarea):not(:disabled)';

/** What one types, not what one chooses or looks for: that is done again with a click. */
const written = 'textarea, input:not([type="search"], [type="checkbox"], [type="radio"], [type="file"], [role="combobox"])';

/** A native modal dialog: the browser keeps the focus inside and gives it back afterwards. Esc and the cross do not throw away what was written in it before asking. */
export function Dialog({ open, title, onClose, footer, wide, closable = true, keeps = false, children }: {
  open: boolean;
  title: string;
  onClose: () => void;
  footer?: ReactNode;
  wide?: boolean;
  /** False where a choice must be made. */
  closable?: boolean;
  /** What is written in it is kept as a draft: nothing is lost by closing. */
  keeps?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const touched = useRef(new Set<HTMLInputElement | HTMLTextAreaElement>());
  const [asks, setAsks] = useState(false);

  useEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    const before = document.activeElement;
    const fields = touched.current;
    element.showModal();
    // The browser takes the first control, which is the cross; React's autoFocus comes too early to be seen by it.
    (element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector<HTMLElement>(firstField))?.focus();
    return () => {
      fields.clear();
      setAsks(false);
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  const note = ({ target }: FormEvent) => {
    if (target instanceof HTMLElement && target.matches(written)) touched.current.add(target as HTMLInputElement | HTMLTextAreaElement);
  };
  const leave = () => (!keeps && [...touched.current].some((field) => field.isConnected && field.value.trim() !== '') ? setAsks(true) : onClose());

  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={classes('dialog', wide && 'wide')}
      aria-labelledby={id}
      onInput={note}
      onCancel={(event) => {
        // A file chooser that is closed without a file says the same, and means only itself.
        if (event.target !== event.currentTarget || !event.cancelable) return;
        event.preventDefault();
        if (closable) leave();
      }}
      onClose={(event) => {
        // A browser lets itself be held back once: the next time it closes unasked, and what is written would be gone from sight.
        if (event.target !== event.currentTarget || event.currentTarget.open || !event.currentTarget.isConnected) return;
        event.currentTarget.showModal();
        if (closable) leave();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        // Taken here, Esc is the same the second time as the first. A list that is open has taken it for itself.
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        if (closable) leave();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        {closable && <IconButton icon="close" label={t('close')} onClick={leave} />}
      </header>
      <div className="dialog-body">{children}</div>
      {footer && <footer>{footer}</footer>}
      {asks && (
        <Dialog
          open
          title={t('unsaved.dialogTitle')}
          onClose={() => setAsks(false)}
          footer={
            <>
              <Button look="quiet" data-first-focus onClick={() => setAsks(false)}>
                {t('unsaved.dialogStay')}
              </Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsks(false);
                  onClose();
                }}
              >
                {t('unsaved.dialogLeave')}
              </Button>
            </>
          }
        >
          <p>{t('unsaved.dialogText')}</p>
        </Dialog>
      )}
    </dialog>
  );
}
