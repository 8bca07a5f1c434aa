import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DocumentFileField } from '../../../components/documents';
import { file, Form, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { fileSize } from '../../../lib/format';
import type { Attestation } from '../api/attestations';
import { peopleKeys } from '../api/keys';
import { addPersonDocument, personDocumentAddress } from '../api/person-file';

/** The papers that prove an attestation. */
export function AttestationPapers({ personId, attestation, mayWrite }: { personId: string; attestation: Attestation; mayWrite: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const [adding, setAdding] = useState(false);
  return (
    <>
      {attestation.documents.map((paper) => (
        <div key={paper.id}>
          <a href={personDocumentAddress(personId, paper.id)} download>
            {paper.fileName}
          </a>{' '}
          <span className="hint">{fileSize(paper.bytes)}</span>
        </div>
      ))}
      {mayWrite && (
        <Button small look="plain" icon="upload" onClick={() => setAdding(true)} aria-label={t('attestations.addFileOf', { category: attestation.categoryName })}>
          {t('attestations.addFile')}
        </Button>
      )}
      {adding && <AddPaperDialog personId={personId} attestation={attestation} onClose={() => setAdding(false)} />}
    </>
  );
}

const schema = z.object({ file: file.required() });

function AddPaperDialog({ personId, attestation, onClose }: { personId: string; attestation: Attestation; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { file: null },
    guard: false,
    submit: (values) => addPersonDocument(personId, { file: values.file, kind: 'attestation', attestationId: attestation.id }),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: peopleKeys.attestations(personId) });
      toast.done(t('file.documents.added'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('attestations.addFile')} onClose={onClose}>
      <p>{t('attestations.addFileText')}</p>
      <Form form={form} submitLabel={t('file.documents.save')} onCancel={onClose} keptNote={false}>
        <DocumentFileField label={t('file.documents.file')} help={t('file.documents.fileHelp')} />
      </Form>
    </Dialog>
  );
}
