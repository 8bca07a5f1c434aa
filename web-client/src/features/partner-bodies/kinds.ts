import { useTranslation } from 'react-i18next';

export const kinds = [
  'employmentCentre',
  'addictionService',
  'mentalHealth',
  'healthDistrict',
  'penalExecution',
  'juvenileJustice',
  'municipality',
  'socialAmbit',
  'employmentAgency',
  'trainingBody',
  'association',
  'school',
  'foundation',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

/** What a body of the network is, with its words. */
export function useKinds() {
  const { t } = useTranslation('partner-bodies');
  const name = (kind: string) => t(`kind.${kind}`);
  return { name, options: kinds.map((kind) => ({ value: kind, label: name(kind) })) };
}
