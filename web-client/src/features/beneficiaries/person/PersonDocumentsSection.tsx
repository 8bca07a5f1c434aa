import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { DocumentFileField, DocumentRow } from '../../../components/documents';
import { choice, DateField, day, FieldRow, file, Form, SelectField, text, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { peopleKeys } from '../api/keys';
import { addPersonDocument, documentKinds, personDocumentAddress, removePersonDocument, usePersonDocuments, type PersonDocument } from '../api/person-file';

/** The person's papers. Closed until asked for, because titles tell; each reading and download is logged. */
export function PersonDocumentsSection({ personId, open }: { personId: string; open: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const mayWrite = useRight('beneficiaries:write');
  const [shown, setShown] = useState(open);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const query = usePersonDocuments(personId, shown);
  const again = () => queries.invalidateQueries({ queryKey: peopleKeys.documents(personId) });

  const remove = async (item: PersonDocument) => {
    if (!(await confirm({ title: t('file.documents.removeTitle', { title: item.title }), text: t('file.documents.removeText'), action: t('file.documents.remove'), danger: true }))) return;
    setRemoving(item.id);
    try {
      await removePersonDocument(personId, item.id);
      await again();
      toast.done(t('file.documents.removed'));
    } catch (error) {
      toast.failed(error);
    } finally {
      setRemoving(null);
    }
  };

  return (
    <div id="documents">
      <SectionCard
        title={t('file.documents.title')}
        note={t('file.documents.note')}
        actions={
          <>
            {!shown && (
              <Button small look="quiet" icon="password-visible" onClick={() => setShown(true)} aria-label={t('showOf', { group: t('file.documents.title') })}>
                {t('show')}
              </Button>
            )}
            {mayWrite && !adding && (
              <Button small icon="plus" onClick={() => setAdding(true)} aria-label={t('file.documents.addTitle')}>
                {t('attestations.add')}
              </Button>
            )}
          </>
        }
      >
        {adding && (
          <AddDocument
            personId={personId}
            onClose={() => setAdding(false)}
            onDone={() => {
              setAdding(false);
              setShown(true);
              void again();
              toast.done(t('file.documents.added'));
            }}
          />
        )}
        {!shown ? (
          !adding && <p className="hint">{t('file.documents.closed')}</p>
        ) : (
          <Loaded query={query} lines={2}>
            {({ items }) =>
              items.length === 0 ? (
                !adding && <EmptyState icon="file" title={t('file.documents.none')} text={t('file.documents.noneText')} />
              ) : (
                <ul className="rows">
                  {items.map((item) => (
                    <DocumentRow
                      key={item.id}
                      href={personDocumentAddress(personId, item.id)}
                      title={item.title}
                      kind={t(`file.document.${item.kind}`)}
                      bytes={item.bytes}
                      validUntil={item.validUntil}
                      state={item.state}
                      addedAt={item.addedAt}
                      addedBy={item.addedByName}
                      removing={removing === item.id}
                      onRemove={mayWrite && (() => void remove(item))}
                    />
                  ))}
                </ul>
              )
            }
          </Loaded>
        )}
      </SectionCard>
    </div>
  );
}

const schema = z.object({ file: file.required(), kind: choice.required(documentKinds), title: text.optional(), validFrom: day.optional(), validUntil: day.optional() });
type Values = z.input<typeof schema>;

function AddDocument({ personId, onClose, onDone }: { personId: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const form = useApiForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: { file: null, kind: '', title: '', validFrom: '', validUntil: '' },
    submit: (values) => addPersonDocument(personId, values),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('file.documents.save')} onCancel={onClose} label={t('file.documents.addTitle')}>
      <DocumentFileField label={t('file.documents.file')} help={t('file.documents.fileHelp')} />
      <SelectField name="kind" label={t('file.documents.kind')} required options={documentKinds.map((value) => ({ value, label: t(`file.document.${value}`) }))} />
      <TextField name="title" label={t('file.documents.titleLabel')} help={t('file.documents.titleHelp')} autoComplete="off" />
      <FieldRow>
        <DateField name="validFrom" label={t('file.documents.from')} />
        <DateField name="validUntil" label={t('file.documents.until')} help={t('file.documents.untilHelp')} />
      </FieldRow>
    </Form>
  );
}
