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
  const bySector = report.internshipsBySector.map((one) => ({ key: one.sector, label: sectors.name(one.sector), count: one.count }));
  const of = (part: number, total: number, partLabel: string, restLabel: string): ChartRow[] => [
    { key: 'part', label: partLabel, count: part },
    { key: 'rest', label: restLabel, count: total - part },
  ];
  const women = of(report.internshipsForWomen, report.internshipsActivated, t('chart.women'), t('chart.notWomen'));
  const addiction = of(report.internshipsFromAddictionServices, report.internshipsActivated, t('chart.addiction'), t('chart.notAddiction'));
  const guaranteed = of(report.coursesWithGuaranteedJob, report.courses, t('chart.guaranteed'), t('chart.notGuaranteed'));
  const hired = of(report.hiredAfterTraining, report.trainingParticipants, t('chart.hired'), t('chart.notHired'));
  return (
    <div className="charts">
      {report.internshipsActivated > 0 && (
        <>
          <ChartCard finding={sectorFinding(report, t)} what={t('chart.sector')} unit={t('chart.internships')} rows={bySector}>
            <BarsChart rows={bySector} axis={t('chart.internshipsActivated')} />
          </ChartCard>
          <div className="columns">
            <ChartCard finding={womenFinding(report, t)} what={t('chart.who')} unit={t('chart.internships')} rows={women}>
              <ShareChart rows={women} axis={t('chart.internshipsActivated')} />
            </ChartCard>
            <ChartCard finding={addictionFinding(report, t)} what={t('chart.who')} unit={t('chart.internships')} rows={addiction}>
              <ShareChart rows={addiction} axis={t('chart.internshipsActivated')} />
            </ChartCard>
          </div>
        </>
      )}
      {report.courses > 0 && (
        <div className="columns">
          <ChartCard finding={guaranteedJobFinding(report, t)} what={t('chart.courseKind')} unit={t('chart.courses')} rows={guaranteed}>
            <ShareChart rows={guaranteed} axis={t('chart.coursesHeld')} />
          </ChartCard>
          {report.trainingParticipants > 0 && (
            <ChartCard finding={hiredFinding(report, t)} what={t('chart.after')} unit={t('chart.participants')} rows={hired}>
              <ShareChart rows={hired} axis={t('chart.participantsOfYear')} />
            </ChartCard>
          )}
        </div>
      )}
    </div>
  );
}
