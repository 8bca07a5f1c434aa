import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { outage } from '../api/connection';
import { Button } from '../components/Button';
import { Icon } from '../components/Icon';
import { useStore } from '../lib/store';

/** No network, or the service is resting: said on top of the page, which stays as it is, and tried again by itself. */
export function OutageBanner() {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const current = useStore(outage);
  const [busy, setBusy] = useState(false);
  const wait = Math.min(Math.max(current?.retryAfterSeconds ?? 15, 5), 120) * 1000;

  const retry = async () => {
    setBusy(true);
    await queries.refetchQueries({ type: 'active' });
    setBusy(false);
  };
  useEffect(() => {
    if (!current) return;
    const timer = setInterval(() => void retry(), wait);
    const online = () => void retry();
    window.addEventListener('online', online);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', online);
    };
  }, [current !== null, wait]);

  return (
    <div role="status">
      {current && (
        <div className="outage">
          <Icon name="wifi" />
          <span>
            <strong>{t(current.offline ? 'outage.offline' : 'outage.resting')}</strong> {t('outage.text')}
          </span>
          <Button small busy={busy} onClick={() => void retry()}>
            {t('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
