import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Button } from '../../../components/Button';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { shortDate } from '../../../lib/format';
import { useAssessmentComparison, type Compared, type ComparedRow } from '../api/assessments';
import { environment, finding, onRadar } from './finding';

/** Told apart by line and word as well as by colour. */
const looks = [
  { colour: '#5c6f82', dash: '2 4' },
  { colour: '#0066cc', dash: undefined },
  { colour: '#008055', dash: '8 4' },
  { colour: '#a66300', dash: '12 3 2 3' },
];
const words = { fill: 'var(--muted)', fontSize: 13 };
const shown = 4;

export function ComparisonPage() {
  const { id = '', caseId = '', kind = 'icf' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const query = useAssessmentComparison(caseId, kind === 'skills' ? 'skills' : 'icf');
  return (
    <Page
      title={t(kind === 'skills' ? 'assessments.overTimeSkills' : 'assessments.overTimeIcf')}
      back={{ to: `/beneficiaries/${id}#assessments`, label: t('backToPerson') }}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t('plans.print')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(compared) => (compared.moments.length === 0 ? <EmptyState icon="chart-line" title={t('assessments.nothingSigned')} text={t('assessments.nothingSignedText')} /> : <Comparison compared={compared} />)}
      </Loaded>
    </Page>
  );
}

function Comparison({ compared }: { compared: Compared }) {
  const { t } = useTranslation('beneficiaries');
  const { better, worse, same } = finding(compared);
  const isIcf = compared.kind === 'icf';
  const says = compared.moments.length < 2 ? t('assessments.onlyT0') : t('assessments.finding', { better, worse, same });
  const radar = compared.rows.filter((row) => onRadar(compared.kind, row));
  const bars = compared.rows.filter((row) => !onRadar(compared.kind, row));
  // What somebody could do, beside what they do: only of activities, where both were judged.
  const capacity = isIcf ? radar.filter((row) => row.values.some((value) => value !== null && value.second !== null)) : [];
  // Of bars nothing is nearer to a centre; factors of the environment have an axis of their own.
  const note = radar.length === 0 ? undefined : radar.length < 3 ? t(isIcf ? 'assessments.barsNoteIcf' : 'assessments.barsNoteSkills') : t(isIcf ? 'assessments.radarNoteIcf' : 'assessments.radarNoteSkills');
  return (
    <>
      <SectionCard title={says} note={note}>
        {radar.length > 0 && <Figure rows={radar} compared={compared} of="first" title={capacity.length > 0 ? t('assessments.performance') : undefined} />}
        {capacity.length > 0 && <Figure rows={capacity} compared={compared} of="second" title={t('assessments.capacity')} />}
        {bars.length > 0 && <Environment rows={bars} compared={compared} />}
      </SectionCard>
      <SectionCard title={t('assessments.inNumbers')} flush>
        <Table compared={compared} />
      </SectionCard>
    </>
  );
}

/** The last moments: more than four lines over each other nobody reads; the table has them all. */
const last = (compared: Compared) => compared.moments.map((moment, at) => ({ ...moment, at })).slice(-shown);

