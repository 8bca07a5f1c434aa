import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { CheckField, choice, ComboField, DateField, day, Form, RadioGroup, useApiForm, type Option } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue, Money } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { money, monthName } from '../../../lib/format';
import { assignAllowance, findPayingProgrammes, readAllowance, useAllowance, type Allowance } from '../api/allowance';
import { useRefresh, type Internship } from '../api/internships';
import { SchemeField } from '../SchemeField';

/** Who pays, by which scheme, and the months that are on a pay list. */
export function AllowanceSection({ internship, mayWrite }: { internship: Internship; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const query = useAllowance(internship.id);
  const [editing, setEditing] = useState(false);
  return (
    <SectionCard
      title={t('paying.title')}
      actions={
        mayWrite &&
        query.data && (
          <Button look="plain" icon="pencil" onClick={() => setEditing(true)}>
            {t('paying.action')}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={3}>
        {(allowance) => (
          <>
            {allowance.payer === 'unknown' ? (
              <EmptyState icon="card" title={t('paying.unknown')} text={t('paying.unknownText')} />
            ) : (
              <KeyValue
                items={[
                  { label: t('paying.payer'), value: allowance.payer === 'host' ? t('paying.host') : <Programme allowance={allowance} /> },
                  ...allowance.schemes.map((scheme) => ({ label: <>{t('paying.schemeFrom')} <DateText value={scheme.from} short /></>, value: scheme.name })),
                  allowance.dowryKept && { label: t('paying.dowry'), value: t('paying.kept') },
                ]}
              />
            )}
            {allowance.schemes
              .filter((scheme) => scheme.maxDailyHours !== null)
              .map((scheme) => (
                <Notice key={scheme.from} tone="warn" title={t('paying.daysTooLong', { count: Number(scheme.maxDailyHours), name: scheme.name })}>
                  {t('paying.daysTooLongText')}
                </Notice>
              ))}
            <TooMuch allowance={allowance} />
            {allowance.months.length > 0 && <Months allowance={allowance} />}
            {editing && <AllowanceDialog internship={internship} allowance={allowance} onClose={() => setEditing(false)} />}
          </>
        )}
      </Loaded>
    </SectionCard>
  );
}

function Programme({ allowance }: { allowance: Allowance }) {
  return useRight('programmes:read') ? <Link to={`/programmes/${allowance.programmeId}`}>{allowance.programmeName}</Link> : <>{allowance.programmeName}</>;
}

function Months({ allowance }: { allowance: Allowance }) {
  const { t } = useTranslation('internships');
  const mayPay = useRight('allowances:pay');
  const stateOf = (one: Allowance['months'][number]) => (one.runState === 'frozen' ? one.paymentState : one.runState) as 'draft' | 'toApprove' | 'pending' | 'done' | 'returned' | 'nothing';
  return (
    <ul className="rows">
      {allowance.months.map((one, place) => (
        <li key={place} className="row0">
          <div className="row0-main">
            {mayPay ? <Link to={`/allowances/${one.runId}`}>{capital(monthName(one.month))}</Link> : capital(monthName(one.month))}
            <div className="muted">{t(`paying.item.${one.kind as 'month' | 'difference' | 'dowryRelease'}`)}</div>
          </div>
          <StatusChip tone={stateOf(one) === 'done' ? 'ok' : stateOf(one) === 'returned' ? 'late' : 'neutral'}>{t(`paying.state.${stateOf(one)}`)}</StatusChip>
          <Money cents={Number(one.cents) || Number(one.keptCents)} />
        </li>
      ))}
      {allowance.closings.map((one) => (
        <li key={one.id} className="row0">
          <div className="row0-main">
            {capital(monthName(one.month))}
            <div className="muted">
              {t(`paying.closing.${one.kind}`)}
              {one.givenOn && (
                <>
                  {' '}
                  <DateText value={one.givenOn} short />
                </>
              )}
            </div>
          </div>
          <StatusChip tone={one.state === 'closed' ? 'ok' : one.state === 'toConfirm' ? 'warn' : 'neutral'}>{t(`paying.closingState.${one.state}`)}</StatusChip>
          <Money cents={-Number(one.cents)} />
        </li>
      ))}
    </ul>
  );
}

/** What was paid too much and no list takes back any more. */
function TooMuch({ allowance }: { allowance: Allowance }) {
  const { t } = useTranslation('internships');
  const mayPay = useRight('allowances:pay');
  if (allowance.paidTooMuch.length === 0) return null;
  const amount = money(allowance.paidTooMuch.reduce((sum, one) => sum + Number(one.cents), 0));
  return (
    <Notice tone="warn" title={t('paying.tooMuch', { count: allowance.paidTooMuch.length, amount })}>
      {t('paying.tooMuchText')} {mayPay && <Link to={`/allowances/overpayments?programmeId=${allowance.programmeId}`}>{t('paying.tooMuchClose')}</Link>}
    </Notice>
  );
}

const schema = z
  .object({ payer: choice.required(['programme', 'host']), programmeId: z.custom<Option | null>(), schemeId: z.string(), from: day.optional(), dowryKept: z.boolean() })
  .superRefine((values, context) => {
    if (values.payer !== 'programme') return;
    if (!values.programmeId) context.addIssue({ code: 'custom', path: ['programmeId'], input: '' });
    if (!values.schemeId) context.addIssue({ code: 'custom', path: ['schemeId'], input: '' });
  })
  .transform(({ payer, programmeId, schemeId, from, dowryKept }) =>
    payer === 'host'
      ? { payer, programmeId: null, schemeId: null, from: null, dowryKept: false }
      : { payer, programmeId: programmeId?.id ?? null, schemeId, from, dowryKept },
  );
type Input = z.input<typeof schema>;

const inputOf = (allowance: Allowance): Input => ({
  payer: allowance.payer === 'host' ? 'host' : 'programme',
  programmeId: allowance.programmeId ? { id: allowance.programmeId, label: allowance.programmeName ?? '' } : null,
  schemeId: allowance.schemes.at(-1)?.schemeId ?? '',
  from: '',
  dowryKept: allowance.dowryKept,
});

function AllowanceDialog({ internship, allowance, onClose }: { internship: Internship; allowance: Allowance; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: inputOf(allowance),
    guard: false,
    version: allowance.version,
    reload: async () => readAllowance(internship.id).then((now) => ({ values: inputOf(now), version: now.version })),
    submit: async (values, version) => {
      await assignAllowance(internship.id, version!, values);
    },
    onDone: async () => {
      toast.done(t('paying.saved'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open wide title={t('paying.title')} onClose={onClose}>
      <Form form={form} submitLabel={t('paying.save')} onCancel={onClose} keptNote={false}>
        <RadioGroup
          name="payer"
          label={t('paying.payer')}
          required
          options={[
            { value: 'programme', label: t('paying.programme'), help: t('paying.programmeHelp') },
            { value: 'host', label: t('paying.host'), help: t('paying.hostHelp') },
          ]}
        />
        <ProgrammeFields internship={internship} allowance={allowance} />
      </Form>
    </Dialog>
  );
}

function ProgrammeFields({ internship, allowance }: { internship: Internship; allowance: Allowance }) {
  const { t } = useTranslation('internships');
  const payer = useWatch<Input, 'payer'>({ name: 'payer' });
  if (payer !== 'programme') return null;
  return (
    <>
      <ComboField name="programmeId" label={t('paying.which')} required source={['programmes', 'paying']} load={findPayingProgrammes} minLength={0} />
      <SchemeField of={{ region: internship.region, kind: internship.kind, on: internship.startsOn }}>
        {(isDowry) => (
          <>
            {allowance.schemes.length > 0 && <DateField name="from" label={t('paying.from')} help={t('paying.fromHelp')} min={internship.startsOn} max={internship.endsOn} />}
            {isDowry && <CheckField name="dowryKept" label={t('paying.keep')} help={t('paying.keepHelp')} />}
          </>
        )}
      </SchemeField>
    </>
  );
}
