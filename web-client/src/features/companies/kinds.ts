import { useTranslation } from 'react-i18next';

export const kinds = ['company', 'publicBody', 'association', 'socialCooperativeA', 'socialCooperativeB'] as const;
export type Kind = (typeof kinds)[number];

/** What a company is, with its words. */
export function useKinds() {
  const { t } = useTranslation('companies');
  const name = (kind: string) => t(`kind.${kind}`);
  return { name, options: kinds.map((kind) => ({ value: kind, label: name(kind) })) };
}
