import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { dateTime, shortDate } from '../../lib/format';
import { accessKinds, useAccessLog, type LogLine } from './api/access-log';

const records = ['beneficiary', 'case', 'emergency-access', 'company', 'internship', 'course', 'course-edition', 'enrolment', 'opportunity', 'user', 'api-client'] as const;

/** Who read or changed what, and when. Never the contents: those stay with whoever may see them. */
export function AccessLogPage() {
  const { t } = useTranslation('access');
  const state = useListState<'kind' | 'record' | 'actor' | 'from' | 'to'>({ filters: ['kind', 'record', 'actor', 'from', 'to'] });
  const { kind, record, actor, from, to } = state.filters;
  const list = useAccessLog({ kind, record, actor, from, to });
  const who = actor && (list.rows.find((line) => line.actorId === actor)?.actorName ?? t('log.onePerson'));
  return (
    <Page title={t('log.title')} subtitle={t('log.text')}>
      <ListBar>
        <FilterSelect label={t('log.kind')} value={kind} options={accessKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
        <FilterSelect label={t('log.record')} value={record} options={records.map((value) => ({ value, label: t(`record.${value}`) }))} onChange={(value) => state.setFilter('record', value)} />
        <DayFilter label={t('log.from')} value={from} onChange={(value) => state.setFilter('from', value)} />
        <DayFilter label={t('log.to')} value={to} onChange={(value) => state.setFilter('to', value)} />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          !!kind && { key: 'kind', label: t(`kind.${kind}`), name: t('log.kind'), onRemove: () => state.setFilter('kind', undefined) },
          !!record && { key: 'record', label: t(`record.${record}`), name: t('log.record'), onRemove: () => state.setFilter('record', undefined) },
          !!who && { key: 'actor', label: who, name: t('log.actor'), onRemove: () => state.setFilter('actor', undefined) },
          !!from && { key: 'from', label: `${t('log.from')} ${shortDate(from)}`, name: t('log.from'), onRemove: () => state.setFilter('from', undefined) },
          !!to && { key: 'to', label: `${t('log.to')} ${shortDate(to)}`, name: t('log.to'), onRemove: () => state.setFilter('to', undefined) },
        ]}
      />
      <DataTable
        label={t('log.title')}
        list={list}
        rowKey={(line) => line.id}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('log.empty') }}
        columns={[
          { key: 'at', header: t('log.at'), cell: (line) => <time dateTime={line.at}>{dateTime(line.at)}</time> },
          { key: 'actor', header: t('log.actor'), cell: (line) => <Actor line={line} onPick={(id) => state.setFilter('actor', id)} /> },
          { key: 'kind', header: t('log.kind'), cell: (line) => t(`kind.${line.kind}`, { defaultValue: line.kind }) },
          { key: 'record', header: t('log.record'), cell: (line) => (line.record ? t(`record.${line.record}`, { defaultValue: line.record }) : <span className="muted">–</span>) },
          { key: 'request', header: t('log.request'), wideOnly: true, cell: (line) => <code>{line.request}</code> },
          { key: 'purpose', header: t('log.purpose'), wideOnly: true, cell: (line) => line.purpose ?? <span className="muted">–</span> },
        ]}
      />
    </Page>
  );
}

function Actor({ line, onPick }: { line: LogLine; onPick: (id: string) => void }) {
  const { t } = useTranslation('access');
  if (line.actorKind === 'platform' || line.actorKind === 'anonymous') return <>{t(`actor.${line.actorKind}`)}</>;
  return (
    <button type="button" className="btn0 plain small" onClick={() => onPick(line.actorId)}>
      {line.actorName ?? t('actor.unknown')}
    </button>
  );
}

function DayFilter({ label, value, onChange }: { label: string; value: string | undefined; onChange: (value: string | undefined) => void }) {
  const id = useId();
  return (
    <div className="filter-select day">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" className="f0" value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />
    </div>
  );
}
