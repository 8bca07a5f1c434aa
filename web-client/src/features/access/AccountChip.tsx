import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/StatusChip';
import type { User } from './api/users';

export function AccountChip({ user }: { user: Pick<User, 'state' | 'lockedUntil' | 'mustChangePassword'> }) {
  const { t } = useTranslation('access');
  if (user.state === 'disabled') return <StatusChip tone="late">{t('state.disabled')}</StatusChip>;
  if (user.lockedUntil) return <StatusChip tone="warn">{t('state.locked')}</StatusChip>;
  if (user.mustChangePassword) return <StatusChip tone="warn">{t('state.mustChange')}</StatusChip>;
  return <StatusChip tone="ok">{t('state.active')}</StatusChip>;
}
