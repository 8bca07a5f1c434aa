import { useTranslation } from 'react-i18next';
import { useSectors } from '../../components/sectors';
import { BarsChart, ShareChart } from './charts';
import { ChartCard, type ChartRow } from './ChartCard';
import type { AnnualReport } from './api/get-annual-report';
import { addictionFinding, guaranteedJobFinding, hiredFinding, sectorFinding, womenFinding } from './findings';

/** Each chart is drawn only where there is something to tell. */
export function AnnualCharts({ report }: { report: AnnualReport }) {
  const { t } = useTranslation('reports');
  const sectors = useSectors();
  const { internshipsActivated: all, internshipsForWomen, internshipsFromAddictionServices, trainingParticipants, hiredAfterTraining } = report;
  const told = report.internshipsBySector.flatMap(({ sector, count }) => (count === null ? [] : [{ sector, count }]));
  const bySector = told.map((one) => ({ key: one.sector, label: sectors.name(one.sector), count: one.count }));
  const of = (part: number, total: number, partLabel: string, restLabel: string): ChartRow[] => [
    { key: 'part', label: partLabel, count: part },
    { key: 'rest', label: restLabel, count: total - part },
  ];
  // Whoever is in no part is not drawn among the rest either.
  const counted = all !== null && report.internshipsLeftOut !== null ? all - report.internshipsLeftOut : null;
  const countedAxis = t(report.internshipsLeftOut === 0 ? 'chart.internshipsActivated' : 'chart.internshipsCounted');
  const women = counted !== null && counted > 0 && internshipsForWomen !== null ? { internshipsActivated: counted, internshipsForWomen } : undefined;
  const addiction = counted !== null && counted > 0 && internshipsFromAddictionServices !== null ? { internshipsActivated: counted, internshipsFromAddictionServices } : undefined;
  const hired = trainingParticipants !== null && hiredAfterTraining !== null ? { trainingParticipants, hiredAfterTraining } : undefined;
  const womenRows = women && of(women.internshipsForWomen, women.internshipsActivated, t('chart.women'), t('chart.notWomen'));
  const addictionRows = addiction && of(addiction.internshipsFromAddictionServices, addiction.internshipsActivated, t('chart.addiction'), t('chart.notAddiction'));
  const guaranteed = of(report.coursesWithGuaranteedJob, report.courses, t('chart.guaranteed'), t('chart.notGuaranteed'));
  const hiredRows = hired && of(hired.hiredAfterTraining, hired.trainingParticipants, t('chart.hired'), t('chart.notHired'));
  return (
    <div className="charts">
      {all !== null && all > 0 && (
        <>
          {told.length > 0 && (
            <ChartCard finding={sectorFinding({ internshipsActivated: all, internshipsBySector: told }, t)} what={t('chart.sector')} unit={t('chart.internships')} rows={bySector}>
              <BarsChart rows={bySector} axis={t('chart.internshipsActivated')} />
            </ChartCard>
          )}
          <div className="columns">
            {women && womenRows && (
              <ChartCard finding={womenFinding(women, t)} what={t('chart.who')} unit={t('chart.internships')} rows={womenRows}>
                <ShareChart rows={womenRows} axis={countedAxis} />
              </ChartCard>
            )}
            {addiction && addictionRows && (
              <ChartCard finding={addictionFinding(addiction, t)} what={t('chart.who')} unit={t('chart.internships')} rows={addictionRows}>
                <ShareChart rows={addictionRows} axis={countedAxis} />
              </ChartCard>
            )}
          </div>
        </>
      )}
      {report.courses > 0 && (
        <div className="columns">
          <ChartCard finding={guaranteedJobFinding(report, t)} what={t('chart.courseKind')} unit={t('chart.courses')} rows={guaranteed}>
            <ShareChart rows={guaranteed} axis={t('chart.coursesHeld')} />
          </ChartCard>
          {hired && hiredRows && hired.trainingParticipants > 0 && (
            <ChartCard finding={hiredFinding(hired, t)} what={t('chart.after')} unit={t('chart.participants')} rows={hiredRows}>
              <ShareChart rows={hiredRows} axis={t('chart.participantsOfYear')} />
            </ChartCard>
          )}
        </div>
      )}
    </div>
  );
}
