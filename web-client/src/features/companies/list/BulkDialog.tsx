import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';

/** The frame of an action on the chosen companies: one question, one button. */
export function BulkDialog({ title, submit, busy, onSubmit, onClose, children }: {
  title: string;
  /** Left out where there is nothing to choose from. */
  submit?: string;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('companies');
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {submit && (
            <Button look="fill" busy={busy} onClick={onSubmit}>
              {submit}
            </Button>
          )}
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

/** What is missing, under its field. */
export function MissingText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="field-error" role="alert" id={id}>
      {children}
    </div>
  );
}
