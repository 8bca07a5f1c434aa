import { useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { DataTable, type Column } from '../../../components/DataTable';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { DateText, KeyValue } from '../../../components/values';
import { useProgramme } from '../api/programmes';
import { useCohorts, useMinutes, useRanking, type Cohort, type Ranked } from '../api/selection';
import { CandidateDialog } from './CandidateDialog';
import { FreezeDialog } from './FreezeDialog';
import { ProposeDialog } from './ProposeDialog';
import { CandidateChip, useCriterionName } from './words';

/** A selection: its criteria, the ranking explained, and, once it is closed, its minutes. */
export function SelectionPage() {
  const { t } = useTranslation('programmes');
  const { id = '', cohortId = '' } = useParams();
  const programme = useProgramme(id);
  const cohorts = useCohorts(id);
  const cohort = cohorts.data?.find((one) => one.id === cohortId);
  const ranking = useRanking(id, cohortId);
  const maySelect = useRight('programmes:select');
  const mayPropose = useRight('beneficiaries:write');
  const [doing, setDoing] = useState<'propose' | 'freeze' | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const name = useCandidateName();
  const open = cohort?.state === 'open';
  const rows = ranking.data?.items ?? [];
  const shown = rows.find((row) => row.id === opened);
  const columns: Column<Ranked>[] = [
    {
      key: 'who',
      header: t('ranking.candidate'),
      cell: (row) => (
        <Button look="plain" small onClick={() => setOpened(row.id)}>
          {row.position !== null && `${t('ranking.place', { position: Number(row.position) })} `}
          {name(row)}
        </Button>
      ),
    },
    { key: 'points', header: t('ranking.points'), align: 'end', cell: (row) => <b className="number">{Number(row.points)}</b> },
    { key: 'why', header: t('ranking.why'), cell: (row) => <Why row={row} /> },
    { key: 'state', header: t('stateLabel'), cell: (row) => <CandidateChip state={row.state} /> },
  ];
  const propose = mayPropose && open && (
    <Button look={maySelect && rows.length > 0 ? 'quiet' : 'fill'} icon="plus" onClick={() => setDoing('propose')}>
      {t('propose.action')}
    </Button>
  );
  return (
    <Page
      title={cohort?.title ?? t('selection.one')}
      subtitle={programme.data?.name}
      back={{ to: `/programmes/${id}`, label: programme.data?.name ?? t('one') }}
      status={cohort && <StatusChip tone={open ? 'blue' : 'ok'}>{t(`cohortState.${cohort.state}`)}</StatusChip>}
      actions={
        open && (
          <>
            {maySelect && rows.length > 0 && (
              <Button look="fill" icon="locked" onClick={() => setDoing('freeze')}>
                {t('freeze.action')}
              </Button>
            )}
            {propose}
            {maySelect && (
              <ButtonLink to="criteria" look="quiet" icon="settings">
                {t('criteria.title')}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <Loaded query={cohorts} lines={4}>
        {() => (cohort ? <Declared cohort={cohort} free={Number(ranking.data?.free ?? 0)} /> : <Notice tone="warn" title={t('selection.gone')} />)}
      </Loaded>
      <DataTable
        label={t('ranking.title')}
        columns={columns}
        list={{ rows, total: rows.length, isPending: ranking.isPending, isStale: false, error: ranking.error, hasMore: false, isLoadingMore: false, loadMore: () => undefined, refetch: () => void ranking.refetch() }}
        rowKey={(row) => row.id}
        empty={{ title: t('ranking.empty'), text: t('ranking.emptyText'), action: propose }}
      />
      {cohort && !open && maySelect && <Minutes programmeId={id} cohortId={cohortId} />}
      {doing === 'propose' && programme.data && <ProposeDialog programme={programme.data} cohortId={cohortId} onClose={() => setDoing(null)} />}
      {doing === 'freeze' && ranking.data && <FreezeDialog programmeId={id} ranking={ranking.data} onClose={() => setDoing(null)} />}
      {shown && cohort && <CandidateDialog programmeId={id} cohort={cohort} row={shown} onClose={() => setOpened(null)} />}
    </Page>
  );
}

/** The name for who may know it, else the number. */
export function useCandidateName() {
  const { t } = useTranslation('programmes');
  return (row: { number: number | string; displayName: string | null }) => row.displayName ?? t('ranking.number', { number: Number(row.number) });
}

function Why({ row }: { row: Ranked }) {
  const { t } = useTranslation('programmes');
  const nameOf = useCriterionName();
  if (!row.lines) return <span className="muted">{t('ranking.hidden')}</span>;
  const parts = row.lines.filter((line) => Number(line.points) > 0).map((line) => `${nameOf(line.criterion, line.argument)} ${Number(line.points)}`);
  if (Number(row.reservedPoints) > 0) parts.push(t('ranking.reserved', { count: Number(row.reservedPoints) }));
  return (
    <>
      {parts.length === 0 ? t('ranking.noPoints') : parts.join(' · ')}
      {row.tieBreak && <div className="muted">{t('ranking.tie', { rule: t(`tieBreak.${row.tieBreak}`) })}</div>}
      {row.eligible === false && <div><StatusChip tone="warn">{t('ranking.notEligible')}</StatusChip></div>}
    </>
  );
}

function Declared({ cohort, free }: { cohort: Cohort; free: number }) {
  const { t } = useTranslation('programmes');
  const nameOf = useCriterionName();
  if (cohort.criteria.length === 0)
    return (
      <Notice tone="warn" title={t('criteria.none')}>
        {t('criteria.noneText')}
      </Notice>
    );
  return (
    <SectionCard title={t('criteria.declared')} note={t('selection.places', { count: Number(cohort.places) })}>
      <div className="row-actions">
        {cohort.criteria.map((one) => (
          <StatusChip key={`${one.criterion}${one.argument}`}>
            {nameOf(one.criterion, one.argument)} {Number(one.points)}
          </StatusChip>
        ))}
      </div>
      <KeyValue
        items={[
          { label: t('criteria.ties'), value: [...cohort.tieBreaks.map((rule) => t(`tieBreak.${rule}`)), t('tieBreak.number')].join(', ') },
          { label: t('criteria.note'), value: cohort.note },
          { label: t('criteria.declaredOn'), value: <><DateText value={cohort.declaredOn} />{cohort.declaredBy && `, ${cohort.declaredBy}`}</> },
          cohort.state === 'frozen' && { label: t('freeze.heldOn'), value: <DateText value={cohort.heldOn} /> },
          cohort.state === 'frozen' && { label: t('ranking.free'), value: free },
        ]}
      />
    </SectionCard>
  );
}

function Minutes({ programmeId, cohortId }: { programmeId: string; cohortId: string }) {
  const { t } = useTranslation('programmes');
  const [shown, setShown] = useState(false);
  const query = useMinutes(programmeId, cohortId, shown);
  return (
    <SectionCard title={t('freeze.minutes')}>
      {shown ? (
        <Loaded query={query} lines={4}>
          {(minutes) => (
            <>
              <p className="muted">{minutes.members.map((member) => [member.name, member.body].filter(Boolean).join(', ')).join(' · ')}</p>
              <p className="pre-line">{minutes.text}</p>
            </>
          )}
        </Loaded>
      ) : (
        <Button look="quiet" icon="password-visible" onClick={() => setShown(true)}>
          {t('freeze.openMinutes')}
        </Button>
      )}
    </SectionCard>
  );
}
