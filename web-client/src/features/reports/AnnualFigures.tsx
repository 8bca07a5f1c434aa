import { useTranslation } from 'react-i18next';
import { number } from '../../lib/format';
import type { AnnualReport } from './api/get-annual-report';

/** The numbers of the year, each with its words; grouped as the service is. */
export function AnnualFigures({ report }: { report: AnnualReport }) {
  const { t } = useTranslation('reports');
  const told = (count: number | null | undefined) => (count === null || count === undefined ? t('notTold') : number(count));
  const groups = [
    {
      title: t('group.internships'),
      figures: [
        { value: told(report.internshipsActivated), words: t('figure.internships', { count: report.internshipsActivated ?? 2 }) },
        { value: told(report.internshipsForWomen), words: t('figure.women') },
        { value: told(report.internshipsFromAddictionServices), words: t('figure.addiction') },
      ],
    },
    {
      title: t('group.network'),
      figures: [
        { value: number(report.bodiesInvolved), words: t('figure.bodies', { count: report.bodiesInvolved }) },
        { value: number(report.companiesInBank), words: t('figure.companies', { count: report.companiesInBank, year: report.year }) },
      ],
    },
    {
      title: t('group.training'),
      figures: [
        { value: number(report.courses), words: t('figure.courses', { count: report.courses }) },
        { value: number(report.trainingHours, 1), words: t('figure.hours', { count: report.trainingHours }) },
        { value: told(report.trainingParticipants), words: t('figure.participants', { count: report.trainingParticipants ?? 2 }) },
        { value: told(report.hiredAfterTraining), words: t('figure.hired', { count: report.hiredAfterTraining ?? 2 }) },
      ],
    },
    report.lastBulletinNumber !== null && {
      title: t('group.bulletin'),
      figures: [
        { value: number(report.lastBulletinNumber), words: t('figure.bulletin') },
        { value: number(report.bulletinAddresses), words: t('figure.addresses', { count: report.bulletinAddresses }) },
      ],
    },
  ];
  return (
    <section className="card0 padded figures" aria-label={t('figures')}>
      {groups.map(
        (group) =>
          group && (
            <div key={group.title} className="figure-group">
              <h2>{group.title}</h2>
              <dl>
                {group.figures.map((figure) => (
                  <div key={figure.words}>
                    <dt>{figure.words}</dt>
                    <dd>{figure.value}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ),
      )}
    </section>
  );
}
