import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/Button';
import { ListFoot } from '../../../components/ListFoot';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { useList } from '../../../components/useList';
import { listDuplicates, useAskAboutHiddenTwin, useHiddenTwins, type Pair } from '../api/duplicates';
import { peopleKeys } from '../api/keys';
import { PairRow } from './PairRow';
import { PickPairDialog } from './PickPairDialog';

/** Pairs of people who may be one, of those that one may see: merged, or told apart once for all. */
export function DuplicatePeoplePage() {
  const { t } = useTranslation('beneficiaries');
  const [picking, setPicking] = useState(false);
  const hidden = useHiddenTwins();
  const ask = useAskAboutHiddenTwin();
  const toast = useToast();
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
      <div className="stack">
        <div className="card0">
          {list.isPending ? (
            <Skeleton lines={6} />
          ) : list.error && list.rows.length === 0 ? (
            <ErrorState error={list.error} onRetry={list.refetch} />
          ) : list.rows.length === 0 ? (
            <EmptyState title={t('duplicates.empty')} text={t('duplicates.emptyText')} />
          ) : (
            <>
              <ul className="rows pairs" aria-label={t('duplicates.title')}>
                {list.rows.map((pair) => (
                  <PairRow key={pair.first.id + pair.second.id} pair={pair} />
                ))}
              </ul>
              {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : <ListFoot list={list} />}
            </>
          )}
        </div>
        {(hidden.data?.length ?? 0) > 0 && (
          <SectionCard title={t('duplicates.hidden')} note={t('duplicates.hiddenNote')}>
            <ul className="rows">
              {hidden.data?.map((one) => (
                <li key={one.id}>
                  <div>
                    <Link to={`/beneficiaries/${one.id}`}>{one.displayName}</Link>
                  </div>
                  <Button small look="quiet" busy={ask.isPending && ask.variables === one.id} aria-label={t('duplicates.askOne', { name: one.displayName })} onClick={() => toast.after(ask.mutateAsync(one.id), t('duplicates.asked'))}>
                    {t('duplicates.ask')}
                  </Button>
                </li>
              ))}
            </ul>
          </SectionCard>
        )}
      </div>
      {picking && <PickPairDialog onClose={() => setPicking(false)} />}
    </Page>
  );
}
