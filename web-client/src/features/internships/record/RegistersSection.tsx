import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { capital } from '../../../lib/capital';
import { longDate, monthName } from '../../../lib/format';
import type { Internship } from '../api/internships';
import { useRegisters } from '../api/registers';
import { RegisterChip } from '../attendance/RegisterChip';
import { UsualWeekDialog } from '../attendance/UsualWeekDialog';
import { writeHours } from '../attendance/hours';

/** The months that have begun: the last on top, with what is awaited in colour. */
export function RegistersSection({ internship, mayWrite }: { internship: Internship; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const registers = useRegisters(internship.id);
  const [editing, setEditing] = useState(false);
  return (
    <SectionCard
      title={t('register.section')}
      actions={
        mayWrite &&
        registers.data && (
          <Button look="plain" icon="pencil" onClick={() => setEditing(true)}>
            {t('usualWeek.action')}
          </Button>
        )
      }
    >
      <Loaded query={registers} lines={3}>
        {({ items, usual }) => (
          <>
            {items.length === 0 ? (
              <EmptyState icon="calendar" title={t('register.none')} text={t('register.noneText', { on: longDate(internship.startsOn) })} />
            ) : (
              <ul className="rows">
                {items.map((line) => (
                  <li key={line.month} className="row0">
                    <div className="row0-main">
                      <Link to={`/internships/${internship.id}/attendance/${line.month}`}>
                        <b>{capital(monthName(line.month))}</b>
                      </Link>
                      <div className="muted">
                        {t('register.worked', { hours: writeHours(line.minutes) })}
                        {line.isAwaited && ` · ${t('register.awaited')}`}
                      </div>
                    </div>
                    <RegisterChip state={line.state} />
                  </li>
                ))}
              </ul>
            )}
            {editing && <UsualWeekDialog id={internship.id} usual={usual} onClose={() => setEditing(false)} />}
          </>
        )}
      </Loaded>
    </SectionCard>
  );
}
