import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { DateText } from '../../../components/values';
import { longDate, today } from '../../../lib/format';
import { useReading, type Reading } from '../api/readings';
import { DecisionDialog } from '../record/DecisionDialog';
import { AddReferralsDialog } from './AddReferralsDialog';
import { Agenda } from './Agenda';
import { CloseReadingDialog } from './CloseReadingDialog';
import { ReadingChip } from './ReadingsPage';

export function ReadingPage() {
  const { t } = useTranslation('referrals');
  const { id = '' } = useParams();
  const query = useReading(id);
  if (query.data) return <ReadingRecord key={id} reading={query.data} />;
  return (
    <Page title={t('readings.one')} back={{ to: '/beneficiaries/readings', label: t('readings.nav') }}>
      <Loaded query={query} lines={8}>
        {() => null}
      </Loaded>
    </Page>
  );
}

type OpenDialog = 'add' | 'close' | { decide: string } | null;

function ReadingRecord({ reading }: { reading: Reading }) {
  const { t } = useTranslation('referrals');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = useCallback(() => setDialog(null), []);
  const undecided = reading.agenda.filter((item) => !item.decision);
  const held = reading.heldOn <= today();
  const step = !reading.canOrganise ? null : reading.agenda.length === 0 || (!held && undecided.length === 0) ? 'add' : !held ? 'add' : undecided.length > 0 ? 'decide' : 'close';
  const menu = reading.canOrganise
    ? [
        ...(step === 'add' ? [] : [{ label: t('readings.add'), icon: 'plus' as const, onSelect: () => setDialog('add') }]),
        { label: t('readings.edit'), icon: 'pencil' as const, to: `/beneficiaries/readings/${reading.id}/edit` },
      ]
    : [];
  return (
    <Page
      title={t('readings.title', { day: longDate(reading.heldOn) })}
      back={{ to: '/beneficiaries/readings', label: t('readings.nav') }}
      status={<ReadingChip state={reading.state} heldOn={reading.heldOn} />}
      subtitle={[reading.startsAt, reading.place].filter(Boolean).join(' · ')}
      actions={
        <>
          {step === 'add' && (
            <Button look="fill" icon="plus" onClick={() => setDialog('add')}>
              {t('readings.add')}
            </Button>
          )}
          {step === 'decide' && (
            <Button look="fill" icon="check" onClick={() => setDialog({ decide: undecided[0]!.referralId })}>
              {t('readings.decideNext')}
            </Button>
          )}
          {step === 'close' && (
            <Button look="fill" icon="locked" onClick={() => setDialog('close')}>
              {t('readings.close')}
            </Button>
          )}
          {menu.length > 0 && <Menu label={t('otherActions')} items={menu} />}
        </>
      }
    >
      <div className="with-side">
        <div>
          <Agenda reading={reading} canDecide={reading.canOrganise && held} onDecide={(referralId) => setDialog({ decide: referralId })} />
          {reading.state === 'closed' && (
            <SectionCard title={t('readings.minutes')}>
              <p className="pre-line">{reading.minutes ?? t(reading.canOrganise ? 'readings.noMinutes' : 'readings.minutesHidden')}</p>
              <p className="hint">
                {t('readings.closedBy', { name: reading.closedBy ?? '' })} <DateText value={reading.closedAt} />
              </p>
            </SectionCard>
          )}
        </div>
        <SectionCard title={t('readings.team')}>
          <ul className="rows">
            {reading.members.map((member) => (
              <li key={member.id}>
                <div>
                  <b>{member.name ?? t('readings.unknown')}</b>
                  {member.bodyName && <div className="hint">{member.bodyName}</div>}
                </div>
                {member.present !== null && member.present !== undefined && <StatusChip tone={member.present ? 'ok' : 'neutral'}>{t(member.present ? 'readings.present' : 'readings.absent')}</StatusChip>}
              </li>
            ))}
          </ul>
        </SectionCard>
      </div>
      {dialog === 'add' && <AddReferralsDialog readingId={reading.id} onClose={close} />}
      {dialog === 'close' && <CloseReadingDialog reading={reading} onClose={close} />}
      {dialog && typeof dialog === 'object' && <DecisionDialog key={dialog.decide} readingId={reading.id} referralId={dialog.decide} onClose={close} />}
    </Page>
  );
}
