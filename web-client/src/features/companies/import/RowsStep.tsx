import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Icon } from '../../../components/Icon';
import { Notice, Tabs } from '../../../components/parts';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { number } from '../../../lib/format';
import { companyKeys } from '../api/keys';
import { readImportRows, useConfirmImport, wrongRowsAddress, type CompanyImport, type RowState } from '../api/imports';
import { ImportRowItem } from './ImportRowItem';

const states = ['wrong', 'duplicate', 'updates', 'new', 'unchanged', 'skipped'] as const satisfies readonly RowState[];

/** Third step: what becomes of each row; wrong ones are corrected in place or left out. */
export function RowsStep({ one, onBack }: { one: CompanyImport; onBack: () => void }) {
  const { t } = useTranslation('companies');
  const [search, setSearch] = useSearchParams();
  const asked = states.find((state) => state === search.get('state'));
  const [first] = useState<RowState | undefined>(() => (one.counts.wrong > 0 ? 'wrong' : undefined));
  const shown = search.has('state') ? asked : first;
  const { counts } = one;
  const show = (state: string) => setSearch({ step: 'rows', state });
  return (
    <>
      <p className="muted">{t('import.rowsNote', { count: counts.total })}</p>
      {counts.wrong > 0 && (
        <Notice tone="warn" title={t('import.wrongTitle', { count: counts.wrong })}>
          {t('import.wrongText')}{' '}
          <a href={wrongRowsAddress(one.id)} download>
            <Icon name="download" /> {t('import.wrongDownload')}
          </a>
        </Notice>
      )}
      <Tabs
        label={t('import.states')}
        current={shown ?? 'all'}
        onChange={show}
        tabs={[{ key: 'all', label: t('import.allRows'), count: counts.total }, ...states.map((state) => ({ key: state, label: t(`import.state.${state}`), count: counts[state] }))]}
      >
        <Rows one={one} state={shown} />
      </Tabs>
      <Confirmation one={one} onBack={onBack} />
    </>
  );
}

function Rows({ one, state }: { one: CompanyImport; state: RowState | undefined }) {
  const { t } = useTranslation('companies');
  const query = useInfiniteQuery({
    queryKey: companyKeys.importRows(one.id, state),
    queryFn: ({ pageParam, signal }) => readImportRows(one.id, state, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.rows.nextCursor ?? undefined,
  });
  if (query.isPending) return <Skeleton lines={8} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.rows.items);
  if (rows.length === 0) return <EmptyState title={t('import.noRows')} />;
  return (
    <>
      <ul className="card0 import-rows">
        {rows.map((row) => (
          <ImportRowItem key={row.number} importId={one.id} row={row} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="load-more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:table.more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The button says what will happen, in numbers. */
function Confirmation({ one, onBack }: { one: CompanyImport; onBack: () => void }) {
  const { t } = useTranslation('companies');
  const { counts } = one;
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const importing = useConfirmImport(one.id);
  const left = counts.wrong + counts.duplicate + counts.skipped;
  const start = async () => {
    if (counts.importable === 0) return toast.done(t('import.nothing'));
    const text = [t('import.willCreate', { count: counts.new }), t('import.willUpdate', { count: counts.updates }), left > 0 && t('import.willLeave', { count: left }), t('import.allOrNone')];
    const yes = await confirm({ title: t('import.confirmTitle', { count: counts.importable, n: number(counts.importable) }), text: text.filter(Boolean).join(' '), action: t('import.confirmAction') });
    if (!yes) return;
    importing.mutate(undefined, {
      onSuccess: () => queries.invalidateQueries({ queryKey: companyKeys.import(one.id) }),
      onError: toast.failed,
    });
  };
  return (
    <div className="form-foot">
      <Button look="fill" icon="check" busy={importing.isPending} onClick={() => void start()}>
        {importing.isPending ? t('import.importing', { n: number(counts.importable) }) : t('import.importAll', { count: counts.importable, n: number(counts.importable) })}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t('import.backToColumns')}
      </Button>
      <span className="hint" role="status">
        {left > 0 && t('import.willLeave', { count: left })}
      </span>
    </div>
  );
}
