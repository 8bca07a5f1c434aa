import { useTranslation } from 'react-i18next';

/** The codes of GET /reference/sectors, in the order of screens; `sectors.test.ts` holds them to the server's list. */
export const sectors = [
  'catering',
  'thirdSector',
  'crafts',
  'trade',
  'agriculture',
  'hospitality',
  'industry',
  'construction',
  'logistics',
  'cleaning',
  'care',
  'publicAdministration',
  'culture',
  'transport',
  'ict',
  'other',
] as const;

/** The sectors with their words: for selects, filters, chips and charts. */
export function useSectors() {
  const { t } = useTranslation('common');
  const name = (code: string) => ((sectors as readonly string[]).includes(code) ? t(`common:sectors.${code}`) : code);
  return { name, options: sectors.map((code) => ({ value: code, label: name(code) })) };
}
