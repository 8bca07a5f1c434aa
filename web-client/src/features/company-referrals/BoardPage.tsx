import { useId } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { ErrorState, Skeleton } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { useList } from '../../components/useList';
import { useListState } from '../../components/useListState';
import { DateText, RelativeDate } from '../../components/values';
import { classes } from '../../lib/classes';
import { daysFromToday, number } from '../../lib/format';
import { listReferrals, type Lane, type ReferralItem } from './api/referrals';
import { referralKeys } from './api/keys';
import { lanes } from './words';

const names = ['mine', 'toAnswer', 'lane', 'companyId', 'needId'] as const;

/** What was proposed to whom, by where it stands; on a phone one list under another. */
export function BoardPage() {
  const { t } = useTranslation('company-referrals');
  const mayPropose = useRight('company-referrals:propose');
  const mayAnswer = useRight('company-referrals:answer');
  const state = useListState({ filters: names });
  const { filters } = state;
  // What waits for one's own answer is all in the first lane.
  const toAnswer = filters.toAnswer === 'true';
  const shown = lanes.filter((lane) => (toAnswer ? lane === 'proposed' : !filters.lane || lane === filters.lane));
  const query = { mine: filters.mine === 'true' || undefined, toAnswer: toAnswer || undefined, companyId: filters.companyId, needId: filters.needId };
  return (
    <Page
      title={t('title')}
      width="wide"
      subtitle={t(mayPropose ? 'introOperator' : 'introEducator')}
      actions={
        mayPropose ? (
          <ButtonLink to="/companies/referrals/new" look="fill" icon="plus">
            {t('propose')}
          </ButtonLink>
        ) : (
          mayAnswer && (
            <ButtonLink to="/companies/needs/new" look="fill" icon="plus">
              {t('needs.new')}
            </ButtonLink>
          )
        )
      }
    >
      <ListBar>
        <FilterSelect label={t('laneLabel')} value={filters.lane} options={lanes.map((value) => ({ value, label: t(`lane.${value}`) }))} onChange={(value) => state.setFilter('lane', value)} />
        {mayPropose && <FilterSelect label={t('whose')} value={filters.mine} options={[{ value: 'true', label: t('mine') }]} onChange={(value) => state.setFilter('mine', value)} />}
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          !!filters.lane && { key: 'lane', name: t('laneLabel'), label: t(`lane.${filters.lane}`), onRemove: () => state.setFilter('lane', undefined) },
          toAnswer && { key: 'toAnswer', name: t('whose'), label: t('toAnswer'), onRemove: () => state.setFilter('toAnswer', undefined) },
          mayPropose && filters.mine === 'true' && { key: 'mine', name: t('whose'), label: t('mine'), onRemove: () => state.setFilter('mine', undefined) },
          !!filters.companyId && { key: 'company', name: t('company'), label: t('oneCompany'), onRemove: () => state.setFilter('companyId', undefined) },
          !!filters.needId && { key: 'need', name: t('need'), label: t('oneNeed'), onRemove: () => state.setFilter('needId', undefined) },
        ]}
      />
      <div className={classes('lanes', shown.length === 1 && 'one')}>
        {shown.map((lane) => (
          <LaneColumn key={lane} lane={lane} query={query} byEducator={mayPropose} />
        ))}
      </div>
    </Page>
  );
}

function LaneColumn({ lane, query, byEducator }: { lane: Lane; query: object; byEducator: boolean }) {
  const { t } = useTranslation('company-referrals');
  const id = useId();
  const list = useList({
    queryKey: referralKeys.list({ ...query, lane }),
    page: ({ signal, cursor, total }) => listReferrals({ ...query, lane, cursor, total, limit: 12 }, signal),
  });
  return (
    <section className="lane" aria-labelledby={id}>
      <h2 id={id}>
        {t(`lane.${lane}`)} {list.total !== undefined && <span className="n">{number(list.total)}</span>}
      </h2>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.isPending ? (
        <Skeleton lines={4} />
      ) : list.rows.length === 0 ? (
        <p className="muted lane-empty">{t(`laneEmpty.${lane}`)}</p>
      ) : (
        <ul>
          {list.rows.map((row) => (
            <Card key={row.id} row={row} byEducator={byEducator} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button look="quiet" small busy={list.isLoadingMore} onClick={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function Card({ row, byEducator }: { row: ReferralItem; byEducator: boolean }) {
  const { t } = useTranslation('company-referrals');
  const left = daysFromToday(row.reservedUntil);
  return (
    <li className="lane-card">
      <Link to={`/companies/referrals/${row.id}`}>{row.companyName}</Link>
      <div>{row.duties}</div>
      <div className="muted">{[row.municipalityName, row.weeklyHours && t('hours', { count: row.weeklyHours })].filter(Boolean).join(' · ')}</div>
      {row.personName && <div>{t('forPerson', { name: row.personName })}</div>}
      <div className="muted">{byEducator ? t('toEducator', { name: row.educatorName ?? '' }) : t('byOperator', { name: row.proposedByName ?? '' })}</div>
      <div className="lane-foot">
        {row.state === 'proposed' ? (
          <StatusChip tone={left <= 1 ? 'late' : 'warn'}>
            {t('until')} <DateText value={row.reservedUntil} short />
          </StatusChip>
        ) : (
          <span className="muted">
            {row.declineReason ? t(`reason.${row.declineReason}`) : t(`state.${row.state}`)} <RelativeDate value={row.answeredAt ?? row.reservedUntil} />
          </span>
        )}
      </div>
    </li>
  );
}
