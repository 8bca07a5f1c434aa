import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { amount, choice, DateField, day, FieldRow, Form, MoneyField, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { Money, Period } from '../../../components/values';
import { money } from '../../../lib/format';
import { assignGrant, grantKinds, revokeGrant, useFundableActions, useGrants, type Grant, type Grants } from '../api/grants';
import { useRefresh } from '../api/programmes';
import type { Ranked } from '../api/selection';

/** What the programme assigned to people, and what its lines still hold. */
export function GrantsSection({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('programmes');
  const query = useGrants(programmeId);
  const mayWrite = useRight('beneficiaries:write');
  const [ending, setEnding] = useState<Grant | null>(null);
  return (
    <SectionCard title={t('grants.title')}>
      <Loaded query={query} lines={3}>
        {(grants) =>
          grants.items.length === 0 ? (
            <EmptyState icon="card" title={t('grants.none')} text={t('grants.noneText')} />
          ) : (
            <>
              <p className="muted">
                {grants.lines.map((line) => t('grants.lineLeft', { line: line.title, left: money(Number(line.leftCents)), all: money(Number(line.cents)) })).join(' · ')}
                {Number(grants.leftCents) < grants.lines.reduce((sum, line) => sum + Number(line.leftCents), 0) && ` · ${t('grants.leftInAll', { left: money(Number(grants.leftCents)) })}`}
              </p>
              <ul className="rows">
                {grants.items.map((grant) => (
                  <li key={grant.id} className="row0">
                    <div className="row0-main">
                      {grant.beneficiaryId ? <Link to={`/beneficiaries/${grant.beneficiaryId}`}>{grant.displayName}</Link> : t('ranking.number', { number: Number(grant.number) })}
                      <div className="muted">
                        {t(`grantKind.${grant.kind}`)}
                        {grant.actionKind && ` ${t(`grants.for.${grant.actionKind}`)}`} · {grant.lineTitle} · <Period from={grant.fromOn} to={grant.toOn} />
                        {grant.reason && <div>{grant.reason}</div>}
                      </div>
                    </div>
                    {grant.state === 'revoked' && <StatusChip>{t('grants.ended')}</StatusChip>}
                    <Money cents={Number(grant.cents)} />
                    {mayWrite && grant.state === 'assigned' && grant.sight !== 'none' && (
                      <Button look="plain" small aria-label={t('grants.endOf', { name: grant.displayName })} onClick={() => setEnding(grant)}>
                        {t('grants.end')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {ending && <EndDialog programmeId={programmeId} grant={ending} onClose={() => setEnding(null)} />}
    </SectionCard>
  );
}

const assigning = (lines: string[]) =>
  z.object({ kind: choice.required(grantKinds), action: z.string(), lineTitle: choice.required(lines), fromOn: day.required(), toOn: day.required(), cents: amount.required({ min: 1 }) });

/** Assigns money to a candidate who has a place. */
export function AssignForm({ programmeId, row, onDone }: { programmeId: string; row: Ranked; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const query = useGrants(programmeId);
  return (
    <Loaded query={query} lines={3}>
      {(grants) =>
        grants.lines.length === 0 ? (
          <>
            <p>{t('grants.noLine')}</p>
            <Button look="quiet" onClick={onDone}>
              {t('back')}
            </Button>
          </>
        ) : (
          <AssignFields programmeId={programmeId} row={row} grants={grants} onDone={onDone} />
        )
      }
    </Loaded>
  );
}

function AssignFields({ programmeId, row, grants, onDone }: { programmeId: string; row: Ranked; grants: Grants; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const full = row.sight === 'full';
  const actions = useFundableActions(programmeId, row.id, full);
  const lines = grants.lines.map((line) => line.title);
  const form = useApiForm({
    schema: assigning(lines),
    defaultValues: { kind: 'dowry', action: '', lineTitle: lines.length === 1 ? lines[0]! : '', fromOn: '', toOn: '', cents: null },
    submit: ({ action, ...values }) => {
      const chosen = actions.data?.find((one) => one.id === action);
      return assignGrant(programmeId, { ...values, candidateId: row.id, action: chosen ? { kind: chosen.kind, id: chosen.id } : null });
    },
    onDone: async () => {
      await refresh();
      toast.done(t('grants.done'));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('grants.assign')} onCancel={onDone} keptNote={false}>
      <FieldRow>
        <SelectField name="kind" label={t('grants.kind')} required options={grantKinds.map((value) => ({ value, label: t(`grantKind.${value}`) }))} />
        <SelectField
          name="lineTitle"
          label={t('grants.line')}
          required
          options={grants.lines.map((line) => ({ value: line.title, label: t('grants.lineLeft', { line: line.title, left: money(Number(line.leftCents)), all: money(Number(line.cents)) }) }))}
        />
      </FieldRow>
      <FieldRow>
        <DateField name="fromOn" label={t('startsOn')} required />
        <DateField name="toOn" label={t('endsOn')} required />
      </FieldRow>
      {full && (
        <SelectField
          name="action"
          label={t('grants.forWhat')}
          help={t('grants.forWhatHelp')}
          emptyLabel={t('grants.wholePath')}
          options={(actions.data ?? []).map((one) => ({
              value: one.id,
              label: one.paidBy
                ? t('grants.actionPaid', { kind: t(`grants.actionKind.${one.kind}`), title: one.title, programme: one.paidBy })
                : t('grants.actionOf', { kind: t(`grants.actionKind.${one.kind}`), title: one.title }),
            }))}
        />
      )}
      <MoneyField name="cents" label={t('grants.amount')} required />
    </Form>
  );
}

const ending = z.object({ spentCents: amount.required({ min: 0 }), reason: text.required(2000) });

function EndDialog({ programmeId, grant, onClose }: { programmeId: string; grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm({
    schema: ending,
    defaultValues: { spentCents: null, reason: '' },
    guard: false,
    submit: (values) => revokeGrant(programmeId, grant.id, grant.version, values),
    onDone: async () => {
      await refresh();
      toast.done(t('grants.endDone'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('grants.endTitle')} onClose={onClose}>
      <p>{t('grants.endText')}</p>
      <Form form={form} submitLabel={t('grants.endTitle')} onCancel={onClose} keptNote={false}>
        <MoneyField name="spentCents" label={t('grants.spent')} required />
        <TextArea name="reason" label={t('points.reason')} help={t('leave.reasonHelp')} required rows={3} />
      </Form>
    </Dialog>
  );
}
