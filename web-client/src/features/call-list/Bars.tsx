import { number } from '../../lib/format';

/** Bars that are their own table: the number beside its name, the length only repeats it. */
export function Bars({ caption, what, unit, rows }: { caption: string; what: string; unit: string; rows: { key: string; label: string; count: number }[] }) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <table className="bars">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td>
              <i aria-hidden="true" style={{ width: `${Math.max(2, (row.count / most) * 100)}%` }} />
              <b>{number(row.count)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
