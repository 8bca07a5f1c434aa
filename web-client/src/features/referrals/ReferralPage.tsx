import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice, Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { DateText, RelativeDate } from '../../components/values';
import { today } from '../../lib/format';
import { useReferral, type Referral } from './api/referrals';
import { DueChip, StateChip, UrgencyChip } from './chips';
import { AgendaDialog } from './record/AgendaDialog';
import { AttachmentsSection } from './record/AttachmentsSection';
import { DecisionDialog } from './record/DecisionDialog';
import { MatchNotice } from './record/MatchNotice';
import { TakeFromListDialog } from './record/TakeFromListDialog';
import { WhatTheBodyWrote } from './record/WhatTheBodyWrote';
import { WithdrawDialog } from './record/WithdrawDialog';

export function ReferralPage() {
  const { t } = useTranslation('referrals');
  const { id = '' } = useParams();
  const query = useReferral(id);
  if (query.data) return <ReferralRecord key={id} referral={query.data} />;
  return (
    <Page title={t('one')} back={{ to: '/beneficiaries/referrals', label: t('nav') }}>
      <Loaded query={query} lines={10}>
        {() => null}
      </Loaded>
    </Page>
  );
}

type OpenDialog = 'agenda' | 'decide' | 'take' | 'withdraw' | null;

/** What the body wrote, its story at the side, and the one next step. */
function ReferralRecord({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = useCallback(() => setDialog(null), []);
  const person = referral.referral.person!;
  const canRead = referral.state === 'inReading' && referral.canDecide && referral.readingIsOpen && (referral.readingOn ?? '9') <= today();
  const toAgenda = referral.canDecide && (referral.state === 'received' || referral.state === 'waitingList');

  const menu = [
    toAgenda && referral.state === 'waitingList' && { label: t('agenda.again'), icon: 'calendar' as const, onSelect: () => setDialog('agenda') },
    referral.readingId && canRead && { label: t('openReading'), icon: 'calendar' as const, to: `/beneficiaries/readings/${referral.readingId}` },
    referral.canChange && { label: t('edit'), icon: 'pencil' as const, to: `/beneficiaries/referrals/${referral.id}/edit` },
    referral.canWithdraw && { label: t('withdraw.action'), icon: 'close' as const, onSelect: () => setDialog('withdraw') },
  ].filter((item) => !!item);

  return (
    <Page
      title={`${person.name} ${person.surname}`}
      documentTitle={t('one')}
      back={{ to: '/beneficiaries/referrals', label: t('nav') }}
      status={
        <>
          <StateChip state={referral.state} informationAsked={referral.informationAsked} /> {referral.restricted && <StatusChip>{t('restricted')}</StatusChip>}{' '}
          <UrgencyChip urgency={referral.referral.urgency ?? null} />
        </>
      }
      subtitle={[t('years', { count: Number(referral.age) }), referral.bodyName].filter(Boolean).join(' · ')}
      actions={
        <>
          <NextStep referral={referral} canRead={canRead} onDialog={setDialog} />
          {menu.length > 0 && <Menu label={t('otherActions')} items={menu} />}
        </>
      }
    >
      {referral.informationAsked && (
        <Notice tone="warn" title={t('informationAskedTitle')}>
          {referral.story.find((event) => event.kind === 'informationAsked')?.note}
        </Notice>
      )}
      {referral.state === 'declined' && referral.declineReason && (
        <Notice title={t(`declineReason.${referral.declineReason}`)}>{referral.story.find((event) => event.kind === 'declined')?.note}</Notice>
      )}
      <MatchNotice referral={referral} />
      <div className="with-side">
        <div>
          <WhatTheBodyWrote record={referral} />
          <AttachmentsSection referral={referral} />
        </div>
        <div>
          <SectionCard title={t('answer')}>
            <p>
              <DueChip referral={referral} />
            </p>
            <p className="hint">
              {t('receivedOn')} <DateText value={referral.receivedOn} />, {t('dueBy')} <DateText value={referral.answerDueOn} />
            </p>
            <AnswerNotice referral={referral} />
            {referral.readingId && referral.readingOn && (
              <p>
                <ButtonLink look="plain" small icon="calendar" to={`/beneficiaries/readings/${referral.readingId}`}>
                  {t('readingOf')} <DateText value={referral.readingOn} short />
                </ButtonLink>
              </p>
            )}
          </SectionCard>
          <SectionCard title={t('story.title')}>
            <Timeline
              entries={referral.story.map((event) => ({
                key: event.id,
                title: t(`story.${event.kind}`),
                when: <RelativeDate value={event.at} />,
                by: event.bySystem ? t('story.system') : event.by,
                text: (event.note || event.listPosition) && (
                  <>
                    {event.note && <span className="pre-line">{event.note}</span>}
                    {event.listPosition && <div className="muted">{t('story.place', { position: event.listPosition, points: event.listPoints ?? 0 })}</div>}
                  </>
                ),
              }))}
            />
          </SectionCard>
        </div>
      </div>
      {dialog === 'agenda' && <AgendaDialog referralId={referral.id} onClose={close} />}
      {dialog === 'decide' && referral.readingId && <DecisionDialog readingId={referral.readingId} referralId={referral.id} onClose={close} />}
      {dialog === 'take' && <TakeFromListDialog referral={referral} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog referral={referral} onClose={close} />}
    </Page>
  );
}

/** Whether the body knows, or will know, that there is an answer: where it does not, somebody has to call. */
function AnswerNotice({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const email = referral.referral.referrer?.email;
  const told = referral.bodyTold;
  if (told)
    return (
      <p className={told.state === 'sent' || told.state === 'leaving' ? 'hint' : undefined}>
        {t(`told.${told.state}`, { email: email ?? '' })}
      </p>
    );
  if (referral.state !== 'received' && referral.state !== 'inReading') return null;
  return <p className="hint">{email ? t('told.willBe', { email }) : t('told.noAddress')}</p>;
}

function NextStep({ referral, canRead, onDialog }: { referral: Referral; canRead: boolean; onDialog: (dialog: OpenDialog) => void }) {
  const { t } = useTranslation('referrals');
  if (referral.state === 'takenOn' && referral.beneficiaryId)
    return (
      <ButtonLink look="fill" icon="folder" to={`/beneficiaries/${referral.beneficiaryId}`}>
        {t('openPerson')}
      </ButtonLink>
    );
  if (referral.informationAsked && referral.canChange)
    return (
      <ButtonLink look="fill" icon="pencil" to={`/beneficiaries/referrals/${referral.id}/edit`}>
        {t('complete')}
      </ButtonLink>
    );
  if (referral.state === 'received' && referral.canDecide)
    return (
      <Button look="fill" icon="calendar" onClick={() => onDialog('agenda')}>
        {t('agenda.action')}
      </Button>
    );
  if (canRead)
    return (
      <Button look="fill" icon="check" onClick={() => onDialog('decide')}>
        {t('decide.action')}
      </Button>
    );
  if (referral.state === 'inReading' && referral.readingId)
    return (
      <ButtonLink look="fill" icon="calendar" to={`/beneficiaries/readings/${referral.readingId}`}>
        {t('openReading')}
      </ButtonLink>
    );
  if (referral.state === 'waitingList' && referral.canDecide)
    return (
      <Button look="fill" icon="folder" onClick={() => onDialog('take')}>
        {t('take.action')}
      </Button>
    );
  return null;
}
