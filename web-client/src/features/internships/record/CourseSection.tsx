import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { longDate } from '../../../lib/format';
import { useRefresh, withdrawAmendment, withdrawExtension, withdrawSuspension, type Internship } from '../api/internships';
import { hoursText, weeklyText } from '../week-hours';
import { ExtensionCommunicationDialog, ResumeDialog } from './CourseDialogs';

type Suspension = Internship['suspensions'][number];
type Extension = Internship['extensions'][number];
type Amendment = Internship['amendments'][number];

/** What happened on the way: rests, longer ends and changes, each with what stood before. */
export function CourseSection({ internship, mayWrite, mayCommunicate }: { internship: Internship; mayWrite: boolean; mayCommunicate: boolean }) {
  const { t } = useTranslation('internships');
  const [resuming, setResuming] = useState<Suspension | null>(null);
  const [communicating, setCommunicating] = useState<Extension | null>(null);
  const { suspensions, extensions, amendments } = internship;
  if (suspensions.length + extensions.length + amendments.length === 0) return null;
  return (
    <SectionCard title={t('course.title')} note={internship.suspendedDays > 0 && t('suspension.movedInAll', { count: internship.suspendedDays })}>
      <ul className="rows">
        {suspensions.map((one) => (
          <SuspensionRow key={one.id} internship={internship} one={one} mayWrite={mayWrite} onResume={() => setResuming(one)} />
        ))}
        {extensions.map((one) => (
          <ExtensionRow key={one.id} internship={internship} one={one} mayWrite={mayWrite} onCommunicate={mayCommunicate && one.isToCommunicate ? () => setCommunicating(one) : undefined} />
        ))}
        {amendments.map((one) => (
          <AmendmentRow key={one.id} internship={internship} one={one} mayWrite={mayWrite} />
        ))}
      </ul>
      {resuming && <ResumeDialog internship={internship} suspension={resuming} onClose={() => setResuming(null)} />}
      {communicating && <ExtensionCommunicationDialog internship={internship} extension={communicating} onClose={() => setCommunicating(null)} />}
    </SectionCard>
  );
}

function SuspensionRow({ internship, one, mayWrite, onResume }: { internship: Internship; one: Suspension; mayWrite: boolean; onResume: () => void }) {
  const { t } = useTranslation('internships');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  const withdraw = async () => {
    if (!(await confirm({ title: t('suspension.withdrawTitle'), text: t('suspension.withdrawText'), action: t('suspension.withdraw'), danger: true }))) return;
    toast.after(withdrawSuspension(internship.id, one.id, internship.version).then(refresh), t('suspension.withdrawn'));
  };
  return (
    <li className="row0">
      <div className="row0-main">
        <b>
          {t('suspension.one', { reason: t(`suspension.reason.${one.reason}`) })}: {one.toOn ? t('conventions.fromTo', { from: longDate(one.fromOn), to: longDate(one.toOn) }) : t('rules.from', { from: longDate(one.fromOn) })}
        </b>{' '}
        {!one.toOn && <StatusChip tone="warn">{t('suspension.open')}</StatusChip>}
        <div className="muted">{one.movedDays > 0 ? t('suspension.moved', { count: one.movedDays }) : t('suspension.notMoved')}</div>
        {one.note && <div className="muted">{one.note}</div>}
      </div>
      {mayWrite && (
        <div className="row-actions">
          <Button look="plain" small onClick={onResume}>
            {one.toOn ? t('suspension.changeEnd') : t('suspension.resume')}
          </Button>
          <Button look="plain" small icon="delete" onClick={() => void withdraw()}>
            {t('suspension.withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}

function ExtensionRow({ internship, one, mayWrite, onCommunicate }: { internship: Internship; one: Extension; mayWrite: boolean; onCommunicate?: () => void }) {
  const { t } = useTranslation('internships');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  const withdraw = async () => {
    if (!(await confirm({ title: t('extension.withdrawTitle'), text: t('extension.withdrawText', { on: longDate(one.endedBefore) }), action: t('extension.withdraw'), danger: true }))) return;
    toast.after(withdrawExtension(internship.id, one.id, internship.version).then(refresh), t('extension.withdrawn'));
  };
  return (
    <li className="row0">
      <div className="row0-main">
        <b>{t(one.bySuspension ? 'extension.moved' : 'extension.until', { on: longDate(one.endsOn), before: longDate(one.endedBefore) })}</b>
        <div className="muted">{one.bySuspension ? t('extension.bySuspension') : one.reason}</div>
        <div className="muted">
          {one.communicationProtocol
            ? t('documents.sent', { protocol: one.communicationProtocol, on: longDate(one.communicationSentOn!) })
            : one.isToCommunicate
              ? t('extension.communicationDue', { on: longDate(one.communicationDueOn) })
              : t('extension.notToCommunicate')}
        </div>
      </div>
      {(onCommunicate || (mayWrite && one.mayBeWithdrawn)) && (
        <div className="row-actions">
          {onCommunicate && (
            <Button look="plain" small onClick={onCommunicate}>
              {t('documents.communicationAction')}
            </Button>
          )}
          {mayWrite && one.mayBeWithdrawn && (
            <Button look="plain" small icon="delete" onClick={() => void withdraw()}>
              {t('extension.withdraw')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function AmendmentRow({ internship, one, mayWrite }: { internship: Internship; one: Amendment; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const { t: common } = useTranslation('common');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  const withdraw = async () => {
    if (!(await confirm({ title: t('amendment.withdrawTitle'), text: t('amendment.withdrawText'), action: t('amendment.withdraw'), danger: true }))) return;
    toast.after(withdrawAmendment(internship.id, one.id, internship.version).then(refresh), t('amendment.withdrawn'));
  };
  return (
    <li className="row0">
      <div className="row0-main">
        <b>{t('amendment.from', { on: longDate(one.effectiveOn) })}</b> {one.waits && (internship.state === 'active' ? <StatusChip tone="blue">{t('amendment.waits')}</StatusChip> : <StatusChip>{t('amendment.never')}</StatusChip>)}
        {changesOf(one, (key) => common(key)).map(({ key, before, after }) => (
          <div key={key}>
            {t(key)}: <s>{before ?? t('amendment.none')}</s> → {after ?? t('amendment.none')}
          </div>
        ))}
        <div className="muted">{one.reason}</div>
      </div>
      {mayWrite && one.waits && internship.state === 'active' && (
        <Button look="plain" small icon="delete" onClick={() => void withdraw()}>
          {t('amendment.withdraw')}
        </Button>
      )}
    </li>
  );
}

function changesOf({ before, after }: Amendment, common: (key: string) => string) {
  const lines = [
    { key: 'weeklyHours' as const, before: weeklyText(before.weeklyHours), after: weeklyText(after.weeklyHours) },
    { key: 'hoursField.label' as const, before: hoursText(before.hours, common) || null, after: hoursText(after.hours, common) || null },
    { key: 'workplace' as const, before: before.workplace, after: after.workplace },
    { key: 'hostTutor' as const, before: before.hostTutor, after: after.hostTutor },
    { key: 'caseManager' as const, before: before.caseManager, after: after.caseManager },
    { key: 'promoterTutor' as const, before: before.promoterTutorName, after: after.promoterTutorName },
  ];
  return lines.filter((line) => line.before !== line.after);
}
