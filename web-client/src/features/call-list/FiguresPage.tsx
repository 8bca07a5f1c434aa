import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { monthName, number, today } from '../../lib/format';
import { Bars } from './Bars';
import { useFigures } from './api/figures';

interface Figure {
  value: number;
  words: string;
  to?: string;
  late?: boolean;
}

/** How alive the bank is: each number leads to the companies behind it. */
export function FiguresPage() {
  const { t } = useTranslation('call-list');
  const query = useFigures();
  const seesInternships = useRight('internships:read');
  return (
    <Page title={t('figures.title')} subtitle={monthName(today())}>
      <Loaded query={query} lines={8}>
        {(figures) => {
          const numbers: Figure[] = [
            { value: figures.reachedThisMonth, words: t('figures.reached'), to: '/companies/calls?reason=reachedThisMonth' },
            { value: figures.availabilityFresh, words: t('figures.fresh'), to: '/companies?hasAvailability=true' },
            { value: figures.placesOffered, words: t('figures.offered'), to: '/companies?hasAvailability=true' },
            { value: figures.placesFree, words: t('figures.free'), to: '/companies?hasAvailability=true' },
            ...(figures.openReferrals === null ? [] : [{ value: figures.openReferrals, words: t('figures.referrals'), to: '/companies/referrals' }]),
            { value: figures.placesUsed, words: t('figures.used'), to: seesInternships ? '/internships?state=active' : undefined },
            { value: figures.availabilityToVerify, words: t('figures.toVerify'), to: '/companies?staleAvailability=true' },
            { value: figures.overdue, words: t('figures.overdue'), to: '/companies/calls?reason=overdue', late: true },
            { value: figures.unreached, words: t('figures.unreached'), to: '/companies/calls?reason=unreached' },
            { value: figures.neverCalled, words: t('figures.neverCalled'), to: '/companies/calls?reason=neverCalled' },
            { value: figures.companies, words: t('figures.companies'), to: '/companies' },
          ];
          return (
            <>
              <div className="count">
                {numbers.map((one) =>
                  one.to ? (
                    <Link key={one.words} to={one.to} className={one.late && one.value > 0 ? 'late' : undefined}>
                      <b>{number(one.value)}</b>
                      <span>{one.words}</span>
                    </Link>
                  ) : (
                    <div key={one.words}>
                      <b>{number(one.value)}</b>
                      <span>{one.words}</span>
                    </div>
                  ),
                )}
              </div>
              <SectionCard title={t('figures.contacts')}>
                {figures.contactsThisMonth.length === 0 ? (
                  <EmptyState icon="telephone" title={t('figures.noContacts')} />
                ) : (
                  <Bars
                    caption={t('figures.contacts')}
                    what={t('how')}
                    unit={t('figures.contactsUnit')}
                    rows={figures.contactsThisMonth.map((row) => ({ key: row.outcome, label: t(`outcome.${row.outcome}`), count: row.contacts }))}
                  />
                )}
              </SectionCard>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
