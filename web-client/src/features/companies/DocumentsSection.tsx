import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { DateField, FieldRow, Form, SelectField, TextField, choice, day, file, text, useApiForm } from '../../components/form';
import { DocumentFileField, DocumentRow } from '../../components/documents';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { addDocument, contentAddress, useDocuments, useRemoveDocument, type CompanyDocument } from './api/documents';
import type { Company } from './api/companies';
import { companyKeys } from './api/keys';

const documentKinds = ['convention', 'article14Convention', 'insurance', 'durc', 'riskAssessment', 'chamberExtract', 'privacyConsent', 'other'] as const;

/** The papers of a company, with what ends soon first. */
export function DocumentsSection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const [adding, setAdding] = useState(false);
  const query = useDocuments(company.id);
  return (
    <SectionCard
      title={t('document.title')}
      actions={
        mayWrite &&
        !adding && (
          <Button look="plain" small icon="plus" onClick={() => setAdding(true)}>
            {t('document.add')}
          </Button>
        )
      }
    >
      {adding && <NewDocument company={company} onClose={() => setAdding(false)} />}
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            !adding && <EmptyState icon="file" title={t('document.none')} text={t('document.noneText')} />
          ) : (
            <ul className="rows">
              {items.map((item) => (
                <CompanyDocumentRow key={item.id} item={item} company={company} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function CompanyDocumentRow({ item, company, mayWrite }: { item: CompanyDocument; company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  const remove = useRemoveDocument(company.id);
  const confirm = useConfirm();
  const toast = useToast();
  const takeAway = async () => {
    if (!(await confirm({ title: t('document.removeTitle', { title: item.title }), text: t('document.removeText'), action: t('document.remove'), danger: true }))) return;
    toast.after(remove.mutateAsync(item.id), t('document.removed'));
  };
  return (
    <DocumentRow
      href={contentAddress(company.id, item.id)}
      title={item.title}
      kind={t(`document.kind.${item.kind}`)}
      bytes={item.bytes}
      validUntil={item.validUntil}
      state={item.state}
      addedAt={item.addedAt}
      addedBy={item.addedByName}
      removing={remove.isPending}
      onRemove={mayWrite && (() => void takeAway())}
    />
  );
}

const schema = z.object({
  file: file.required(),
  kind: choice.required(documentKinds),
  title: text.optional(),
  validFrom: day.optional(),
  validUntil: day.optional(),
});

function NewDocument({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: { file: null, kind: '', title: '', validFrom: '', validUntil: '' },
    submit: (values) => addDocument(company.id, values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: companyKeys.one(company.id) });
      toast.done(t('document.added'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('document.save')} onCancel={onClose} label={t('document.add')}>
      <DocumentFileField label={t('document.file')} help={t('document.fileHelp')} />
      <SelectField name="kind" label={t('document.kindLabel')} required options={documentKinds.map((value) => ({ value, label: t(`document.kind.${value}`) }))} />
      <TextField name="title" label={t('document.titleLabel')} help={t('document.titleHelp')} autoComplete="off" />
      <FieldRow>
        <DateField name="validFrom" label={t('document.fromLabel')} />
        <DateField name="validUntil" label={t('document.untilLabel')} help={t('document.untilHelp')} />
      </FieldRow>
    </Form>
  );
}
