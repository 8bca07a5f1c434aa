import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { RelativeDate } from '../../components/values';
import { useSectors } from '../../components/sectors';
import { classes } from '../../lib/classes';
import { phone, useMedia } from '../../lib/use-media';
import { CompanyPane } from './CompanyPane';
import { OutcomePane } from './OutcomePane';
import { useCallKeys } from './use-call-keys';
import { useDesk, type DeskRow } from './use-desk';

/** List, company, what to do next. One opens a company, says how it went, and the next one opens. */
export function CallDesk({ rows, scope, list, campaignId, header, empty, staleDays, mayWrite, onLeave }: {
  rows: DeskRow[];
  /** What the list was asked for. */
  scope: string;
  list: { isPending: boolean; error: unknown; hasMore: boolean; isLoadingMore: boolean; loadMore: () => void; refetch: () => void };
  campaignId?: string;
  header: ReactNode;
  empty: ReactNode;
  staleDays: number;
  mayWrite: boolean;
  onLeave: () => void;
}) {
  const { t } = useTranslation('call-list');
  const isPhone = useMedia(phone);
  const desk = useDesk({ rows, scope, campaignId: mayWrite ? campaignId : undefined, isPhone });
  const { left, current, open } = desk;
  const note = useRef<HTMLTextAreaElement>(null);
  const record = useRef<HTMLHeadingElement>(null);
  const listPane = useRef<HTMLElement>(null);
  const row = rows.find((one) => one.id === current);
  const save = () => void desk.save(record.current?.textContent ?? '');
  const onKeyDown = useCallKeys({ desk, save, note, record, list: listPane, leave: onLeave });
  useFocusOnNext(current, listPane, record);
  // Opened at a company, the keys work at once: until somebody chooses where to go, the focus is the page's.
  const panes = useRef<HTMLDivElement>(null);
  const isOpen = !!current;
  useEffect(() => {
    const at = document.activeElement;
    if (isOpen && (!at || at === document.body || at.matches('h1'))) panes.current?.focus({ preventScroll: true });
  }, [isOpen]);

  // A campaign begins with the first company that nobody is calling.
  const started = useRef(false);
  const { next } = desk.turn;
  useEffect(() => {
    if (!campaignId || !mayWrite || current || isPhone || started.current || left.length === 0) return;
    started.current = true;
    void next();
  }, [campaignId, mayWrite, current, isPhone, left.length, next]);

  return (
    <div className={classes('panes calls', current && 'open')} ref={panes} onKeyDown={onKeyDown} tabIndex={-1}>
      <section className="pane" ref={listPane} aria-label={t('list')}>
        <header>{header}</header>
        {list.isPending ? (
          <div className="body">
            <Skeleton lines={8} />
          </div>
        ) : list.error && rows.length === 0 ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : left.length === 0 ? (
          empty
        ) : (
          <ul>
            {left.map((one) => (
              <li key={one.id}>
                <Item row={one} on={one.id === current} onOpen={() => open(one.id)} />
              </li>
            ))}
          </ul>
        )}
        {list.hasMore && (
          <div className="load-more">
            <Button look="quiet" small busy={list.isLoadingMore} onClick={list.loadMore}>
              {t('more')}
            </Button>
          </div>
        )}
      </section>
      <section className="pane" aria-label={t('company')}>
        <div className="body">
          {/* On a phone the list's own title is not there while a company is open. */}
          {isPhone && current && <h1 className="visually-hidden">{t('title')}</h1>}
          {current ? (
            <CompanyPane key={current} companyId={current} known={row?.company} staleDays={staleDays} heading={record} onBack={isPhone ? () => open(undefined) : undefined} />
          ) : (
            !list.isPending && !(list.error && rows.length === 0) && <EmptyState icon="telephone" title={t(desk.turn.finished || left.length === 0 ? 'allDone' : 'pick')} text={t('pickText')} />
          )}
        </div>
      </section>
      <section className="pane" aria-label={t('outcomeTitle')}>
        {current && (
          <div className="body">
            {mayWrite ? <OutcomePane key={current} desk={desk} companyId={current} contactName={row?.company.contactPerson.name} note={note} onSave={save} /> : <p className="muted">{t('onlyRead')}</p>}
          </div>
        )}
      </section>
    </div>
  );
}

function Item({ row, on, onOpen }: { row: DeskRow; on: boolean; onOpen: () => void }) {
  const { t } = useTranslation('call-list');
  const sectors = useSectors();
  const { company } = row;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (on) button.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <button type="button" ref={button} className={classes('item', on && 'on')} aria-current={on || undefined} onClick={onOpen}>
      <span className="a">{company.name}</span>
      <span className="c">{row.heldByName ? t('calledBy', { name: row.heldByName }) : company.nextContactOn && <RelativeDate value={company.nextContactOn} due />}</span>
      <span className="b">
        {[
          company.municipalityName,
          company.unreachedInARow >= 3 ? t('unreached', { count: company.unreachedInARow }) : !company.lastContactAt ? t('neverCalled') : sectors.name(company.sector),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  );
}

/** When the next company opens, the focus goes to its name, so that keys and reading go on from there; not while one walks along the list. */
function useFocusOnNext(current: string | undefined, list: React.RefObject<HTMLElement | null>, record: React.RefObject<HTMLElement | null>) {
  const before = useRef(current);
  useEffect(() => {
    if (before.current === current) return;
    const first = before.current === undefined;
    before.current = current;
    if (!current) return;
    const at = document.activeElement;
    if (at && at !== document.body && list.current?.contains(at) && !first) {
      list.current.querySelector<HTMLElement>('[aria-current]')?.focus();
      return;
    }
    // Nor is it taken from somebody who is choosing a filter.
    if (!at?.matches('input, select, textarea')) record.current?.focus();
  }, [current, list, record]);
}
