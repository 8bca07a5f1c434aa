import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { useDocumentTitle } from '../../components/Page';
import { PersonMarks } from '../../components/PersonMarks';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { DateText, KeyValue, RelativeDate } from '../../components/values';
import { classes } from '../../lib/classes';
import { phone, useMedia } from '../../lib/use-media';
import { known, timelineKinds, useCaseload, useCaseOverview, useTimeline, type CaseInLoad, type CaseOverview, type TimelineEntry } from './api/caseload';
import { useCaseloadState } from './filters';
import { recordPage, StandingChips, stepLink, timelineLink, useStepName } from './parts';

/** The list of one's cases, the case, and what to do next. Up and down walk along the list, Escape goes back to it. */
export function CasePage() {
  const { t } = useTranslation('caseload');
  const { caseId = '' } = useParams();
  const { search, state: kept } = useLocation();
  const navigate = useNavigate();
  const isPhone = useMedia(phone);
  const state = useCaseloadState();
  const list = useCaseload(state.q, state.sort, state.filters);
  const pane = useRef<HTMLElement>(null);
  useDocumentTitle(t('case'));
  const open = useCallback((id: string) => void navigate(`/beneficiaries/caseload/${id}${search}`, { state: kept, replace: true }), [navigate, search, kept]);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select')) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      void navigate(`/beneficiaries/caseload${search}`, { state: kept });
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const at = list.rows.findIndex((row) => row.id === caseId);
    const next = list.rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next || (at < 0 && event.key === 'ArrowUp')) return;
    event.preventDefault();
    open(next.id);
    pane.current?.querySelector<HTMLElement>(`[data-case="${next.id}"]`)?.focus();
  };
  return (
    <div className="panes caseload open" onKeyDown={onKeyDown}>
      <section className="pane" ref={pane} aria-label={t('nav')}>
        <header>
          <Link className="back" to={`/beneficiaries/caseload${search}`} state={kept}>
            {t('backToList')}
          </Link>
        </header>
        {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : list.isPending ? <div className="body"><Skeleton lines={8} /></div> : (
          <ul>
            {list.rows.map((row) => (
              <li key={row.id}>
                <Item row={row} on={row.id === caseId} to={`/beneficiaries/caseload/${row.id}${search}`} state={kept} />
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
      <Record key={caseId} id={caseId} back={isPhone ? `/beneficiaries/caseload${search}` : undefined} />
    </div>
  );
}

function Item({ row, on, to, state }: { row: CaseInLoad; on: boolean; to: string; state: unknown }) {
  const { t } = useTranslation('caseload');
  const name = useStepName();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (on) link.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <Link ref={link} to={to} state={state} replace data-case={row.id} className={classes('item', on && 'on')} aria-current={on || undefined}>
      <span className="a">{row.displayName}</span>
      <span className="c">{row.nextStep && <RelativeDate value={row.nextStepOn} due />}</span>
      <span className="b">{[row.nextStep && name(row.nextStep, row.late), row.noSolution ? t('noSolution') : t(`standing.${row.standing}`)].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}

function Record({ id, back }: { id: string; back: string | undefined }) {
  const { t } = useTranslation('caseload');
  const overview = useCaseOverview(id);
  const onPhone = useMedia(phone);
  const navigate = useNavigate();
  const mayWrite = useRight('beneficiaries:write');
  const record = overview.data?.case;
  const writesFor = mayWrite && record?.sight === 'full' && !record.closedOn ? record.beneficiaryId : undefined;
  useEffect(() => {
    if (!writesFor) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog, [contenteditable]')) return;
      event.preventDefault();
      void navigate(`/beneficiaries/${writesFor}#diary`, { state: { begin: 'note' } });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [writesFor, navigate]);
  if (!overview.data) {
    return (
      <section className="pane" aria-label={t('case')}>
        <div className="body">
          {overview.error ? <ErrorState error={overview.error} onRetry={() => void overview.refetch()} /> : <Skeleton lines={10} />}
        </div>
      </section>
    );
  }
  return (
    <>
      <section className="pane" aria-label={t('case')}>
        <div className="body">
          {back && (
            <Link className="back" to={back}>
              {t('backToList')}
            </Link>
          )}
          {/* On a phone what to do comes before what is known. */}
          <CaseBody overview={overview.data}>{onPhone && <ToDo overview={overview.data} />}</CaseBody>
        </div>
      </section>
      {!onPhone && (
        <section className="pane" aria-label={t('toDo')}>
          <div className="body">
            <ToDo overview={overview.data} />
          </div>
        </section>
      )}
    </>
  );
}

function CaseBody({ overview, children }: { overview: CaseOverview; children: ReactNode }) {
  const { t } = useTranslation('caseload');
  const { case: record, person, internship, plan } = overview;
  const full = record.sight === 'full';
  return (
    <>
      <h1 tabIndex={-1} data-page-title>
        {person.name} {person.surname}
      </h1>
      <div className="sub">{[person.preferredName && `«${person.preferredName}»`, person.age !== null && t('years', { count: Number(person.age) }), person.domicileName].filter(Boolean).join(' · ')}</div>
      <p>
        <StandingChips standing={overview.standing} noSolution={overview.noSolution} restricted={record.restricted} />
      </p>
      {full && record.personOpens && <PersonMarks personId={person.id} />}
      {children}
      {!full && <p className="hint">{t('registryOnly')}</p>}
      <KeyValue
        items={[
          { label: t('openedOn'), value: <DateText value={record.openedOn} /> },
          !!record.reason && { label: t('reason'), value: t(`reasonOf.${record.reason}`) },
          { label: t('manager'), value: record.managerName },
          full && { label: t('body'), value: record.referringBodyName },
          !!record.programme && { label: t('programme'), value: record.programme },
          { label: t('lastContact'), value: overview.lastContactOn ? <RelativeDate value={overview.lastContactOn} /> : t('neverHeard') },
          !!plan && {
            label: t('plan'),
            value: <Link to={`/beneficiaries/${person.id}/cases/${record.id}/plans/${plan.id}`}>{t(`planState.${plan.state}`, { number: plan.number })}</Link>,
          },
          !!internship && {
            label: t('internship'),
            value: (
              <Link to={`/internships/${internship.id}`}>
                {t(internship.running ? 'runningUntil' : 'endedOn')} <DateText value={internship.endsOn} short />
              </Link>
            ),
          },
          !!record.closedOn && { label: t('closedOn'), value: <DateText value={record.closedOn} /> },
          !!record.outcome && { label: t('outcome'), value: t(`outcomeOf.${record.outcome}`) },
        ]}
      />
      <div className="sec">
        <h2>{t('team')}</h2>
        <ul className="rows">
          {record.members
            .filter((one) => !one.toOn)
            .map((one) => (
              <li key={one.id}>
                {one.name ?? t('unknown')} <span className="muted">{t(`role.${one.role}`)}</span>
              </li>
            ))}
          {record.outsideMembers
            .filter((one) => !one.toOn && !one.accountId)
            .map((one) => (
              <li key={one.id}>
                {one.name ?? t('outsideHidden')}{' '}
                <span className="muted">
                  {t(`role.${one.role}`)}
                  {one.bodyName && ` · ${one.bodyName}`}
                </span>
              </li>
            ))}
        </ul>
      </div>
      {full && <CaseTimeline overview={overview} />}
    </>
  );
}

/** The last entries came with the case; more of them, or of one kind, are read when asked for. */
function CaseTimeline({ overview }: { overview: CaseOverview }) {
  const { t } = useTranslation('caseload');
  const [kind, setKind] = useState<string>('');
  const [more, setMore] = useState(false);
  const chosen = known(timelineKinds, kind);
  const asked = more || !!chosen;
  const list = useTimeline(overview.case.id, chosen, asked);
  const entries = asked ? list.rows : overview.recent;
  return (
    <div className="sec">
      <div className="sec-head">
        <h2>{t('timeline')}</h2>
        <select className="f0" aria-label={t('timelineFilter')} value={kind} onChange={(event) => setKind(event.target.value)}>
          <option value="">{t('timelineAll')}</option>
          {timelineKinds.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {asked && list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : asked && list.isPending ? <Skeleton lines={5} /> : entries.length === 0 ? (
        <EmptyState icon="clock" title={t('timelineEmpty')} />
      ) : (
        <ol className="timeline">
          {entries.map((entry) => (
            <Entry key={`${entry.event}${entry.id}${entry.on}${entry.at ?? ''}`} entry={entry} overview={overview} />
          ))}
        </ol>
      )}
      {(asked ? list.hasMore : !!overview.recentCursor) && (
        <Button look="quiet" small busy={list.isLoadingMore} onClick={() => (asked ? list.loadMore() : setMore(true))}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Entry({ entry, overview }: { entry: TimelineEntry; overview: CaseOverview }) {
  const { t } = useTranslation('caseload');
  const link = timelineLink(entry, overview);
  const text = entry.event === 'diaryEntry' ? t(`diaryKind.${entry.code ?? 'note'}` as 'diaryKind.note') : t(`event.${entry.event}`);
  const title = entry.title ? `${text}: ${entry.title}` : text;
  return (
    <li className="tl">
      <b>{link ? <Link to={link}>{title}</Link> : title}</b>
      <span>
        <DateText value={entry.on} short />
        {entry.at && `, ${entry.at}`}
        {entry.byName && `, ${entry.byName}`}
      </span>
    </li>
  );
}

function ToDo({ overview }: { overview: CaseOverview }) {
  const { t } = useTranslation('caseload');
  const name = useStepName();
  const { case: record, person, steps, appointments } = overview;
  const full = record.sight === 'full';
  const [first] = steps;
  const mayWrite = useRight('beneficiaries:write') && full && !record.closedOn;
  return (
    <>
      <h2>{t('toDo')}</h2>
      {steps.length === 0 ? <p className="hint">{t('nothingToDo')}</p> : (
        <ol className="case-steps">
          {steps.map((step) => (
            <li key={step.kind} className={classes(step.late && 'late')}>
              {full ? <Link to={stepLink(step.kind, overview)}>{name(step.kind, step.late)}</Link> : name(step.kind, step.late)}
              <RelativeDate value={step.dueOn} due />
            </li>
          ))}
        </ol>
      )}
      <p className="case-actions">
        {full && first && (
          <ButtonLink look="fill" to={stepLink(first.kind, overview)}>
            {name(first.kind, first.late)}
          </ButtonLink>
        )}
        {mayWrite && (
          <ButtonLink icon="note" keyHint="n" to={`/beneficiaries/${person.id}#diary`} state={{ begin: 'note' }}>
            {t('writeNote')}
          </ButtonLink>
        )}
        {mayWrite && (
          <ButtonLink icon="calendar" to={`/beneficiaries/${person.id}#appointments`} state={{ begin: 'appointment' }}>
            {t('planAppointment')}
          </ButtonLink>
        )}
        <ButtonLink icon={record.personOpens ? 'user' : 'folder'} to={recordPage(overview)}>
          {t(record.personOpens ? 'openRecord' : 'openFormerCase')}
        </ButtonLink>
      </p>
      {!record.personOpens && <p className="hint">{t('followedByOthers')}</p>}
      {appointments.length > 0 && (
        <div className="sec">
          <h2>{t('appointments')}</h2>
          <ul className="rows">
            {appointments.map((one) => (
              <li key={one.id}>
                <div>
                  <Link to={`${recordPage(overview)}#appointments`}>
                    <DateText value={one.on} short />, {one.at}
                  </Link>
                  <div className="hint">{[t(`appointmentKind.${one.kind}`), one.userName, one.over && t('toRecord')].filter(Boolean).join(' · ')}</div>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
