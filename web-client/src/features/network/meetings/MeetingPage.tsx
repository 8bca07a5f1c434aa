import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { daysFromToday, longDate } from '../../../lib/format';
import { approveMinutes, cancelMeeting, useMeeting, type Meeting } from '../api/meetings';
import { useChange } from '../api/network';
import { DecisionsCard } from './DecisionsCard';
import { MeetingChip } from './MeetingChip';
import { MinutesCard } from './MinutesCard';
import { NotesCard } from './NotesCard';

export function MeetingPage() {
  const { t } = useTranslation('network');
  const { tableId = '', meetingId = '' } = useParams();
  const query = useMeeting(tableId, meetingId);
  const mayWrite = useRight('partner-bodies:write');
  const [writing, setWriting] = useState(false);
  const meeting = query.data;
  const back = { to: `/partner-bodies/tables/${tableId}`, label: meeting?.tableName ?? t('tables.one') };
  return (
    <Page
      title={meeting ? t('meetings.of', { day: longDate(meeting.day) }) : t('meetings.one')}
      back={back}
      status={meeting && <MeetingChip state={meeting.state} />}
      subtitle={meeting && [meeting.tableName, meeting.endsAt ? t('fromTo', { from: meeting.startsAt, to: meeting.endsAt }) : t('at', { from: meeting.startsAt }), meeting.place].join(' · ')}
      actions={meeting && <Actions meeting={meeting} mayWrite={mayWrite} writing={writing} onWrite={() => setWriting(true)} />}
    >
      <Loaded query={query} lines={10}>
        {(loaded) => (
          <>
            {loaded.isRecordedAfterwards && loaded.state !== 'cancelled' && <Notice tone="warn">{t('meetings.afterwardsText')}</Notice>}
            <SectionCard title={t('meetings.agenda')}>
              {loaded.agenda.length === 0 ? (
                <EmptyState icon="list" title={t('meetings.noAgenda')} />
              ) : (
                <ol>
                  {loaded.agenda.map((point, index) => (
                    <li key={index}>{point}</li>
                  ))}
                </ol>
              )}
            </SectionCard>
            <MinutesCard meeting={loaded} mayWrite={mayWrite} writing={writing} onWriting={setWriting} />
            <DecisionsCard meeting={loaded} mayWrite={mayWrite} />
            {loaded.state === 'approved' && <NotesCard meeting={loaded} mayWrite={mayWrite} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ meeting, mayWrite, writing, onWrite }: { meeting: Meeting; mayWrite: boolean; writing: boolean; onWrite: () => void }) {
  const { t } = useTranslation('network');
  const navigate = useNavigate();
  const toast = useToast();
  const confirm = useConfirm();
  const approve = useChange(() => approveMinutes(meeting));
  const cancel = useChange(() => cancelMeeting(meeting.tableId, meeting.id));
  const askApprove = async () => {
    const yes = await confirm({ title: t('minutes.approveTitle'), text: t('minutes.approveText'), action: t('minutes.approve') });
    if (yes) toast.after(approve.mutateAsync(), t('minutes.approved'));
  };
  const askCancel = async () => {
    const yes = await confirm({ title: t('meetings.cancelTitle', { day: longDate(meeting.day) }), text: t('meetings.cancelText'), action: t('meetings.cancel'), danger: true });
    if (yes) toast.after(cancel.mutateAsync(), t('meetings.cancelled'));
  };
  const open = mayWrite && meeting.state !== 'approved' && meeting.state !== 'cancelled';
  const print = { label: t('print'), icon: 'print' as const, onSelect: () => window.print() };
  return (
    <>
      {open && meeting.state === 'awaitingApproval' && !writing && (
        <Button look="fill" icon="check" busy={approve.isPending} onClick={() => void askApprove()}>
          {t('minutes.approve')}
        </Button>
      )}
      {open && meeting.state === 'awaitingMinutes' && daysFromToday(meeting.day) <= 0 && !writing && (
        <Button look="fill" icon="pencil" onClick={onWrite}>
          {t('minutes.write')}
        </Button>
      )}
      {open ? (
        <Menu
          label={t('more')}
          items={[
            print,
            { label: t('meetings.edit'), icon: 'pencil', onSelect: () => void navigate('edit') },
            { label: t('meetings.cancel'), icon: 'close', danger: true, onSelect: () => void askCancel() },
          ]}
        />
      ) : (
        <Button icon="print" onClick={print.onSelect}>
          {t('print')}
        </Button>
      )}
    </>
  );
}
