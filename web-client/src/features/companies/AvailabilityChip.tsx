import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/StatusChip';
import { capital } from '../../lib/capital';
import type { CompanyItem } from './api/companies';

/** What a company offers now, in a list. */
export function AvailabilityChip({ row }: { row: CompanyItem }) {
  const { t } = useTranslation('companies');
  if (row.archivedAt) return <StatusChip>{t('archived')}</StatusChip>;
  if (row.availabilityIsKnown) return <StatusChip tone="ok">{t('availability.places', { count: row.availablePlaces })}</StatusChip>;
  if (row.availableUntil) return <StatusChip tone="warn">{t('availability.stale')}</StatusChip>;
  return <span className="muted">{capital(t('availability.unknown'))}</span>;
}
