import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip } from '../../../components/StatusChip';
import { DateText, KeyValue } from '../../../components/values';
import { daysFromToday, longDate } from '../../../lib/format';
import type { Internship } from '../api/internships';

interface Props {
  internship: Internship;
  mayWrite: boolean;
  onCommunicate: () => void;
}

export function OutcomeSection({ internship, mayWrite, onCommunicate, onCorrect }: Props & { onCorrect: () => void }) {
  const { t } = useTranslation('internships');
  return (
    <SectionCard
      title={internship.state === 'cancelled' ? t('cancel.done') : t('step.end')}
      actions={
        mayWrite && internship.state !== 'cancelled' && (
          <Button look="plain" small icon="pencil" onClick={onCorrect}>
            {t('end.correct')}
          </Button>
        )
      }
    >
      <KeyValue
        items={[
          !!internship.outcome && { label: t('end.outcome'), value: t(`outcome.${internship.outcome}`) },
          !!internship.endedOn && { label: t('end.endedOn'), value: <DateText value={internship.endedOn} /> },
          !!internship.contract && { label: t('end.contract'), value: t(`contract.${internship.contract}`) },
          !!internship.hiredOn && { label: t('end.hiredOn'), value: <DateText value={internship.hiredOn} /> },
          !!internship.cause && { label: t('causeLabel'), value: t(`cause.${internship.cause}`) },
          !!internship.cessation && { label: t('cessation.label'), value: <Cessation internship={internship} mayWrite={mayWrite} onCommunicate={onCommunicate} /> },
          !!internship.reason && { label: t('reason'), value: internship.reason },
        ]}
      />
    </SectionCard>
  );
}

/** The communication of an end before its day: by when, or its receipt, which can be corrected. */
function Cessation({ internship, mayWrite, onCommunicate }: Props) {
  const { t } = useTranslation('internships');
  const { protocol, sentOn, dueOn } = internship.cessation!;
  return (
    <>
      {protocol ? (
        t('documents.sent', { protocol, on: longDate(sentOn!) })
      ) : (
        <StatusChip tone={daysFromToday(dueOn) < 0 ? 'late' : 'warn'}>{t('documents.dueBy', { on: longDate(dueOn) })}</StatusChip>
      )}{' '}
      {mayWrite && (
        <>
          <Button look="plain" small onClick={onCommunicate}>
            {protocol ? t('documents.edit') : t('documents.communicationAction')}
          </Button>{' '}
          <ButtonLink look="plain" small icon="copy" to={`/internships/${internship.id}/communication?of=cessation`}>
            {t('sheet.title')}
          </ButtonLink>
        </>
      )}
    </>
  );
}
