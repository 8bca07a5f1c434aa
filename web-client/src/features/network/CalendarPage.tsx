import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Copyable } from '../../components/Copyable';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import { networkKeys, readFeed, renewFeed, revokeFeed, useChange } from './api/network';

/** One's own calendar outside the platform: a secret address, shown once, that can be renewed and revoked. */
export function CalendarPage() {
  const { t } = useTranslation('network');
  const toast = useToast();
  const confirm = useConfirm();
  const query = useQuery({ queryKey: networkKeys.one('feed', ''), queryFn: ({ signal }) => readFeed(signal) });
  const renew = useChange(renewFeed);
  const revoke = useChange(revokeFeed);
  const make = async (again: boolean) => {
    if (again && !(await confirm({ title: t('calendar.renewTitle'), text: t('calendar.renewText'), action: t('calendar.renew') }))) return;
    renew.mutate(undefined, { onError: toast.failed });
  };
  const stop = async () => {
    if (!(await confirm({ title: t('calendar.revokeTitle'), text: t('calendar.revokeText'), action: t('calendar.revoke'), danger: true }))) return;
    revoke.mutate(undefined, {
      onSuccess: () => {
        renew.reset();
        toast.done(t('calendar.revoked'));
      },
      onError: toast.failed,
    });
  };
  return (
    <Page title={t('calendar.title')} width="form">
      <SectionCard title={t('calendar.heading')}>
        <p>{t('calendar.text')}</p>
        <p className="muted">{t('calendar.privacy')}</p>
        {renew.data && <Address address={renew.data.address} />}
        <Loaded query={query} lines={2}>
          {(feed) =>
            feed.madeAt ? (
              <>
                <p>
                  {t('calendar.madeAt')} <DateText value={feed.madeAt} />
                </p>
                <div className="form-foot">
                  <Button icon="refresh" busy={renew.isPending} onClick={() => void make(true)}>
                    {t('calendar.renew')}
                  </Button>
                  <Button look="danger" busy={revoke.isPending} onClick={() => void stop()}>
                    {t('calendar.revoke')}
                  </Button>
                </div>
              </>
            ) : (
              <Button look="fill" icon="link" busy={renew.isPending} onClick={() => void make(false)}>
                {t('calendar.make')}
              </Button>
            )
          }
        </Loaded>
      </SectionCard>
    </Page>
  );
}

function Address({ address }: { address: string }) {
  const { t } = useTranslation('network');
  return (
    <Notice tone="warn" title={t('calendar.once')}>
      <p>{t('calendar.onceText')}</p>
      <Copyable value={address} />
    </Notice>
  );
}
