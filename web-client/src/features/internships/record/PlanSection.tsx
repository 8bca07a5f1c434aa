import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { KeyValue, Money } from '../../../components/values';
import { longDate } from '../../../lib/format';
import { useAllowance } from '../api/allowance';
import type { Internship } from '../api/internships';
import { aWeek, hoursText } from '../week-hours';

export function PlanSection({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  const { t: common } = useTranslation('common');
  const { safety } = internship;
  const unsaid = [
    !safety.risk && t('safety.risk'),
    safety.generalHours === null && t('safety.general'),
    safety.specificHours === null && t('safety.specific'),
    !safety.on && t('safety.on'),
    !safety.by && t('safety.by'),
  ].flatMap((name) => (name ? [name.toLowerCase()] : []));
  const { data: paying } = useAllowance(internship.id);
  return (
    <SectionCard title={t('plan')}>
      <KeyValue
        items={[
          { label: t('kindLabel'), value: `${t(`kind.${internship.kind}`)} · ${t(`modulation.${internship.modulation}`)}` },
          { label: t('dates'), value: `${longDate(internship.startsOn)} – ${longDate(internship.endsOn)}` },
          { label: t('weeklyHours'), value: aWeek(internship.weeklyHours, t) + (internship.seasonal ? ` · ${t('seasonal')}` : '') },
          internship.hours.length > 0 && { label: t('hoursField.label'), value: hoursText(internship.hours, (key) => common(key)) },
          { label: t('allowance'), value: <><Money cents={internship.allowanceCents} />{internship.mealsProvided && ` · ${t('mealsProvided')}`}</> },
          { label: t('hostTutor'), value: internship.hostTutor },
          !!internship.caseManager && { label: t('caseManager'), value: internship.caseManager },
          !!internship.hostWork && {
            label: t('hostWork.short'),
            value: internship.hostWork === 'ended' && internship.hostWorkEndedOn ? t('hostWork.until', { on: longDate(internship.hostWorkEndedOn) }) : t(`hostWork.is.${internship.hostWork}`),
          },
          { label: t('promoterTutor'), value: internship.promoterTutorName },
          { label: t('company'), value: [internship.companyName, internship.companyMunicipality, internship.region].filter(Boolean).join(', ') },
          !!internship.workplace && { label: t('workplace'), value: internship.workplace },
          { label: t('hostTypeLabel'), value: t(`hostType.${internship.hostType}`) },
          { label: t('programme'), value: internship.programme || paying?.programmeName },
          { label: t('duties'), value: <span className="pre-line">{internship.duties}</span> },
          { label: t('objectives'), value: <span className="pre-line">{internship.objectives}</span> },
          {
            label: t('safety.title'),
            value: unsaid.length === 0 ? t('safety.said', { risk: t(`safety.risks.${safety.risk!}`).toLowerCase(), general: safety.generalHours, specific: safety.specificHours, on: longDate(safety.on!), by: safety.by }) : unsaid.length < 5 ? t('safety.incomplete', { missing: unsaid.join(', ') }) : t('safety.unsaid'),
          },
        ]}
      />
    </SectionCard>
  );
}
