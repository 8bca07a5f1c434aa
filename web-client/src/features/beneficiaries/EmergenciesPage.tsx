import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { useListState } from '../../components/useListState';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { dateTime } from '../../lib/format';
import { useAcknowledge, useEmergencies, type WatchedEmergency } from './api/emergencies';

/** Emergency accesses for who watches over them: who, why, and that somebody took note. */
export function EmergenciesPage() {
  const { t } = useTranslation('beneficiaries');
  const state = useListState<'state'>({ filters: ['state'] });
  const all = state.filters.state === 'all';
  const list = useEmergencies(!all);
  return (
    <Page title={t('emergencies.title')} back={{ to: '/beneficiaries', label: t('nav') }} subtitle={t('emergencies.text')}>
      <ListBar>
        <FilterSelect label={t('emergencies.state')} value={all ? 'all' : undefined} options={[{ value: 'all', label: t('emergencies.all') }]} onChange={(value) => state.setFilter('state', value)} />
      </ListBar>
      <FilterChips onClear={state.clear} chips={[all && { key: 'state', label: t('emergencies.all'), name: t('emergencies.state'), onRemove: () => state.setFilter('state', undefined) }]} />
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.isPending ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 ? (
        <div className="card0">
          <EmptyState title={t(all ? 'emergencies.noneEver' : 'emergencies.none')} />
        </div>
      ) : (
        <ul className="card0 padded rows emergencies">
          {list.rows.map((access) => (
            <Emergency key={access.id} access={access} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
          {t('accessLog.older')}
        </Button>
      )}
    </Page>
  );
}

function Emergency({ access }: { access: WatchedEmergency }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const acknowledge = useAcknowledge();
  const who = access.who ?? t('actor.person');
  return (
    <li>
      <div className="emergency">
        <div>
          <b>{who}</b> · {access.beneficiaryId ? <Link to={`/beneficiaries/${access.beneficiaryId}`}>{access.displayName}</Link> : t('emergencies.hidden')}
          <p>{access.reason}</p>
          <div className="hint">{t('emergencies.between', { from: dateTime(access.beganAt), to: dateTime(access.expiresAt) })}</div>
          {access.acknowledgedAt && <div className="hint">{t('emergencies.acknowledged', { who: access.acknowledgedBy ?? t('actor.person'), at: dateTime(access.acknowledgedAt) })}</div>}
        </div>
        {!access.acknowledgedAt && (
          <Button
            icon="check"
            busy={acknowledge.isPending}
            aria-label={t('emergencies.acknowledgeOf', { who })}
            onClick={() => toast.after(acknowledge.mutateAsync(access.id), t('emergencies.done'))}
          >
            {t('emergencies.acknowledge')}
          </Button>
        )}
      </div>
    </li>
  );
}
