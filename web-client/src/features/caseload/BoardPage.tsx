import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { useSelection } from '../../components/selection';
import { EmptyState } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import type { List } from '../../components/useList';
import { DateText, RelativeDate } from '../../components/values';
import { number } from '../../lib/format';
import { AssignDialog, AssignHiddenDialog } from './AssignDialog';
import { useBoard, type Board } from './api/board';

type ToAssign = Board['toAssign'][number];
type Operator = Board['operators'][number];

/** More than a hundred cases to assign never come: those are shown whole. */
const aScreenful = 100;

/** What a coordinator looks after: cases that nobody answers for, who has how much, reviews that are late. */
export function BoardPage() {
  const { t } = useTranslation('caseload');
  const board = useBoard();
  const selection = useSelection();
  const [assigning, setAssigning] = useState(false);
  const [hidden, setHidden] = useState<string | null>(null);
  const [most, setMost] = useState(aScreenful);
  // They come all at once: of hundreds of operators the table draws some, whoever has most first, and more when asked.
  const listOf = <Row,>(rows: Row[] | undefined): List<Row> => ({
    rows: rows?.slice(0, most) ?? [],
    total: rows?.length,
    isPending: board.isPending,
    isStale: false,
    error: board.error,
    hasMore: (rows?.length ?? 0) > most,
    isLoadingMore: false,
    loadMore: () => setMost(most + aScreenful),
    refetch: () => void board.refetch(),
  });
  const toAssign: Column<ToAssign>[] = [
    { key: 'person', header: t('person'), cell: (row) => row.displayName },
    { key: 'former', header: t('board.former'), cell: (row) => row.formerName ?? t('unknown') },
    { key: 'why', header: t('board.why'), cell: (row) => <StatusChip tone="warn">{t(row.accountClosed ? 'board.accountClosed' : 'board.leftTeam')}</StatusChip> },
    { key: 'opened', header: t('openedOn'), cell: (row) => <DateText value={row.openedOn} short /> },
    { key: 'next', header: t('nextStep'), cell: (row) => row.nextStepOn && <RelativeDate value={row.nextStepOn} due /> },
  ];
  const hiddenCases = Number(board.data?.hiddenCases ?? 0);
  const hiddenReviews = Number(board.data?.hiddenOverdueReviews ?? 0);
  const count = (value: number | string) => number(Number(value));
  const operators: Column<Operator>[] = [
    { key: 'name', header: t('board.operator'), cell: (row) => row.name ?? t('unknown') },
    { key: 'open', header: t('counter.open'), cell: (row) => count(row.openCases), align: 'end' },
    { key: 'late', header: t('counter.late'), cell: (row) => count(row.late), align: 'end' },
    { key: 'stalled', header: t('counter.stalled'), cell: (row) => count(row.stalled), align: 'end' },
    { key: 'noSolution', header: t('counter.noSolution'), cell: (row) => count(row.noSolution), align: 'end' },
    { key: 'reviews', header: t('board.reviewsLate'), cell: (row) => count(row.overdueReviews), align: 'end' },
    { key: 'account', header: t('board.account'), cell: (row) => !row.active && <StatusChip tone="warn">{t('board.accountClosed')}</StatusChip> },
  ];
  return (
    <Page title={t('board.title')} width="wide">
      {hiddenCases > 0 && (
        <Notice title={t('board.unseenTitle')}>
          {t('board.unseen', { count: hiddenCases })} {hiddenReviews > 0 && t('board.unseenReviews', { count: hiddenReviews })}
        </Notice>
      )}
      <SectionCard title={t('board.toAssign')} note={t('board.toAssignNote')}>
        <DataTable
          label={t('board.toAssign')}
          columns={toAssign}
          list={listOf(board.data?.toAssign)}
          rowKey={(row) => row.caseId}
          rowLink={(row) => `/beneficiaries/caseload/${row.caseId}?mine=false`}
          selection={selection}
          bulkActions={<Button small look="fill" onClick={() => setAssigning(true)}>{t('board.assign')}</Button>}
          empty={{ title: t('board.nothingToAssign'), text: t('board.nothingToAssignText') }}
        />
      </SectionCard>
      {!!board.data?.hiddenToAssign.length && (
        <SectionCard title={t('board.hidden')} note={t('board.hiddenNote')}>
          <ul className="rows">
            {board.data.hiddenToAssign.map((row, index) => (
              <li key={row.caseId}>
                <div>
                  <b>{t('board.hiddenCase', { number: index + 1 })}</b> <StatusChip tone="warn">{t(row.accountClosed ? 'board.accountClosed' : 'board.leftTeam')}</StatusChip>
                  <div className="hint">
                    {t('board.former')}: {row.formerName ?? t('unknown')}
                  </div>
                </div>
                <Button small onClick={() => setHidden(row.caseId)} aria-label={t('board.assignHiddenOne', { number: index + 1 })}>
                  {t('board.assign')}
                </Button>
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      <SectionCard title={t('board.load')}>
        <DataTable
          label={t('board.load')}
          columns={operators}
          list={listOf(board.data?.operators)}
          rowKey={(row) => row.userId}
          rowLink={(row) => `/beneficiaries/caseload?mine=false&manager=${row.userId}`}
          empty={{ title: t('empty.title') }}
        />
      </SectionCard>
      <SectionCard title={t('board.reviews', { count: Number(board.data?.overdueReviewCount ?? 0) })}>
        {board.data && board.data.overdueReviews.length === 0 ? (
          <EmptyState icon="check-circle" title={t('board.noReviews')} />
        ) : (
          <ul className="rows">
            {board.data?.overdueReviews.map((row) => (
              <li key={row.planId}>
                <div>
                  <Link to={`/beneficiaries/caseload/${row.caseId}?mine=false`}>{row.displayName}</Link>
                  <div className="hint">{row.managerName}</div>
                </div>
                <RelativeDate value={row.reviewOn} due />
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
      {hidden && <AssignHiddenDialog caseId={hidden} onClose={() => setHidden(null)} />}
      {assigning && (
        <AssignDialog
          caseIds={[...selection.keys]}
          onClose={() => setAssigning(false)}
          onDone={() => {
            setAssigning(false);
            selection.clear();
          }}
        />
      )}
    </Page>
  );
}
