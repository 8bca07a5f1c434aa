import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { DocumentFileField, DocumentRow } from '../../../components/documents';
import { file, Form, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { addAttachment, attachmentAddress, removeAttachment } from '../api/attachments';
import { referralKeys } from '../api/keys';
import type { Referral } from '../api/referrals';

/** The papers that came with the referral, for whoever sees the referral; each download is logged. */
export function AttachmentsSection({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const [adding, setAdding] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: referralKeys.one(referral.id) });

  const remove = async (id: string, name: string) => {
    if (!(await confirm({ title: t('attachments.removeTitle', { name }), text: t('attachments.removeText'), action: t('attachments.remove'), danger: true }))) return;
    try {
      await removeAttachment(referral.id, id);
      await again();
      toast.done(t('attachments.removed'));
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <SectionCard
      title={t('attachments.title')}
      note={t('attachments.note')}
      actions={
        referral.canAttach &&
        !adding && (
          <Button small look="quiet" icon="plus" onClick={() => setAdding(true)} aria-label={t('attachments.addTitle')}>
            {t('attachments.add')}
          </Button>
        )
      }
    >
      {adding && (
        <AddAttachment
          referralId={referral.id}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            void again();
            toast.done(t('attachments.added'));
          }}
        />
      )}
      {referral.attachments.length === 0 ? (
        !adding && <p className="hint">{t('attachments.none')}</p>
      ) : (
        <ul className="rows">
          {referral.attachments.map((one) => (
            <DocumentRow
              key={one.id}
              href={attachmentAddress(referral.id, one.id)}
              title={one.fileName}
              bytes={one.bytes}
              addedAt={one.addedAt}
              addedBy={one.addedBySystem ? t('story.system') : one.addedByName}
              onRemove={referral.canChange && (() => void remove(one.id, one.fileName))}
            />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

const schema = z.object({ file: file.required() });

function AddAttachment({ referralId, onClose, onDone }: { referralId: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('referrals');
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { file: null },
    submit: (values) => addAttachment(referralId, values.file),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('attachments.save')} onCancel={onClose} label={t('attachments.addTitle')}>
      <DocumentFileField label={t('attachments.file')} help={t('attachments.fileHelp')} />
    </Form>
  );
}
