import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { RefusedDialog } from '../../../components/RefusedDialog';
import { useSelection } from '../../../components/selection';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { useList } from '../../../components/useList';
import { useListState } from '../../../components/useListState';
import { RelativeDate } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { monthName, today } from '../../../lib/format';
import { useState } from 'react';
import { useRefresh } from '../api/internships';
import { internshipKeys } from '../api/keys';
import { remindMany, type BulkResult } from '../api/lists';
import { listMonthRegisters, useMonthCounts, type MonthRegister } from '../api/registers';
import { writeHours } from './hours';
import { RegisterChip } from './RegisterChip';

const shown = ['unclosed', 'open', 'toSign', 'closed'] as const;

/** The month so many months before this one, as in `2026-11`. */
export const monthBefore = (months: number) => {
  const [year = 0, month = 0] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7);
};

/** The month's work: every register by name, who is missing and when they were last reminded; each row opens its register. */
export function MonthRegistersPage() {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const list = useListState({ filters: ['month', 'state', 'mine'] });
  const { filters } = list;
  const months = Array.from({ length: 13 }, (_, back) => monthBefore(back));
  const month = months.find((one) => one === filters.month) ?? months[1]!;
  const state = shown.find((one) => one === filters.state);
  const mine = filters.mine === 'true';
  const query = { month, state, mine };
  const rows = useList({ queryKey: internshipKeys.monthRegisters(query), page: ({ signal, cursor, total }) => listMonthRegisters(month, { state, mine, cursor, limit: 50, total }, signal) });
  const counts = useMonthCounts(month, mine);
  const selection = useSelection(query);
  const clear = () => list.setFilters({ state: undefined, mine: undefined });
  const columns: Column<MonthRegister>[] = [
    { key: 'person', header: t('person'), cell: (row) => row.personName },
    { key: 'company', header: t('company'), cell: (row) => row.companyName },
    { key: 'state', header: t('monthRegisters.register'), cell: (row) => <RegisterChip state={row.state} /> },
    { key: 'hours', header: t('monthRegisters.hours'), cell: (row) => (row.minutes > 0 ? writeHours(row.minutes) : '–'), align: 'end' },
    { key: 'missing', header: t('monthRegisters.missing'), cell: (row) => <Missing row={row} /> },
    { key: 'reminded', header: t('monthRegisters.reminded'), cell: (row) => (row.remindedAt ? <RelativeDate value={row.remindedAt} /> : row.tutorHasAddress ? t('monitoring.never') : t('monthRegisters.noAddress')) },
    { key: 'tutor', header: t('promoterTutor'), cell: (row) => row.promoterTutorName, wideOnly: true },
  ];
  return (
    <Page title={t('monthRegisters.title', { month: monthName(month) })} count={rows.total} subtitle={counts.data && t('monthRegisters.counts', { ...counts.data, count: counts.data.closed })}>
      {counts.data && counts.data.earlier.length > 0 && (
        <Notice tone="warn" title={t('monthRegisters.earlier')}>
          {counts.data.earlier.map((one, place) => (
            <span key={one.month}>
              {place > 0 && ' · '}
              <Link to={`/internships/registers?month=${one.month}&state=unclosed${mine ? '&mine=true' : ''}`}>{t('monthRegisters.earlierOne', { month: monthName(one.month), count: one.unclosed })}</Link>
            </span>
          ))}
        </Notice>
      )}
      <ListBar>
        <FilterSelect label={t('monthRegisters.month')} value={month} options={months.map((value) => ({ value, label: capital(monthName(value)) }))} onChange={(value) => list.setFilter('month', value)} />
        <FilterSelect label={t('monthRegisters.register')} value={state} options={shown.map((value) => ({ value, label: t(`monthRegisters.state.${value}`) }))} onChange={(value) => list.setFilter('state', value)} />
        <FilterSelect label={t('whose')} value={filters.mine} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => list.setFilter('mine', value)} />
      </ListBar>
      <FilterChips
        onClear={clear}
        chips={[
          !!state && { key: 'state', name: t('monthRegisters.register'), label: t(`monthRegisters.state.${state}`), onRemove: () => list.setFilter('state', undefined) },
          mine && { key: 'mine', name: t('whose'), label: t('mine'), onRemove: () => list.setFilter('mine', undefined) },
        ]}
      />
      <DataTable
        label={t('monthRegisters.title', { month: monthName(month) })}
        columns={columns}
        list={rows}
        rowKey={(row) => row.internshipId}
        rowLink={(row) => `/internships/${row.internshipId}/attendance/${month}${mine ? '' : '?in=all'}`}
        selection={mayWrite ? selection : undefined}
        bulkActions={<RemindRegisters month={month} ids={[...selection.keys]} onKept={(ids) => selection.set(ids, false)} nameOf={(id) => rows.rows.find((row) => row.internshipId === id)?.personName ?? ''} />}
        onClearFilters={state || mine ? clear : undefined}
        empty={{ title: t('monthRegisters.empty'), text: t('monthRegisters.emptyText') }}
      />
    </Page>
  );
}

function Missing({ row }: { row: MonthRegister }) {
  const { t } = useTranslation('internships');
  if (row.state === 'closed') return <StatusChip tone="ok">{t('monthRegisters.nobody')}</StatusChip>;
  return <>{[!row.tutorSigned && row.hostTutor, !row.internSigned && t('monthRegisters.intern')].filter(Boolean).join(', ')}</>;
}

/** Sends the month's link to the tutors of all that are chosen; those without an address are told, and stay chosen. */
function RemindRegisters({ month, ids, onKept, nameOf }: { month: string; ids: string[]; onKept: (done: string[]) => void; nameOf: (id: string) => string }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<BulkResult['refused'] | null>(null);
  const remind = async () => {
    setBusy(true);
    try {
      const result = await remindMany(ids, 'registers', month);
      await refresh();
      if (result.done > 0) toast.done(t('bulk.registersAsked', { count: result.done }));
      onKept(ids.filter((id) => !result.refused.some((one) => one.id === id)));
      setRefused(result.refused.length > 0 ? result.refused : null);
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button small icon="mail" busy={busy} onClick={() => void remind()}>
        {t('bulk.askRegisters', { month: monthName(month) })}
      </Button>
      {refused && <RefusedDialog title={t('bulk.refusedTitle', { count: refused.length })} refused={refused} nameOf={nameOf} onClose={() => setRefused(null)} />}
    </>
  );
}
