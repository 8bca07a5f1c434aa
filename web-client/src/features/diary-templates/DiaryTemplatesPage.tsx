import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Dialog } from '../../components/Dialog';
import { choice, Form, SelectField, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { addTemplate, changeTemplate, deleteTemplate, diaryKinds, readTemplate, templatesKey, useTemplates, type DiaryTemplate } from './api/templates';

/** The templates, each with its text in sight. */
export function DiaryTemplatesPage() {
  const { t } = useTranslation('diary-templates');
  const query = useTemplates();
  const [editing, setEditing] = useState<DiaryTemplate | 'new' | null>(null);
  return (
    <Page
      title={t('nav')}
      count={query.data?.length}
      width="form"
      subtitle={t('text')}
      actions={
        <Button look="fill" icon="plus" onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(templates) =>
          templates.length > 0 ? (
            templates.map((template) => <Template key={template.id} template={template} onEdit={() => setEditing(template)} />)
          ) : (
            <div className="card0">
              <EmptyState icon="note" title={t('none')} text={t('noneText')} />
            </div>
          )
        }
      </Loaded>
      {editing && <TemplateDialog template={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function Template({ template, onEdit }: { template: DiaryTemplate; onEdit: () => void }) {
  const { t } = useTranslation('diary-templates');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const remove = async () => {
    if (!(await confirm({ title: t('deleteTitle', { name: template.name }), text: t('deleteText'), action: t('delete'), danger: true }))) return;
    try {
      await deleteTemplate(template.id, template.version);
      toast.done(t('deleted'));
    } catch (error) {
      toast.failed(error);
    }
    await queries.invalidateQueries({ queryKey: templatesKey });
  };
  return (
    <SectionCard
      title={template.name}
      note={t(`kind.${kindOf(template)}`)}
      actions={
        <>
          <Button small icon="pencil" onClick={onEdit} aria-label={t('changeOf', { name: template.name })}>
            {t('change')}
          </Button>
          <Button small look="quiet" onClick={() => void remove()} aria-label={t('deleteOf', { name: template.name })}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <p className="pre-line">{template.text}</p>
    </SectionCard>
  );
}

/** A group activity has no template: its kind is none of these. */
const kindOf = (template: DiaryTemplate) => diaryKinds.find((one) => one === template.kind) ?? 'note';

const schema = z.object({ name: text.required(80), kind: choice.required(diaryKinds), text: text.required(4000) });
type Input = z.input<typeof schema>;
const inputOf = (template?: DiaryTemplate): Input => ({ name: template?.name ?? '', kind: template ? kindOf(template) : 'interview', text: template?.text ?? '' });

function TemplateDialog({ template, onClose }: { template?: DiaryTemplate; onClose: () => void }) {
  const { t } = useTranslation('diary-templates');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: inputOf(template),
    guard: false,
    version: template?.version,
    submit: async (values, version) => {
      if (template) await changeTemplate(template.id, version!, values);
      else await addTemplate(values);
    },
    reload: template
      ? async () => {
          const now = (await readTemplate(template.id)) ?? template;
          return { values: inputOf(now), version: now.version };
        }
      : undefined,
    onDone: () => {
      void queries.invalidateQueries({ queryKey: templatesKey });
      toast.done(t('saved'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={template ? t('changeOf', { name: template.name }) : t('add')} onClose={onClose}>
      <Form form={form} submitLabel={t('save')} onCancel={onClose}>
        <TextField name="name" label={t('name')} required autoComplete="off" />
        <SelectField name="kind" label={t('kindLabel')} required options={diaryKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <TextArea name="text" label={t('textLabel')} help={t('textHelp')} required rows={10} />
      </Form>
    </Dialog>
  );
}
