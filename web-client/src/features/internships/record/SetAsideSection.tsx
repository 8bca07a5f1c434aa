import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { Timeline } from '../../../components/parts';
import { dateTime, longDate } from '../../../lib/format';
import type { Internship } from '../api/internships';

/** Which rules were set aside for this internship, by whom and why: for its start, and for each extension. */
export function SetAsideSection({ internship }: { internship: Internship }) {
  const { t } = useTranslation('internships');
  if (internship.setAside.length === 0) return null;
  const occasionOf = ({ forExtension, extendedTo }: Internship['setAside'][number]) =>
    !forExtension ? t('setAside.forStart') : extendedTo ? t('setAside.forExtensionTo', { on: longDate(extendedTo) }) : t('setAside.forExtension');
  return (
    <SectionCard title={t('setAside.section')}>
      <Timeline
        entries={internship.setAside.map((one) => ({
          key: `${one.code} ${one.at}`,
          title: [t(`ruleName.${one.code}`), occasionOf(one), one.withdrawnAt && t('setAside.withdrawn')].filter(Boolean).join(' · '),
          when: dateTime(one.at),
          by: one.by,
          text: one.reason,
        }))}
      />
    </SectionCard>
  );
}
