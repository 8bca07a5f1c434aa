import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useService } from '../api/service';
import { useMe } from '../api/session';
import { number } from '../lib/format';
import { classes } from '../lib/classes';
import { Icon } from './Icon';
import { RecordStrip } from './RecordStrip';

/** Where "back" leads from pages that say nothing themselves, such as each of the settings. */
export const DefaultBack = createContext<{ to: string; label: string } | undefined>(undefined);

interface PageProps {
  title: string;
  /** Title of the browser's tab, when the page's own title names a person: those stay out of the history. */
  documentTitle?: string;
  count?: number | null;
  status?: ReactNode;
  subtitle?: ReactNode;
  /** Where "back" leads: the list that the record belongs to. */
  back?: { to: string; label: string };
  /** The next step: one filled button, and a menu for the rest. */
  actions?: ReactNode;
  /** `form` is one narrow column, `wide` uses the whole window. */
  width?: 'normal' | 'form' | 'wide';
  /** A long record: its name and its parts stay at hand while one scrolls. */
  long?: boolean;
  children: ReactNode;
}

/** The head of every page: its h1 takes the focus when one arrives, and names the tab. */
export function Page({ title, documentTitle, count, status, subtitle, back: ownBack, actions, width = 'normal', long, children }: PageProps) {
  const { t } = useTranslation('common');
  const defaultBack = useContext(DefaultBack);
  const back = ownBack ?? defaultBack;
  useDocumentTitle(documentTitle ?? title);
  return (
    <div className={classes('page', width !== 'normal' && width)}>
      {back && (
        <Link className="back" to={back.to}>
          <Icon name="arrow-left" />
          {back.label}
        </Link>
      )}
      <header className="page-head">
        <div className="page-title">
          <h1 tabIndex={-1} data-page-title>
            {title}
            {count !== null && count !== undefined && (
              <span className="page-count" aria-label={t('results', { count })}>
                {number(count)}
              </span>
            )}
          </h1>
          {status}
          {subtitle && <div className="sub">{subtitle}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {long && <RecordStrip title={title} />}
      {children}
    </div>
  );
}

export function useDocumentTitle(title: string) {
  const me = useMe().data;
  const service = useService(me === null).data;
  const serviceName = me?.serviceName ?? service?.name;
  useEffect(() => {
    document.title = serviceName ? `${title} · ${serviceName}` : title;
  }, [title, serviceName]);
}
