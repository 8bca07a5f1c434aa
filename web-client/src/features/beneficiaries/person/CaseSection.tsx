import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/states';
import { SectionCard } from '../../../components/SectionCard';
import { DateText, KeyValue, Period, RelativeDate } from '../../../components/values';
import type { Case } from '../api/case';
import type { Person } from '../api/person';

/** The span of taking charge that counts now, and the earlier ones. */
export function CaseSection({ person, current }: { person: Person; current: Case | undefined }) {
  const { t } = useTranslation('beneficiaries');
  const earlier = person.cases.filter((one) => one.id !== current?.id && one.closedOn);
  if (person.cases.length === 0) {
    return (
      <SectionCard title={t('case.title')}>
        <EmptyState icon="folder" title={t('case.none')} text={t('case.noneText')} />
      </SectionCard>
    );
  }
  return (
    <SectionCard title={t('case.title')} note={current?.restricted ? t('restrictedLong') : undefined}>
      {current && (
        <KeyValue
          items={[
            { label: t('case.openedOn'), value: <DateText value={current.openedOn} /> },
            current.sight === 'full' && { label: t('case.referringBody'), value: current.referringBodyName },
            !!current.reason && { label: t('case.reason'), value: t(`reason.${current.reason}`) },
            { label: t('manager'), value: current.managerName },
            !!current.programme && { label: t('case.programme'), value: current.programme },
            !current.closedOn && { label: t('lastContact'), value: current.lastContactOn ? <RelativeDate value={current.lastContactOn} /> : t('neverHeard') },
            !!current.noShows && { label: t('appointments.missed'), value: <a href="#appointments">{t('appointments.noShows', { count: Number(current.noShows) })}</a> },
            // The équipe reads how the case ended in its own section, with all that is known of it.
            current.sight !== 'full' && !!current.closedOn && { label: t('case.closedOn'), value: <DateText value={current.closedOn} /> },
            current.sight !== 'full' && !!current.outcome && { label: t('case.outcome'), value: t(`outcome.${current.outcome}`) },
          ]}
        />
      )}
      {earlier.length > 0 && (
        <>
          <h3>{t('case.earlier')}</h3>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <Period from={one.openedOn} to={one.closedOn} />
                {one.outcome && ` · ${t(`outcome.${one.outcome}`)}`}
                {one.managerName && ` · ${one.managerName}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </SectionCard>
  );
}
