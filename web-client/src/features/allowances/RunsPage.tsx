import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { choice, ComboField, Form, picked, SelectField, useApiForm, type Option } from '../../components/form';
import { Page } from '../../components/Page';
import { SavedViews } from '../../components/SavedViews';
import { useToast } from '../../components/Toast';
import { useListState } from '../../components/useListState';
import { DateText, Money } from '../../components/values';
import { capital } from '../../lib/capital';
import { monthName, number, today } from '../../lib/format';
import { findProgrammes, makeRun, runStates, useProgrammeName, useRefresh, useRuns, type RunItem } from './api/runs';
import { RunChip } from './words';

export function RunsPage() {
  const { t } = useTranslation('allowances');
  const state = useListState({ filters: ['programmeId', 'state', 'byOthers', 'unsettled'] });
  const byOthers = state.filters.byOthers === 'true';
  const toSettle = state.filters.unsettled === 'true';
  const stands = runStates.find((one) => one === state.filters.state);
  const programme = useProgrammeName(state.filters.programmeId);
  const list = useRuns({ programmeId: state.filters.programmeId, state: stands, byOthers: byOthers || undefined, unsettled: toSettle || undefined });
  const [making, setMaking] = useState(false);
  const columns: Column<RunItem>[] = [
    { key: 'month', header: t('month'), cell: (row) => capital(monthName(row.month)) },
    { key: 'programme', header: t('programme'), cell: (row) => row.programmeName },
    { key: 'people', header: t('people'), cell: (row) => number(Number(row.people)), align: 'end', wideOnly: true },
    { key: 'cents', header: t('amount'), cell: (row) => <Money cents={Number(row.cents)} />, align: 'end' },
    { key: 'state', header: t('stateLabel'), cell: (row) => <RunChip state={row.state} /> },
    { key: 'on', header: t('executeOn'), cell: (row) => <DateText value={row.executeOn} short />, wideOnly: true },
    { key: 'note', header: t('toKnow'), cell: (row) => <ToKnow row={row} /> },
  ];
  const add = (
    <Button look="fill" icon="plus" onClick={() => setMaking(true)}>
      {t('make.action')}
    </Button>
  );
  return (
    <Page
      title={t('nav')}
      count={list.total}
      actions={add}
    >
      <ListBar>
        <FilterSelect label={t('stateLabel')} value={stands} options={runStates.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
        <FilterSelect label={t('preparedBy')} value={byOthers ? 'true' : undefined} options={[{ value: 'true', label: t('byOthers') }]} onChange={(value) => state.setFilter('byOthers', value)} />
        <FilterSelect label={t('bank')} value={toSettle ? 'true' : undefined} options={[{ value: 'true', label: t('toSettle') }]} onChange={(value) => state.setFilter('unsettled', value)} />
        <SavedViews list="allowances" state={state} />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          stands && { key: 'state', name: t('stateLabel'), label: t(`state.${stands}`), onRemove: () => state.setFilter('state', undefined) },
          byOthers && { key: 'byOthers', name: t('preparedBy'), label: t('byOthers'), onRemove: () => state.setFilter('byOthers', undefined) },
          toSettle && { key: 'unsettled', name: t('bank'), label: t('toSettle'), onRemove: () => state.setFilter('unsettled', undefined) },
          !!state.filters.programmeId && { key: 'programme', name: t('programme'), label: programme.data ?? t('oneProgramme'), onRemove: () => state.setFilter('programmeId', undefined) },
        ]}
      />
      <DataTable
        label={t('nav')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/allowances/${row.id}`}
        onClearFilters={stands || byOthers || toSettle ? state.clear : undefined}
        empty={{ title: t('empty'), text: t('emptyText'), action: add }}
      />
      {making && (
        <MakeDialog
          programme={state.filters.programmeId && programme.data ? { id: state.filters.programmeId, label: programme.data } : null}
          onClose={() => setMaking(false)}
        />
      )}
    </Page>
  );
}

function ToKnow({ row }: { row: RunItem }) {
  const { t } = useTranslation('allowances');
  const notes = [
    Number(row.problems) > 0 && t('problems', { count: Number(row.problems) }),
    Number(row.unsettled) > 0 && t('unsettled', { count: Number(row.unsettled) }),
    Number(row.returned) > 0 && t('returned', { count: Number(row.returned) }),
  ].filter(Boolean);
  return <>{notes.join(', ')}</>;
}

/** The last months that are over, the nearest first. */
function lastMonths(count: number): string[] {
  const [year, month] = today().split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 2 - back, 1));
    return `${at.getUTCFullYear()}-${String(at.getUTCMonth() + 1).padStart(2, '0')}`;
  });
}

function MakeDialog({ programme, onClose }: { programme: Option | null; onClose: () => void }) {
  const { t } = useTranslation('allowances');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const months = lastMonths(12);
  const schema = z.object({ programmeId: picked.required(), month: choice.required(months) });
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>, string>({
    schema,
    defaultValues: { programmeId: programme, month: months[0]! },
    guard: false,
    submit: async (values) => (await makeRun(values.programmeId, values.month)).id,
    onDone: async (id) => {
      toast.done(t('make.done'));
      await refresh();
      void navigate(`/allowances/${id}`);
    },
  });
  return (
    <Dialog open title={t('make.title')} onClose={onClose}>
      <p>{t('make.text')}</p>
      <Form form={form} submitLabel={t('make.submit')} onCancel={onClose} keptNote={false}>
        <ComboField name="programmeId" label={t('programme')} required source={['programmes', 'paying']} load={findProgrammes} minLength={0} />
        <SelectField name="month" label={t('make.month')} help={t('make.monthHelp')} required options={months.map((value) => ({ value, label: capital(monthName(value)) }))} />
      </Form>
    </Dialog>
  );
}
