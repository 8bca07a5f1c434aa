import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button, ButtonLink } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { file, FileField, Form, useApiForm } from '../../../components/form';
import { FilterChips } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { Steps } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { useListState } from '../../../components/useListState';
import { RelativeDate } from '../../../components/values';
import { companyKeys } from '../api/keys';
import { uploadCompanies, useDiscardImport, useImports } from '../api/imports';
import { useImportSteps } from './steps';

const mostBytes = 25 * 1024 * 1024;
const schema = z.object({ file: file.required() });

/** First step: choose the file, or go on with one that was left half way. */
export function ImportStartPage() {
  const { t } = useTranslation('companies');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const steps = useImportSteps();
  const form = useApiForm({
    schema,
    defaultValues: { file: null } as { file: File | null },
    guard: false,
    submit: ({ file }) => uploadCompanies(file),
    onDone: (uploaded) => {
      void queries.invalidateQueries({ queryKey: companyKeys.imports });
      void navigate(`/companies/import/${uploaded.id}`);
    },
  });
  return (
    <Page title={t('import.title')} width="form" back={{ to: '/companies', label: t('title') }}>
      <Steps label={t('import.steps')} steps={steps} current="file" />
      <p>{t('import.intro')}</p>
      <Form form={form} submitLabel={t('import.upload')} busyLabel={t('import.reading')} keptNote={false}>
        <FileField name="file" label={t('import.file')} required accept=".xlsx,.csv" maxBytes={mostBytes} help={t('import.fileHelp')} />
      </Form>
      <OpenImports />
    </Page>
  );
}

function OpenImports() {
  const { t } = useTranslation('companies');
  const state = useListState({ filters: ['open'] });
  const open = state.filters.open === 'true';
  const list = useImports(open || undefined);
  const discard = useDiscardImport();
  const confirm = useConfirm();
  const toast = useToast();
  if (list.isPending || (list.rows.length === 0 && !open)) return null;
  const throwAway = async (id: string, name: string) => {
    if (!(await confirm({ title: t('import.discardTitle', { name }), text: t('import.discardText'), action: t('import.discard'), danger: true }))) return;
    toast.after(discard.mutateAsync(id), t('import.discarded'));
  };
  return (
    <SectionCard title={t('import.mine')} note={t('import.mineNote')} flush>
      <FilterChips onClear={state.clear} chips={[open && { key: 'open', name: t('import.mine'), label: t('import.unfinished'), onRemove: () => state.setFilter('open', undefined) }]} />
      <ul className="rows">
        {list.rows.map((item) => (
          <li key={item.id} className="row-head">
            <span>
              <strong>{item.fileName}</strong>
              <span className="muted">
                {' '}
                {t('import.rowCount', { count: item.rowCount })} · <RelativeDate value={item.createdAt} />
              </span>
            </span>
            <span className="row-actions">
              <StatusChip tone={item.confirmedAt ? 'ok' : 'warn'}>{t(item.confirmedAt ? 'import.confirmed' : 'import.unfinished')}</StatusChip>
              <ButtonLink small to={`/companies/import/${item.id}`} aria-label={t('import.goOnWith', { name: item.fileName })}>
                {t(item.confirmedAt ? 'import.see' : 'import.goOn')}
              </ButtonLink>
              <Button small look="quiet" aria-label={t('import.discardOne', { name: item.fileName })} onClick={() => void throwAway(item.id, item.fileName)}>
                {t('import.discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="load-more">
          <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
            {t('import.more')}
          </Button>
        </div>
      )}
    </SectionCard>
  );
}
