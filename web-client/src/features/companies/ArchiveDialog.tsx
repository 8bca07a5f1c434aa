import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useToast } from '../../components/Toast';
import { useArchiving, type Company } from './api/companies';

/** Archives or restores a company: says what will happen and asks the reason. */
export function ArchiveDialog({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const archive = !company.archivedAt;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const toast = useToast();
  const archiving = useArchiving(company.id);
  const send = () => {
    if (!reason.trim()) return setMissing(true);
    archiving.mutate(
      { archive, reason },
      {
        onSuccess: () => {
          toast.done(t(archive ? 'archiveDone' : 'restoreDone'));
          onClose();
        },
        onError: toast.failed,
      },
    );
  };
  return (
    <Dialog
      open
      title={t(archive ? 'archiveTitle' : 'restoreTitle', { name: company.name })}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button look="fill" busy={archiving.isPending} onClick={send}>
            {t(archive ? 'archive' : 'restore')}
          </Button>
        </>
      }
    >
      <p>{t(archive ? 'archiveText' : 'restoreText')}</p>
      <div className="field">
        <label htmlFor={id}>{t('reason')}</label>
        <textarea id={id} data-first-focus className="f0" rows={3} maxLength={400} value={reason} aria-invalid={missing} onChange={(event) => setReason(event.target.value)} />
        {missing && !reason.trim() && (
          <div className="field-error" role="alert">
            {t('reasonMissing')}
          </div>
        )}
      </div>
    </Dialog>
  );
}
