import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Page } from '../../../components/Page';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useList } from '../../../components/useList';
import { listDuplicates, type Pair } from '../api/duplicates';
import { peopleKeys } from '../api/keys';
import { PairRow } from './PairRow';
import { PickPairDialog } from './PickPairDialog';

/** Pairs of people who may be one, of those that one may see: merged, or told apart once for all. */
export function DuplicatePeoplePage() {
  const { t } = useTranslation('beneficiaries');
  const [picking, setPicking] = useState(false);
  const list = useList<Pair>({ queryKey: peopleKeys.duplicates, page: ({ cursor, total, signal }) => listDuplicates({ cursor, total, limit: 20 }, signal) });
  return (
    <Page
      title={t('duplicates.title')}
      count={list.total}
      subtitle={t('duplicates.subtitle')}
      back={{ to: '/beneficiaries', label: t('nav') }}
      actions={
        <Button icon="files" onClick={() => setPicking(true)}>
          {t('duplicates.pick')}
        </Button>
      }
    >
      <div className="card0">
        {list.isPending ? (
          <Skeleton lines={6} />
        ) : list.error && list.rows.length === 0 ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.rows.length === 0 ? (
          <EmptyState title={t('duplicates.empty')} text={t('duplicates.emptyText')} />
        ) : (
          <ul className="rows pairs" aria-label={t('duplicates.title')}>
            {list.rows.map((pair) => (
              <PairRow key={pair.first.id + pair.second.id} pair={pair} />
            ))}
          </ul>
        )}
        {list.hasMore && (
          <div className="load-more">
            <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
              {t('duplicates.more')}
            </Button>
          </div>
        )}
      </div>
      {picking && <PickPairDialog onClose={() => setPicking(false)} />}
    </Page>
  );
}
