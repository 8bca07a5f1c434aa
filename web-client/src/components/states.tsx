import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError, unreachable } from '../api/problem';
import { Button } from './Button';
import { BrokenRules } from './BrokenRules';
import { Icon } from './Icon';
import type { IconName } from './icons';

/** Grey bars in the place of what is coming. */
export function Skeleton({ lines = 3, label }: { lines?: number; label?: string }) {
  const { t } = useTranslation('common');
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label ?? t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} style={{ width: `${[92, 64, 78, 55, 85][line % 5]}%` }} />
      ))}
    </div>
  );
}

/** Nothing here: says why and what to do. */
export function EmptyState({ icon = 'check-circle', title, text, action }: { icon?: IconName; title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      {text && <p>{text}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}

/** What went wrong, in words, with a way on. The server's own words come first. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('common');
  const { title, text } = describeError(error, t);
  return (
    <div className="empty error" role="alert">
      <Icon name="warning-circle" />
      <p className="empty-title">{title}</p>
      {text && <p>{text}</p>}
      <BrokenRules error={error} />
      {onRetry && (
        <div className="empty-action">
          <Button icon="refresh" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function describeError(error: unknown, t: (key: string, options?: Record<string, unknown>) => string): { title: string; text?: string } {
  if (!isApiError(error)) return { title: t('common:error.unexpected'), text: t('common:error.unexpectedText') };
  if (error.status === unreachable) return { title: t('common:error.unreachable'), text: t('common:error.unreachableText') };
  if (error.status === 429 && !error.problem.detail) {
    return { title: error.problem.title ?? t('common:error.tooMany'), text: t('common:error.tooManyText', { count: error.retryAfterSeconds ?? 60 }) };
  }
  return { title: error.problem.title ?? t('common:error.unexpected'), text: error.problem.detail ?? (error.problem.title ? undefined : t('common:error.unexpectedText')) };
}

/** Where a record, or a list without a table, is loaded: skeleton, error with retry, or the content. */
export function Loaded<T>({ query, lines, children }: {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines ?? 6} />;
}
