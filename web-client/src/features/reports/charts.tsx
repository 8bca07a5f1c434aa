import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useMedia, phone } from '../../lib/use-media';
import { number } from '../../lib/format';
import type { ChartRow } from './ChartCard';

const part = 'var(--blue)';
const rest = '#b9c6d3';
const words = { fill: 'var(--muted)', fontSize: 13 };
const rowHeight = 30;
const axisRoom = 52;

/** Bars lying down, one a row, each with its number at the end: names stay readable at any width. */
export function BarsChart({ rows, axis }: { rows: ChartRow[]; axis: string }) {
  const isPhone = useMedia(phone);
  return (
    <div className="chart">
      <ResponsiveContainer width="100%" height={rows.length * rowHeight + axisRoom}>
        <BarChart data={rows} layout="vertical" accessibilityLayer={false} margin={{ top: 4, right: 36, bottom: 22, left: 0 }}>
          <XAxis type="number" allowDecimals={false} tick={words} tickFormatter={(value: number) => number(value)} axisLine={{ stroke: 'var(--line)' }} tickLine={false} label={{ value: axis, position: 'bottom', offset: 2, ...words }} />
          <YAxis type="category" dataKey="label" width={isPhone ? 112 : 190} tick={{ ...words, fill: 'var(--ink)' }} interval={0} axisLine={false} tickLine={false} />
          <Bar dataKey="count" fill={part} barSize={16} radius={2} isAnimationActive={false}>
            <LabelList dataKey="count" position="right" formatter={(value) => number(Number(value))} style={{ fill: 'var(--ink)', fontSize: 13, fontWeight: 600 }} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** One bar in two parts: what the finding speaks of first, the rest after it; named below, never by colour alone. */
export function ShareChart({ rows, axis }: { rows: ChartRow[]; axis: string }) {
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const stacked = [Object.fromEntries(rows.map((row) => [row.key, row.count]))];
  return (
    <div className="chart">
      <ul className="legend">
        {rows.map((row, index) => (
          <li key={row.key}>
            <i style={{ background: index === 0 ? part : rest }} />
            {row.label} <b>{number(row.count)}</b>
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={96}>
        <BarChart data={stacked} layout="vertical" accessibilityLayer={false} margin={{ top: 4, right: 12, bottom: 22, left: 12 }}>
          <XAxis type="number" domain={[0, total]} allowDecimals={false} tick={words} tickFormatter={(value: number) => number(value)} axisLine={{ stroke: 'var(--line)' }} tickLine={false} label={{ value: axis, position: 'bottom', offset: 2, ...words }} />
          <YAxis type="category" hide />
          {rows.map((row, index) => (
            <Bar key={row.key} dataKey={row.key} stackId="whole" fill={index === 0 ? part : rest} barSize={30} stroke="#fff" isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
