import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../../components/access-why';
import { Button } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { ErrorState } from '../../components/states';
import { useListState } from '../../components/useListState';
import { dateTime, number, shortDate } from '../../lib/format';
import { accessKinds, useAccessLog, useVerifyAccessLog, type LogLine } from './api/access-log';

const records = ['beneficiary', 'case', 'emergency-access', 'company', 'internship', 'course', 'course-edition', 'enrolment', 'opportunity', 'user', 'api-client'] as const;

/** Who read or changed what, and when. Never the contents: those stay with whoever may see them. */
export function AccessLogPage() {
  const { t } = useTranslation('access');
  const state = useListState<'kind' | 'record' | 'actor' | 'about' | 'from' | 'to'>({ filters: ['kind', 'record', 'actor', 'about', 'from', 'to'] });
  const { kind, record, actor, from, to } = state.filters;
  const about = codeOf(state.filters.about);
  const list = useAccessLog({ kind, record, actor, recordId: about, from, to });
  const who = actor && (list.rows.find((line) => line.actorId === actor)?.actorName ?? t('log.onePerson'));
  return (
    <Page title={t('log.title')} subtitle={t('log.text')}>
      <Integrity />
      <ListBar>
        <FilterSelect label={t('log.kind')} value={kind} options={accessKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
        <FilterSelect label={t('log.record')} value={record} options={records.map((value) => ({ value, label: t(`record.${value}`) }))} onChange={(value) => state.setFilter('record', value)} />
        <RecordFilter key={about} onPick={(id) => state.setFilter('about', id)} />
        <DayFilter label={t('log.from')} value={from} onChange={(value) => state.setFilter('from', value)} />
        <DayFilter label={t('log.to')} value={to} onChange={(value) => state.setFilter('to', value)} />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          !!kind && { key: 'kind', label: t(`kind.${kind}`), name: t('log.kind'), onRemove: () => state.setFilter('kind', undefined) },
          !!record && { key: 'record', label: t(`record.${record}`), name: t('log.record'), onRemove: () => state.setFilter('record', undefined) },
          !!who && { key: 'actor', label: who, name: t('log.actor'), onRemove: () => state.setFilter('actor', undefined) },
          !!about && { key: 'about', label: `…${about.slice(-12)}`, name: t('log.personCode'), onRemove: () => state.setFilter('about', undefined) },
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
          { key: 'record', header: t('log.record'), cell: (line) => <Record line={line} onPick={(id) => state.setFilter('about', id)} /> },
          { key: 'purpose', header: t('log.purpose'), cell: (line) => (line.purpose ? whyOf(line.purpose, t) : <span className="muted">–</span>) },
          { key: 'request', header: t('log.request'), wideOnly: true, cell: (line) => <code>{line.request}</code> },
        ]}
      />
    </Page>
  );
}

/** Whether the log is still what was written: every line is read again and compared with the seals. */
function Integrity() {
  const { t } = useTranslation('access');
  const verify = useVerifyAccessLog();
  const found = verify.data;
  return (
    <div className="stack">
      <div>
        <Button small busy={verify.isPending} onClick={() => verify.mutate()}>
          {t(verify.isPending ? 'log.integrity.verifying' : 'log.integrity.verify')}
        </Button>
      </div>
      <div role="status">
        {verify.error ? (
          <ErrorState error={verify.error} onRetry={() => verify.mutate()} />
        ) : !found ? null : found.broken.length > 0 ? (
          <Notice tone="warn" title={t('log.integrity.broken')}>
            <p>{t('log.integrity.brokenText')}</p>
            <ul>
              {found.broken.map((seal, index) => {
                const told = { from: dateTime(seal.from), until: dateTime(seal.until), entries: number(seal.entries), found: number(seal.found) };
                return <li key={seal.until}>{index === 0 && seal.from.startsWith('1970') ? t('log.integrity.brokenFirst', told) : t('log.integrity.brokenLine', told)}</li>;
              })}
            </ul>
          </Notice>
        ) : found.sealedUntil ? (
          <Notice tone="ok" title={t('log.integrity.whole')}>
            {t('log.integrity.wholeText', { until: dateTime(found.sealedUntil), entries: number(found.entries), seals: number(found.seals) })}
          </Notice>
        ) : (
          <Notice title={t('log.integrity.notYet')}>{t('log.integrity.notYetText')}</Notice>
        )}
      </div>
    </div>
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

/** A line of one person leads to all lines about them, without their name: that stays with whoever may see it. */
function Record({ line, onPick }: { line: LogLine; onPick: (id: string) => void }) {
  const { t } = useTranslation('access');
  if (!line.record) return <span className="muted">–</span>;
  const called = t(`record.${line.record}`, { defaultValue: line.record });
  if (line.shown !== null) return <>{called} <small className="muted">{t('log.shown', { count: Number(line.shown) })}</small></>;
  const id = line.recordId;
  if (line.record !== 'beneficiary' || !id) return <>{called}</>;
  return (
    <button type="button" className="btn0 plain small" aria-label={t('log.onlyThis', { code: id.slice(-12) })} onClick={() => onPick(id)}>
      {called} …{id.slice(-4)}
    </button>
  );
}

const codeOf = (text: string | undefined) => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text ?? '')?.[0];

/** The code of a record, or its whole address, as whoever follows the person gives it. */
function RecordFilter({ onPick }: { onPick: (id: string) => void }) {
  const { t } = useTranslation('access');
  const id = useId();
  return (
    <div className="filter-select day">
      <label htmlFor={id}>{t('log.personCode')}</label>
      <input id={id} type="text" className="f0" autoComplete="off" title={t('log.personCodeHelp')} onChange={(event) => {
        const code = codeOf(event.target.value);
        if (code) onPick(code);
      }} />
    </div>
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
