import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { EmptyState, Loaded } from '../../../components/states';
import { DateText } from '../../../components/values';
import { useInternshipsOf } from '../api/other-modules';

const tones: Record<string, Tone> = { proposed: 'blue', active: 'ok', ended: 'neutral', endedEarly: 'neutral', cancelled: 'neutral' };

export function InternshipsSection({ caseId, open }: { caseId: string; open: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const query = useInternshipsOf(caseId);
  return (
    <SectionCard title={t('internships.title')}>
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="inbox" title={t('internships.none')} text={open ? t('internships.noneText') : undefined} />
          ) : (
            <ul className="rows">
              {items.map((internship) => (
                <li key={internship.id}>
                  <div>
                    <Link className="lnk" to={`/internships/${internship.id}`}>
                      {internship.companyName}
                    </Link>{' '}
                    <StatusChip tone={tones[internship.state]}>{t(`internshipState.${internship.state}`)}</StatusChip>
                    <div className="hint">
                      {t('from')} <DateText value={internship.startsOn} /> {t('to')} <DateText value={internship.endedOn ?? internship.endsOn} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}
