import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../components/sectors';
import { DateText, KeyValue } from '../../../components/values';
import { SlotsText } from '../../../components/WeekSlots';
import type { Need } from '../api/needs';

/** What is looked for: only what was said is listed. */
export function NeedFacts({ need }: { need: Need }) {
  const { t } = useTranslation('company-referrals');
  const sectors = useSectors();
  return (
    <KeyValue
      items={[
        { label: t('needs.sectors'), value: need.sectors.length > 0 ? need.sectors.map(sectors.name).join(', ') : t('needs.anySector') },
        { label: t('needs.area'), value: t('needs.within', { place: need.municipalityName ?? '', count: need.maxKm }) },
        !!need.context && { label: t('opening.context'), value: t(`context.${need.context}`) },
        !!need.weeklyHours && { label: t('opening.hours'), value: t('needs.upTo', { count: need.weeklyHours }) },
        need.slots.length > 0 && { label: t('opening.slots'), value: <SlotsText slots={need.slots} /> },
        !!need.from && { label: t('needs.from'), value: <DateText value={need.from} /> },
        need.hasLicence !== null && need.hasLicence !== undefined && { label: t('needs.licence'), value: t(need.hasLicence ? 'yes' : 'no') },
        need.canDoShifts !== null && need.canDoShifts !== undefined && { label: t('needs.shifts'), value: t(need.canDoShifts ? 'yes' : 'no') },
        !!need.mostEffort && { label: t('needs.effort'), value: t(`effort.${need.mostEffort}`) },
        need.needsInterruptions === true && { label: t('needs.interruptions'), value: t('yes') },
        !!need.note && { label: t('needs.note'), value: <span className="pre-line">{need.note}</span> },
      ]}
    />
  );
}
