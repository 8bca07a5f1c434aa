import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DateField, Form, SelectField, TextArea, day, text, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { daysFromToday } from '../../../lib/format';
import { changeDecision, removeDecision, takeDecision, type Decision, type DecisionData, type Meeting } from '../api/meetings';
import { useChange, useDecisionOwners } from '../api/network';
import { useTable } from '../api/tables';
import { DecisionRow } from './DecisionRow';

/** What the meeting decided: who sees to it, by when, whether it is done. */
export function DecisionsCard({ meeting, mayWrite }: { meeting: Meeting; mayWrite: boolean }) {
  const { t } = useTranslation('network');
  const [form, setForm] = useState<'new' | Decision | null>(null);
  const [removing, setRemoving] = useState<Decision | null>(null);
  const mayAdd = mayWrite && meeting.state !== 'approved' && meeting.state !== 'cancelled' && daysFromToday(meeting.day) <= 0;
  return (
    <SectionCard
      title={t('decisions.title')}
      actions={
        mayAdd &&
        !form && (
          <Button small look="plain" icon="plus" className="no-print" onClick={() => setForm('new')}>
            {t('decisions.add')}
          </Button>
        )
      }
    >
      {form && <DecisionForm key={form === 'new' ? 'new' : form.id} meeting={meeting} decision={form === 'new' ? undefined : form} onClose={() => setForm(null)} />}
      {meeting.decisions.length === 0 ? (
        !form && <EmptyState icon="check-circle" title={t('decisions.none')} text={meeting.state === 'planned' ? t('decisions.nonePlanned') : undefined} />
      ) : (
        <ul className="rows">
          {meeting.decisions.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} onEdit={mayWrite ? () => setForm(decision) : undefined} onRemove={mayAdd ? () => setRemoving(decision) : undefined} />
          ))}
        </ul>
      )}
      {meeting.removedDecisions.length > 0 && (
        <>
          <h3 className="no-print">{t('decisions.removedTitle')}</h3>
          <ul className="rows no-print">
            {meeting.removedDecisions.map((one) => (
              <li key={one.id} className="row0">
                <div className="row0-main">
                  <s>{one.decided}</s>
                  <div className="muted">
                    {one.reason} · {one.removedByName}, <DateText value={one.removedAt} short />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {removing && <RemoveDialog decision={removing} onClose={() => setRemoving(null)} />}
    </SectionCard>
  );
}

const removal = z.object({ reason: text.required(1000) });

/** Written by mistake: it goes, and why is kept. */
function RemoveDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const remove = useChange(({ reason, version }: { reason: string; version: number | string }) => removeDecision(decision.id, reason, version));
  const form = useApiForm({
    schema: removal,
    defaultValues: { reason: '' },
    guard: false,
    submit: ({ reason }) => remove.mutateAsync({ reason, version: decision.version }),
    onDone: () => {
      toast.done(t('decisions.removed'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('decisions.removeTitle')} onClose={onClose}>
      <p>«{decision.decided}»</p>
      <p>{t('decisions.removeText')}</p>
      <Form form={form} submitLabel={t('decisions.remove')} onCancel={onClose} keptNote={false}>
        <TextArea name="reason" label={t('decisions.removeReason')} required rows={3} />
      </Form>
    </Dialog>
  );
}

const schema = z.object({ decided: text.required(1000), owner: z.string().min(1), dueOn: day.required() });

const ownerOf = (decision?: Decision) => (decision?.ownerUserId ? `u:${decision.ownerUserId}` : decision?.ownerPersonId ? `p:${decision.ownerPersonId}` : '');

function DecisionForm({ meeting, decision, onClose }: { meeting: Meeting; decision?: Decision; onClose: () => void }) {
  const { t } = useTranslation('network');
  const toast = useToast();
  const owners = useDecisionOwners(true);
  const table = useTable(meeting.tableId);
  const save = useChange(async ({ body, version }: { body: DecisionData; version: number | string }) => {
    if (decision) await changeDecision(decision.id, body, version);
    else await takeDecision(meeting.tableId, meeting.id, body);
  });
  const form = useApiForm({
    schema,
    defaultValues: { decided: decision?.decided ?? '', owner: ownerOf(decision), dueOn: decision?.dueOn ?? '' },
    version: decision?.version,
    submit: ({ decided, owner, dueOn }, version) =>
      save.mutateAsync({ body: { decided, dueOn, ownerUserId: owner.startsWith('u:') ? owner.slice(2) : null, ownerPersonId: owner.startsWith('p:') ? owner.slice(2) : null }, version: version ?? 0 }),
    onDone: () => {
      toast.done(t('saved'));
      onClose();
    },
  });
  const options = [
    ...(owners.data?.items ?? []).map((one) => ({ value: `u:${one.id}`, label: one.displayName })),
    ...(table.data?.members ?? []).flatMap((one) => (one.personId ? [{ value: `p:${one.personId}`, label: `${one.personName} · ${one.bodyName}` }] : [])),
  ];
  const known = ownerOf(decision);
  // Whoever left keeps what was entrusted to them until it is given to somebody else.
  const all = known && owners.isSuccess && table.isSuccess && !options.some((one) => one.value === known) ? [...options, { value: known, label: decision?.ownerName ?? '' }] : options;
  return (
    <div className="inset no-print">
      <Form form={form} label={t(decision ? 'decisions.edit' : 'decisions.add')} submitLabel={t('save')} onCancel={onClose}>
        <TextArea name="decided" label={t('decisions.decided')} required rows={2} readOnly={meeting.state === 'approved'} help={meeting.state === 'approved' ? t('decisions.frozen') : undefined} />
        <SelectField key={all.length} name="owner" label={t('decisions.owner')} help={t('decisions.ownerHelp')} required options={all} />
        <DateField name="dueOn" label={t('decisions.dueOn')} required min={meeting.day} />
      </Form>
    </div>
  );
}
