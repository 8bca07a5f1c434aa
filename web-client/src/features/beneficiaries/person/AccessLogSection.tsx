import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../../../components/access-why';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { dateTime } from '../../../lib/format';
import { useAccessLog } from '../api/list-access-log';

/** Who opened or changed this record. */
export function AccessLogSection({ personId }: { personId: string }) {
  const { t } = useTranslation('beneficiaries');
  const [shown, setShown] = useState(false);
  const list = useAccessLog(personId, shown);
  return (
    <div id="access-log">
      <SectionCard
        title={t('accessLog.title')}
        note={t('accessLog.note')}
        actions={
          !shown && (
            <Button small look="quiet" icon="password-visible" onClick={() => setShown(true)} aria-label={t('showOf', { group: t('accessLog.title') })}>
              {t('show')}
            </Button>
          )
        }
      >
        {!shown ? null : list.error ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.isPending ? (
          <Skeleton lines={4} />
        ) : (
          <>
            <ul className="rows">
              {list.rows.map((access) => (
                <li key={access.id}>
                  <div>
                    <b>{access.who ?? t(`actor.${access.actorKind}`)}</b> · {access.purpose ? whyOf(access.purpose, t) : t(`accessKind.${access.kind}`)}
                    <div className="hint">{dateTime(access.at)}</div>
                  </div>
                </li>
              ))}
            </ul>
            {list.hasMore && (
              <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
                {t('accessLog.older')}
              </Button>
            )}
          </>
        )}
      </SectionCard>
    </div>
  );
}
