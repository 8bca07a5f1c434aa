import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { Notice, Progress } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { dateTime, number } from '../../lib/format';
import { bulletinKeys } from './api/keys';
import { useProgress, useResolveUncertain, type Edition, type EditionProgress } from './api/editions';

/** How the sending goes, read every second until it is done. */
export function SendingCard({ edition }: { edition: Edition }) {
  const { t } = useTranslation('bulletin');
  const query = useProgress(edition.number, true);
  useEditionFollows(edition, query.data);
  return (
    <SectionCard title={t('sending.title')} note={query.data?.sentAt ? t('sending.doneAt', { when: dateTime(query.data.sentAt) }) : undefined}>
      <Loaded query={query} lines={3}>
        {(progress) =>
          progress.total === 0 ? (
            <p className="hint">{t(progress.state === 'scheduled' ? 'sending.notBegun' : 'sending.nobody')}</p>
          ) : (
            <>
              <Progress label={t('sending.progress')} done={progress.total - progress.waiting - progress.deferred} total={progress.total} />
              <KeyValue items={(['sent', 'deferred', 'failed', 'skipped', 'uncertain'] as const).map((state) => ({ label: t(`sending.${state}`), value: number(progress[state]) }))} />
              {progress.state === 'sent' && progress.failed > 0 && progress.sent === 0 && progress.uncertain === 0 && (
                <Notice tone="warn" title={t('sending.allFailedTitle')}>{t(progress.unwritable > 0 ? 'sending.unwritableText' : 'sending.allFailedText')}</Notice>
              )}
              {progress.uncertain > 0 && <Uncertain progress={progress} />}
            </>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

/** The head of the page follows what the progress tells. */
function useEditionFollows(edition: Edition, progress: EditionProgress | undefined) {
  const queries = useQueryClient();
  const asked = useRef('');
  useEffect(() => {
    if (!progress || progress.state === edition.state || asked.current === progress.state) return;
    asked.current = progress.state;
    void queries.invalidateQueries({ queryKey: bulletinKeys.edition(edition.number) });
    void queries.invalidateQueries({ queryKey: bulletinKeys.mail(edition.number) });
  }, [edition, progress, queries]);
}

function Uncertain({ progress }: { progress: EditionProgress }) {
  const { t } = useTranslation('bulletin');
  const resolve = useResolveUncertain(progress.number);
  const toast = useToast();
  const mayWrite = useRight('bulletin:write');
  const decide = (decision: 'resend' | 'consideredSent') => toast.after(resolve.mutateAsync(decision), t('sending.decided'));
  return (
    <Notice tone="warn" title={t('sending.uncertainTitle', { count: progress.uncertain })}>
      <p>{t('sending.uncertainText')}</p>
      {mayWrite && (
        <div className="page-actions">
          <Button busy={resolve.isPending} onClick={() => decide('consideredSent')}>{t('sending.consideredSent')}</Button>
          <Button busy={resolve.isPending} onClick={() => decide('resend')}>{t('sending.resend')}</Button>
        </div>
      )}
    </Notice>
  );
}
