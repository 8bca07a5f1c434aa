import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../../components/StatusChip';
import type { MonitoringAlert } from '../api/monitoring';

export function Alerts({ alerts }: { alerts: MonitoringAlert[] }) {
  const { t } = useTranslation('internships');
  return (
    <>
      {alerts.map((alert) => (
        <StatusChip key={alert.kind} tone="warn">
          {t(`monitoring.alert.${alert.kind}`, { number: alert.number })}
        </StatusChip>
      ))}
    </>
  );
}