function Legend({ compared }: { compared: Compared }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <ul className="legend">
      {last(compared).map((moment, index) => (
        <li key={moment.id}>
          <svg width="28" height="8" aria-hidden="true">
            <line x1="0" y1="4" x2="28" y2="4" stroke={looks[index]!.colour} strokeWidth="3" strokeDasharray={looks[index]!.dash} />
          </svg>
          {t('assessments.moment', { number: moment.moment })} <span className="muted">{shortDate(moment.heldOn)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A radar needs three axes: fewer are bars. */
function Figure({ rows, compared, of, title }: { rows: ComparedRow[]; compared: Compared; of: 'first' | 'second'; title?: string }) {
  const top = compared.kind === 'icf' ? 4 : Math.max(1, ...compared.moments.map((moment) => moment.levels.length - 1));
  const data = rows.map((row) => ({ label: compared.kind === 'icf' ? row.key : short(row.key), ...Object.fromEntries(row.values.map((value, at) => [`m${at}`, value?.[of] === undefined || value[of] === null ? null : Number(value[of])])) }));
  return (
    <div className="chart" aria-hidden="true">
      {title && <p className="chart-title">{title}</p>}
      <Legend compared={compared} />
      <ResponsiveContainer width="100%" height={rows.length < 3 ? 220 : 380}>
        {rows.length < 3 ? (
          <BarChart data={data} accessibilityLayer={false}>
            <XAxis dataKey="label" tick={words} />
            <YAxis domain={[0, top]} allowDecimals={false} tick={words} />
            {last(compared).map((moment, index) => (
              <Bar key={moment.id} dataKey={`m${moment.at}`} fill={looks[index]!.colour} isAnimationActive={false} />
            ))}
          </BarChart>
        ) : (
          <RadarChart data={data} outerRadius="75%" accessibilityLayer={false}>
            <PolarGrid stroke="var(--line)" />
            <PolarAngleAxis dataKey="label" tick={{ ...words, fill: 'var(--ink)' }} />
            <PolarRadiusAxis domain={[0, top]} tickCount={top + 1} angle={90 - 180 / rows.length} tick={words} axisLine={false} />
            {last(compared).map((moment, index) => (
              <Radar key={moment.id} dataKey={`m${moment.at}`} stroke={looks[index]!.colour} strokeWidth={2.5} strokeDasharray={looks[index]!.dash} fill={looks[index]!.colour} fillOpacity={0.06} dot isAnimationActive={false} />
            ))}
          </RadarChart>
        )}
      </ResponsiveContainer>
    </div>
  );
}

const short = (text: string) => (text.length > 22 ? `${text.slice(0, 21)}…` : text);

/** Factors of the environment: what hinders to the left, what helps to the right. */
function Environment({ rows, compared }: { rows: ComparedRow[]; compared: Compared }) {
  const { t } = useTranslation('beneficiaries');
  const data = rows.map((row) => ({ label: row.key, ...Object.fromEntries(row.values.map((_, at) => [`m${at}`, environment(row, at)])) }));
  const moments = last(compared);
  return (
    <div className="chart" aria-hidden="true">
      <p className="chart-title">{t('assessments.environment')}</p>
      <ResponsiveContainer width="100%" height={rows.length * (14 * moments.length + 14) + 50}>
        <BarChart data={data} layout="vertical" accessibilityLayer={false} margin={{ left: 0, right: 12, bottom: 20 }}>
          <XAxis type="number" domain={[-4, 4]} ticks={[-4, -2, 0, 2, 4]} tick={words} label={{ value: t('assessments.environmentAxis'), position: 'bottom', offset: 2, ...words }} />
          <YAxis type="category" dataKey="label" width={56} tick={{ ...words, fill: 'var(--ink)' }} axisLine={false} tickLine={false} />
          <ReferenceLine x={0} stroke="var(--muted)" />
          {moments.map((moment, index) => (
            <Bar key={moment.id} dataKey={`m${moment.at}`} fill={looks[index]!.colour} barSize={10} isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** All of it in words and numbers: the figures above only draw this. */
function Table({ compared }: { compared: Compared }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('assessments.inNumbers')}>
      <table className="judged">
        <thead>
          <tr>
            <th scope="col">{t(compared.kind === 'icf' ? 'assessments.icf.code' : 'assessments.skill')}</th>
            {compared.moments.map((moment) => (
              <th scope="col" key={moment.id}>
                {t('assessments.moment', { number: moment.moment })}
                <div className="hint">{shortDate(moment.heldOn)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                {row.key}
                {compared.kind === 'icf' && row.name && <div className="hint">{row.name}</div>}
              </th>
              {row.values.map((value, at) => (
                <td key={at}>{value?.text ?? <span className="muted">{t('assessments.notJudged')}</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
