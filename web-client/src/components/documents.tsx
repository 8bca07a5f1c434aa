import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../lib/format';
import { Button } from './Button';
import { FileField } from './form';
import { StatusChip, type Tone } from './StatusChip';
import { DateText } from './values';

export type DocumentState = 'valid' | 'expiring' | 'expired' | 'replaced';

const tones: Record<DocumentState, Tone> = { valid: 'ok', expiring: 'warn', expired: 'late', replaced: 'neutral' };

/** The file of a document: the kinds and the size that the service keeps. */
export function DocumentFileField({ name = 'file', label, help }: { name?: string; label: string; help?: string }) {
  return <FileField name={name} label={label} help={help} required accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,.p7m" maxBytes={10 * 1024 * 1024} />;
}

/** One kept document: its title downloads it, then what it is, until when it counts and who put it there. */
export function DocumentRow({ href, title, kind, bytes, validUntil, state, addedAt, addedBy, removing, onRemove }: {
  href: string;
  title: string;
  kind?: ReactNode;
  bytes: number;
  validUntil?: string | null;
  state?: DocumentState;
  addedAt?: string;
  addedBy?: ReactNode;
  removing?: boolean;
  onRemove?: false | (() => void);
}) {
  const { t } = useTranslation('common');
  return (
    <li>
      <div>
        <div>
          <a href={href} download>
            {title}
          </a>{' '}
          {validUntil && state && <StatusChip tone={tones[state]}>{t(`documents.state.${state}`)}</StatusChip>}
        </div>
        <div className="muted">
          {kind && <>{kind} · </>}
          {fileSize(bytes)}
          {validUntil && (
            <>
              {' · '}
              {t('documents.until')} <DateText value={validUntil} short />
            </>
          )}
        </div>
        {addedAt && (
          <div className="muted">
            <DateText value={addedAt} short />
            {addedBy && <>, {addedBy}</>}
          </div>
        )}
      </div>
      {onRemove && (
        <Button look="plain" small aria-label={t('documents.removeOne', { title })} busy={removing} onClick={onRemove}>
          {t('documents.remove')}
        </Button>
      )}
    </li>
  );
}
