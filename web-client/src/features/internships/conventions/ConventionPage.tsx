import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DateField, day, Form, useApiForm } from '../../../components/form';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { Notice, Steps } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue, Period } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { daysFromToday, longDate, today } from '../../../lib/format';
import { readConvention, sendConvention, signConvention, useConvention, type ConventionRecord } from '../api/conventions';
import { useRefresh } from '../api/internships';
import { PapersSection } from '../papers/PapersSection';
import { StateChip } from '../words';
import { ConventionChip, conventionStates } from './convention-fields';

export function ConventionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('internships');
  const convention = useConvention(id);
  if (convention.data) return <Record convention={convention.data} />;
  return (
    <Page title={t('convention')} back={{ to: '/internships/conventions', label: t('conventions.nav') }}>
      {convention.error ? <ErrorState error={convention.error} onRetry={() => void convention.refetch()} /> : <Skeleton lines={6} />}
    </Page>
  );
}

/** What to do next, what it says, and whom it covers. */
function Record({ convention }: { convention: ConventionRecord }) {
  const { t } = useTranslation('internships');
  const mayWrite = useRight('internships:write');
  const [step, setStep] = useState<'sending' | 'signature' | null>(null);
  const { state, renewedBy, renews } = convention;
  const page = `/internships/conventions/${convention.id}`;
  const ending = (state === 'signed' || state === 'expired') && daysFromToday(convention.validTo) <= 60;
  const uncovered = convention.covered.filter((one) => one.isUncovered);
  const next = !mayWrite ? null : state === 'draft' ? (
    <Button look="fill" icon="mail" onClick={() => setStep('sending')}>
      {t('conventions.send')}
    </Button>
  ) : state === 'sent' ? (
    <Button look="fill" icon="check" onClick={() => setStep('signature')}>
      {t('conventions.sign')}
    </Button>
  ) : (
    ending && !renewedBy && (
      <ButtonLink look="fill" icon="refresh" to={`${page}/renewal`}>
        {t('conventions.renew')}
      </ButtonLink>
    )
  );
  return (
    <Page
      title={t('conventions.title', { number: convention.number })}
      subtitle={convention.companyName}
      back={{ to: '/internships/conventions', label: t('conventions.nav') }}
      status={<ConventionChip row={convention} />}
      actions={
        <>
          {next}
          <Menu
            label={t('otherActions')}
            items={[
              mayWrite && { label: t('conventions.edit'), icon: 'pencil' as const, to: `${page}/edit` },
              mayWrite && state === 'draft' && { label: t('conventions.sign'), icon: 'check' as const, onSelect: () => setStep('signature') },
              mayWrite && (state === 'signed' || state === 'expired') && !convention.isInUse && { label: t('conventions.correctSignature'), icon: 'check' as const, onSelect: () => setStep('signature') },
              mayWrite && (state === 'signed' || state === 'expired') && !renewedBy && { label: t('conventions.renew'), icon: 'refresh' as const, to: `${page}/renewal` },
              { label: t('openCompany'), icon: 'pa' as const, to: `/companies/${convention.companyId}` },
            ]}
          />
        </>
      }
    >
      <Steps label={t('steps')} steps={conventionStates.map((key) => ({ key, label: capital(t(`conventions.state.${key}`)) }))} current={state} />
      {uncovered.length > 0 && (
        <Notice tone="late" title={t('conventions.uncoveredTitle')}>
          {t('conventions.uncoveredText', { count: uncovered.length, until: longDate(convention.validTo) })}
        </Notice>
      )}
      <div className="beside">
        <SectionCard title={t('convention')}>
          <KeyValue
            items={[
              { label: t('conventions.validity'), value: t('conventions.fromTo', { from: longDate(convention.validFrom), to: longDate(convention.validTo) }) },
              !!convention.sentOn && { label: t('conventions.sentOn'), value: <DateText value={convention.sentOn} /> },
              { label: t('conventions.signedOn'), value: convention.signedOn ? <DateText value={convention.signedOn} /> : t('conventions.notSigned') },
              !!renews && { label: t('conventions.renews'), value: <Related one={renews} /> },
              !!renewedBy && { label: t('conventions.renewedBy'), value: <Related one={renewedBy} /> },
              !!convention.note && { label: t('conventions.note'), value: convention.note },
            ]}
          />
        </SectionCard>
        <SectionCard title={t('conventions.insurance')}>
          <KeyValue
            items={[
              { label: capital(t('paper.inail')), value: convention.inailPosition ?? t('documents.missing') },
              { label: capital(t('paper.liability')), value: convention.liabilityPolicy ?? t('documents.missing') },
              !!convention.insurer && { label: t('conventions.insurer'), value: convention.insurer },
              !!convention.liabilityUntil && {
                label: t('conventions.liabilityUntil'),
                value: (
                  <>
                    <DateText value={convention.liabilityUntil} /> {daysFromToday(convention.liabilityUntil) < 0 && <StatusChip tone="late">{t('conventions.liabilityOver')}</StatusChip>}
                  </>
                ),
              },
            ]}
          />
        </SectionCard>
      </div>
      <PapersSection owner={{ conventionId: convention.id }} mayWrite={mayWrite} />
      <SectionCard title={t('conventions.covered')} note={t('conventions.coveredCount', { count: convention.internships })}>
        {convention.covered.length === 0 ? (
          <EmptyState icon="card" title={t('conventions.coversNone')} text={convention.internships > 0 ? t('conventions.coversOthers') : t('conventions.coversNoneText')} />
        ) : (
          <ul className="rows">
            {convention.covered.map((one) => (
              <li key={one.id} className="row0">
                <div className="row0-main">
                  <Link to={`/internships/${one.id}`}>
                    <b>{one.personName}</b>
                  </Link>
                  <div className="muted">
                    <Period from={one.startsOn} to={one.endsOn} />
                    {one.isUncovered && ` · ${t('conventions.uncovered')}`}
                  </div>
                </div>
                <StateChip state={one.state} />
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
      {step && <StepDialog convention={convention} step={step} onClose={() => setStep(null)} />}
    </Page>
  );
}

function Related({ one }: { one: NonNullable<ConventionRecord['renews']> }) {
  const { t } = useTranslation('internships');
  return (
    <>
      <Link to={`/internships/conventions/${one.id}`}>{t('conventionOption', { number: one.number, until: longDate(one.validTo) })}</Link> <ConventionChip row={one} />
    </>
  );
}

const schema = z.object({ on: day.required() });

function StepDialog({ convention, step, onClose }: { convention: ConventionRecord; step: 'sending' | 'signature'; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const sending = step === 'sending';
  const words = sending ? 'send' : convention.signedOn ? 'correctSignature' : 'sign';
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { on: (!sending && convention.signedOn) || today() },
    version: convention.version,
    serverNames: { sentOn: 'on', signedOn: 'on' },
    submit: ({ on }, version) => (sending ? sendConvention(convention.id, version!, on) : signConvention(convention.id, version!, on)),
    reload: async () => ({ values: { on: today() }, version: (await readConvention(convention.id)).version }),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(sending ? t('conventions.sent') : t('conventions.signed'));
      onClose();
    },
  });
  return (
    <Dialog open title={t(`conventions.${words}`)} onClose={onClose}>
      <p>{t(`conventions.${words}Text`)}</p>
      <Form form={form} submitLabel={t(`conventions.${words}`)} onCancel={onClose}>
        <DateField name="on" label={sending ? t('conventions.sentOn') : t('conventions.signedOn')} required />
      </Form>
    </Dialog>
  );
}
