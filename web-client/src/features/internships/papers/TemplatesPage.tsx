import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { file, FileField, Form, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { longDate } from '../../../lib/format';
import { retireTemplate, templateAddress, uploadTemplate, usePaperTemplates, useRefreshPapers, type PaperTemplate } from '../api/papers';

/** The service's own templates, each with the fields that it may hold. */
export function TemplatesPage() {
  const { t } = useTranslation('internships');
  const templates = usePaperTemplates();
  const [uploading, setUploading] = useState<PaperTemplate | null>(null);
  return (
    <Page title={t('templates.title')} subtitle={t('templates.intro')}>
      <Loaded query={templates} lines={10}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <Template key={one.kind} one={one} onUpload={() => setUploading(one)} />
            ))}
          </>
        )}
      </Loaded>
      {uploading && <UploadDialog one={uploading} onClose={() => setUploading(null)} />}
    </Page>
  );
}

function Template({ one, onUpload }: { one: PaperTemplate; onUpload: () => void }) {
  const { t } = useTranslation('internships');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefreshPapers();
  const [open, setOpen] = useState(false);
  const retire = async () => {
    if (!(await confirm({ title: t('templates.retireTitle'), text: t('templates.retireText', { name: one.name }), action: t('templates.retire'), danger: true }))) return;
    toast.after(retireTemplate(one.kind).then(refresh), t('templates.retired'));
  };
  return (
    <SectionCard
      title={one.name}
      actions={
        <Button look="plain" icon="upload" aria-label={t('templates.uploadOf', { name: one.name })} onClick={onUpload}>
          {t('templates.upload')}
        </Button>
      }
    >
      <p>
        {one.isOwn ? <StatusChip tone="ok">{t('templates.own')}</StatusChip> : <StatusChip tone="neutral">{t('templates.shipped')}</StatusChip>}{' '}
        {one.isOwn && one.addedAt && <span className="muted">{t('templates.added', { file: one.fileName, on: longDate(one.addedAt), by: one.addedBy ?? t('setAside.somebody') })}</span>}
      </p>
      <div className="paper-files">
        <a href={templateAddress(one.kind)} download aria-label={t('templates.downloadOf', { name: one.name })}>
          {t('templates.download')}
        </a>
        {one.isOwn && (
          <Button look="plain" small icon="restore" onClick={() => void retire()}>
            {t('templates.retire')}
          </Button>
        )}
        <Button look="plain" small icon="list" aria-expanded={open} aria-label={t('templates.fieldsOf', { name: one.name })} onClick={() => setOpen(!open)}>
          {t('templates.fields', { count: one.fields.length })}
        </Button>
      </div>
      {open && (
        <div className="template-fields" role="region" tabIndex={0} aria-label={t('templates.fieldsOf', { name: one.name })}>
          <table className="data plain">
            <caption className="visually-hidden">{t('templates.fieldsOf', { name: one.name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('templates.field')}</th>
                <th scope="col">{t('templates.meaning')}</th>
                <th scope="col">{t('templates.example')}</th>
              </tr>
            </thead>
            <tbody>
              {one.fields.map((field) => (
                <tr key={field.name}>
                  <td>
                    <code>{`{{${field.name}}}`}</code>
                  </td>
                  <td>
                    {field.meaning} {field.isNeeded && <StatusChip tone="blue">{t('templates.needed')}</StatusChip>}
                  </td>
                  <td>{field.example}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SectionCard>
  );
}

const schema = z.object({ file: file.required() });

function UploadDialog({ one, onClose }: { one: PaperTemplate; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefreshPapers();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { file: null },
    guard: false,
    submit: async (values) => {
      await uploadTemplate(one.kind, values.file);
    },
    onDone: async () => {
      await refresh();
      toast.done(t('templates.uploaded'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('templates.uploadOf', { name: one.name })} onClose={onClose}>
      <p>{t('templates.uploadText')}</p>
      <p>
        {t('templates.atLeast')} <code>{one.fields.filter((field) => field.isNeeded).map((field) => `{{${field.name}}}`).join(', ')}</code>
      </p>
      <Form form={form} submitLabel={t('templates.upload')} onCancel={onClose}>
        <FileField name="file" label={t('templates.file')} help={t('templates.fileHelp')} required accept=".docx" maxBytes={5 * 1024 * 1024} />
      </Form>
    </Dialog>
  );
}
