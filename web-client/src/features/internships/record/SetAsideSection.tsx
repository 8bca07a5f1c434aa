import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { Timeline } from '../../../components/parts';
import { dateTime } from '../../../lib/format';
import type { Internship } from '../api/internships';

/** Which rules were set aside for this internship, by whom and why. */
export function SetAsideSection({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  if (internship.setAside.length === 0) return null;
  return (
    <SectionCard title={t('setAside.section')}>
      <Timeline
        entries={internship.setAside.map((one) => ({
          key: `${one.code} ${one.at}`,
          title: t(`ruleName.${one.code}`) + (one.withdrawnAt ? ` · ${t('setAside.withdrawn')}` : ''),
          when: dateTime(one.at),
          by: one.by,
          text: one.reason,
        }))}
      />
    </SectionCard>
  );
}
