import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../api/session';
import { Button, ButtonLink } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { choice, DateField, day, Form, SelectField, text, TextArea, useApiForm } from '../../components/form';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { useSectors } from '../../components/sectors';
import { DateText, KeyValue } from '../../components/values';
import { longDate, number, today } from '../../lib/format';
import { closePath, pathOutcomes, reopenPath, usePath, useRefresh, type Path } from './api/paths';
import { ApplicationsSection } from './ApplicationsSection';
import { PathChip } from './chips';
import { CvSection } from './CvSection';
import { MailboxSection } from './MailboxSection';
import { SessionsSection, type Doing } from './SessionsSection';

/** A search: what to do next first, then the work in its order. */
export function PathPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const query = usePath(id);
  if (query.data) return <Record path={query.data} />;
  return (
    <Page title={t('path')} back={{ to: '/job-search', label: t('nav') }}>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Record({ path }: { path: Path }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const mayWrite = useRight('beneficiaries:write');
  const open = path.state === 'open' && mayWrite;
  const [doing, setDoing] = useState<Doing>(null);
  const [closing, setClosing] = useState(false);
  const toRecord = path.meetings.filter((one) => one.state === 'planned' && one.over).at(-1);
  const step = path.next.step;
  const steps = {
    prepareInterview: <ButtonLink look="fill" icon="calendar" to="/job-search/applications?show=interview">{t('step.prepareInterview.action')}</ButtonLink>,
    recordSession: toRecord && <Button look="fill" icon="check" onClick={() => setDoing({ what: 'record', session: toRecord })}>{t('step.recordSession.action')}</Button>,
    sayTarget: <ButtonLink look="fill" icon="pencil" to="edit">{t('step.sayTarget.action')}</ButtonLink>,
    writeCv: <ButtonLink look="fill" icon="file" to="cv">{t('step.writeCv.action')}</ButtonLink>,
    chaseAnswers: <ButtonLink look="fill" icon="mail" to="/job-search/applications?show=answerDue">{t('step.chaseAnswers.action')}</ButtonLink>,
    sendDraft: <ButtonLink look="fill" icon="mail" to="/job-search/applications?show=draft">{t('step.sendDraft.action')}</ButtonLink>,
    apply: <ButtonLink look="fill" icon="search" to="openings">{t('step.apply.action')}</ButtonLink>,
    planSession: <Button look="fill" icon="plus" onClick={() => setDoing({ what: 'plan' })}>{t('step.planSession.action')}</Button>,
    wait: null,
    none: null,
  };
  return (
    <Page
      title={path.displayName}
      documentTitle={t('path')}
      back={{ to: '/job-search', label: t('nav') }}
      status={<PathChip state={path.state} />}
      subtitle={t('subtitle', { date: longDate(path.openedOn), name: path.userName ?? t('unknown') })}
      actions={
        <>
          {open && steps[step]}
          <Menu
            label={t('otherActions')}
            items={[
              { label: t('toPerson'), icon: 'user', to: `/beneficiaries/${path.beneficiaryId}` },
              open && { label: t('openings.title'), icon: 'search', to: `/job-search/${path.id}/openings` },
              open && { label: t('edit'), icon: 'pencil', to: `/job-search/${path.id}/edit` },
              open && { label: t('close.action'), icon: 'folder', onSelect: () => setClosing(true) },
              mayWrite && path.state === 'closed' && !path.caseClosed && { label: t('reopen'), icon: 'restore', onSelect: () => toast.after(reopenPath(path.id, path.version).then(refresh), t('reopened')) },
            ]}
          />
        </>
      }
    >
      {path.state === 'closed' ? (
        <Notice title={path.outcome ? t('endedWith', { outcome: t(`pathOutcome.${path.outcome}`) }) : t('closedWithCase')}>
          <DateText value={path.closedOn} />
          {path.closingNote && <div className="pre-line">{path.closingNote}</div>}
        </Notice>
      ) : (
        step !== 'none' && (
          <Notice title={t(`step.${step}.title`)} tone={step === 'chaseAnswers' || step === 'recordSession' ? 'warn' : 'blue'}>
            {t(`step.${step}.text`)} {path.next.on && (step === 'prepareInterview' || step === 'wait') && <DateText value={path.next.on} />}
          </Notice>
        )
      )}
      <Figures path={path} />
      <SessionsSection path={path} open={open} doing={doing} onDo={setDoing} />
      <ApplicationsSection path={path} open={open} />
      <CvSection path={path} open={open} />
      <MailboxSection path={path} open={open} />
      <Target path={path} open={open} />
      {closing && <CloseDialog path={path} onClose={() => setClosing(false)} />}
    </Page>
  );
}

function Figures({ path }: { path: Path }) {
  const { t } = useTranslation('job-search');
  const { figures } = path;
  return (
    <SectionCard title={t('figures')}>
      <KeyValue
        items={[
          { label: t('held'), value: `${number(Number(figures.held))} (${t('hours', { hours: number(Number(figures.minutes) / 60, 1) })})` },
          Number(figures.missed) > 0 && { label: t('missed'), value: number(Number(figures.missed)) },
          { label: t('sentCount'), value: number(Number(figures.applications)) },
          { label: t('awaited'), value: number(Number(figures.awaited)) },
          { label: t('interviews'), value: number(Number(figures.interviews)) },
        ]}
      />
    </SectionCard>
  );
}

function Target({ path, open }: { path: Path; open: boolean }) {
  const { t } = useTranslation('job-search');
  const sectors = useSectors();
  const { target } = path;
  return (
    <SectionCard
      title={t('target')}
      actions={
        open && (
          <Link className="lnk" to="edit">
            {t('edit')}
          </Link>
        )
      }
    >
      <KeyValue
        items={[
          { label: t('area'), value: [...path.places.map((place) => place.name), ...(target.provinces ?? []).map((code) => t('provinceOf', { code }))].join(', ') },
          { label: t('sectors'), value: (target.sectors ?? []).map((code) => sectors.name(code)).join(', ') },
          { label: t('duties'), value: target.duties },
          { label: t('weeklyHours'), value: target.weeklyHours ? number(Number(target.weeklyHours)) : null },
          !!target.times && { label: t('times'), value: target.times },
          { label: t('goals'), value: path.goals && <span className="pre-line">{path.goals}</span> },
        ]}
      />
    </SectionCard>
  );
}

const closingSchema = z
  .object({ closedOn: day.required(), outcome: choice.required(pathOutcomes), note: text.optional(2000) })
  .refine((values) => (values.outcome !== 'interrupted' && values.outcome !== 'other') || !!values.note, { path: ['note'] });

function CloseDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof closingSchema>, z.output<typeof closingSchema>>({
    schema: closingSchema,
    defaultValues: { closedOn: today(), outcome: '', note: '' },
    guard: false,
    submit: (values) => closePath(path.id, path.version, values),
    onDone: () => {
      void refresh();
      toast.done(t('close.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('close.title', { name: path.displayName })} onClose={onClose}>
      <p>{t('close.text')}</p>
      <Form form={form} submitLabel={t('close.action')} onCancel={onClose} keptNote={false}>
        <SelectField name="outcome" label={t('outcome')} required width="full" options={pathOutcomes.map((value) => ({ value, label: t(`pathOutcome.${value}`) }))} />
        <DateField name="closedOn" label={t('close.on')} required max={today()} />
        <TextArea name="note" label={t('close.note')} help={t('close.noteHelp')} rows={3} />
      </Form>
    </Dialog>
  );
}
