import { useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useNotifications, useReadAllNotifications, useReadNotification, useUnreadCount, type Notification } from './notifications';
import { Button } from '../components/Button';
import { Icon } from '../components/Icon';
import { EmptyState, ErrorState, Skeleton } from '../components/states';
import { useToast } from '../components/Toast';
import { RelativeDate } from '../components/values';
import { classes } from '../lib/classes';
import { number } from '../lib/format';

/** What one should know of: a count that is read aloud when it grows, and the list behind it. Escape closes it and gives the focus back. */
export function Bell() {
  const { t } = useTranslation('common');
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const unread = Number(useUnreadCount().data ?? 0);

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      className="menu bell"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button ref={button} type="button" className="icon-button" aria-expanded={open} aria-controls={open ? id : undefined} aria-label={t('notifications.count', { count: unread })} title={t('notifications.title')} onClick={() => setOpen(!open)}>
        <Icon name="bell" />
        {unread > 0 && (
          <b className="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : number(unread)}
          </b>
        )}
      </button>
      <span className="visually-hidden" role="status">
        {unread > 0 ? t('notifications.count', { count: unread }) : ''}
      </span>
      {open && <Panel id={id} unread={unread} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Panel({ id, unread, onClose }: { id: string; unread: number; onClose: () => void }) {
  const { t } = useTranslation('common');
  const toast = useToast();
  const list = useNotifications(true);
  const readAll = useReadAllNotifications();
  return (
    <section id={id} className="menu-list end bell-panel" aria-label={t('notifications.title')}>
      <header>
        <h2>{t('notifications.title')}</h2>
        {unread > 0 && (
          <Button look="plain" small busy={readAll.isPending} onClick={() => readAll.mutate(undefined, { onError: toast.failed })}>
            {t('notifications.readAll')}
          </Button>
        )}
      </header>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.isPending ? (
        <Skeleton lines={4} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t('notifications.empty.title')} text={t('notifications.empty.text')} />
      ) : (
        <ul>
          {list.rows.map((line) => (
            <Line key={line.id} line={line} onOpened={onClose} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
          {t('notifications.older')}
        </Button>
      )}
    </section>
  );
}

function Line({ line, onOpened }: { line: Notification; onOpened: () => void }) {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const read = useReadNotification();
  const open = () => {
    if (!line.read) read.mutate(line.id);
    onOpened();
    void navigate(line.link);
  };
  return (
    <li>
      <button type="button" className={classes(!line.read && 'unread')} onClick={open}>
        <span>
          <b>{t([`notifications.kind.${line.kind}`, 'notifications.otherKind'])}</b>
          {line.subject && <span>{line.subject}</span>}
          <small>
            {!line.read && <span className="visually-hidden">{t('notifications.unread')}, </span>}
            <RelativeDate value={line.at} />
          </small>
        </span>
      </button>
    </li>
  );
}
