/** Why a record was read, from the stable code of the log: `disclose-contacts:contactPerson`, `list; rows=267; format=xlsx`. A code without words is shown as it is. */
export function whyOf(purpose: string, t: (key: string, options?: Record<string, unknown>) => string): string {
  const [what = '', ...details] = purpose.split(';').map((part) => part.trim());
  const said = what.split(':').map((code) => t(`common:accessWhy.of.${code}`, { defaultValue: code }));
  const rows = details.find((part) => /^rows=\d+$/.test(part));
  const format = details.find((part) => part.startsWith('format='));
  return [said.join(': '), rows && t('common:accessWhy.rows', { count: Number(rows.slice('rows='.length)) }), format?.slice('format='.length).toUpperCase()].filter(Boolean).join(' · ');
}
