import { useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { dateTime, number } from '../../lib/format';
import { useEdition, useMail, useScheduleEdition, useTestMail, type Edition } from './api/editions';
import { EditionChip } from './EditionChip';
import { MailPreview } from './MailPreview';
import { ScheduleDialog } from './ScheduleDialog';
import { SendingCard } from './SendingCard';

export function EditionPage() {
  const { t } = useTranslation('bulletin');
  const { number: asked = '' } = useParams();
  const at = Number(asked);
  const query = useEdition(at);
  const mail = useMail(at);
  const shown = query.data;
  return (
    <Page
      title={shown ? t('edition.full', { title: shown.title, number: shown.number }) : t('edition.numbered', { number: asked })}
      status={shown && <EditionChip state={shown.state} />}
      back={{ to: '/bulletin', label: t('title') }}
      actions={shown && <Actions edition={shown} />}
    >
      <Loaded query={query}>
        {(edition) => (
          <>
            {edition.state === 'scheduled' && <Notice title={t('edition.scheduledFor', { when: dateTime(edition.scheduledAt!) })}>{t('edition.scheduledText', { count: edition.subscribers })}</Notice>}
            {edition.state !== 'draft' && <SendingCard edition={edition} />}
            {edition.state === 'draft' && (
              <SectionCard title={t('edition.ready')}>
                <KeyValue
                  items={[
                    { label: t('edition.opportunities'), value: number(edition.sections.reduce((sum, section) => sum + section.opportunities.length, 0)) },
                    { label: t('edition.recipients'), value: t('edition.subscriberCount', { count: edition.subscribers }) },
                  ]}
                />
              </SectionCard>
            )}
            <SectionCard title={t('edition.asMailed')}>
              <Loaded query={mail}>{(written) => <MailPreview mail={written} />}</Loaded>
            </SectionCard>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ edition }: { edition: Edition }) {
  const { t } = useTranslation('bulletin');
  const mayWrite = useRight('bulletin:write');
  const email = useMe().data?.email ?? '';
  const schedule = useScheduleEdition(edition.number);
  const test = useTestMail(edition.number);
  const toast = useToast();
  const confirm = useConfirm();
  const [asking, setAsking] = useState(false);
  const takeBack = async () => {
    if (await confirm({ title: t('edition.unscheduleTitle', { number: edition.number }), text: t('edition.unscheduleText'), action: t('edition.unschedule') })) {
      toast.after(schedule.mutateAsync(null), t('edition.unscheduled'));
    }
  };
  if (!mayWrite) return null;
  return (
    <>
      {edition.state === 'draft' && (
        <Button look="fill" icon="clock" onClick={() => setAsking(true)}>
          {t('edition.schedule')}
        </Button>
      )}
      {edition.state === 'scheduled' && <Button onClick={() => void takeBack()}>{t('edition.unschedule')}</Button>}
      <Menu
        label={t('actions')}
        items={[
          edition.state === 'draft' && { label: t('edit'), icon: 'pencil', to: `/bulletin/${edition.number}/edit` },
          { label: t('edition.testMail'), icon: 'mail', onSelect: () => toast.after(test.mutateAsync(email), t('edition.testMailSent', { email })) },
          edition.sentAt != null && { label: t('opportunities.seePublic'), icon: 'external-link', to: `/bulletin/archive/${edition.number}` },
        ]}
      />
      {asking && <ScheduleDialog edition={edition} onClose={() => setAsking(false)} />}
    </>
  );
}
