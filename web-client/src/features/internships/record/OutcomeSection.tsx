import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { DateText, KeyValue } from '../../../components/values';
import type { Internship } from '../api/internships';

export function OutcomeSection({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  return (
    <SectionCard title={internship.state === 'cancelled' ? t('cancel.done') : t('step.end')}>
      <KeyValue
        items={[
          !!internship.outcome && { label: t('end.outcome'), value: t(`outcome.${internship.outcome}`) },
          !!internship.endedOn && { label: t('end.endedOn'), value: <DateText value={internship.endedOn} /> },
          !!internship.contract && { label: t('end.contract'), value: t(`contract.${internship.contract}`) },
          !!internship.hiredOn && { label: t('end.hiredOn'), value: <DateText value={internship.hiredOn} /> },
          !!internship.cause && { label: t('causeLabel'), value: t(`cause.${internship.cause}`) },
          !!internship.reason && { label: t('reason'), value: internship.reason },
        ]}
      />
    </SectionCard>
  );
}
