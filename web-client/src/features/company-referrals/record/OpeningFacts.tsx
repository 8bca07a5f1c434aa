import { useTranslation } from 'react-i18next';
import { DateText, Period, KeyValue, RelativeDate } from '../../../components/values';
import { SlotsText } from '../../../components/WeekSlots';
import type { Opening } from '../api/referrals';

/** What the place is, and what its duty asks. */
export function OpeningFacts({ opening }: { opening: Opening['availability'] }) {
  const { t } = useTranslation('company-referrals');
  const asked = (value: boolean | null | undefined) => value !== null && value !== undefined && t(value ? 'yes' : 'no');
  return (
    <KeyValue
      items={[
        { label: t('opening.context'), value: t(`context.${opening.context}`) },
        { label: t('opening.hours'), value: opening.weeklyHours && t('hours', { count: opening.weeklyHours }) },
        { label: t('opening.slots'), value: opening.slots.length > 0 ? <SlotsText slots={opening.slots} /> : null },
        { label: t('opening.skills'), value: opening.skills },
        { label: t('opening.licence'), value: asked(opening.drivingLicence) },
        { label: t('opening.shifts'), value: asked(opening.shifts) },
        { label: t('opening.effort'), value: opening.physicalEffort && t(`effort.${opening.physicalEffort}`) },
        { label: t('opening.interruptions'), value: opening.interruptions && t(`interruptions.${opening.interruptions}`) },
        { label: t('opening.constraintNote'), value: opening.constraintNote },
        { label: t('opening.trend'), value: t(`trend.${opening.trend}`) },
        {
          label: t('opening.period'),
          value: opening.to ? <Period from={opening.from} to={opening.to} /> : <DateText value={opening.from} short />,
        },
        { label: t('opening.verified'), value: <RelativeDate value={opening.verifiedOn} /> },
      ].map((item) => (item.value === false ? { ...item, value: null } : item))}
    />
  );
}
