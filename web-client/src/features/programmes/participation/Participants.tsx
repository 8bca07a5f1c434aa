import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { CheckField, choice, DateField, day, Form, SelectField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { recordLeaving, recordSixMonths, situations, useLeaving, useParticipations, type Participation } from '../api/participations';
import { useRefresh } from '../api/programmes';

type Doing = { row: Participation; what: 'leave' | 'sixMonths' } | null;

/** Who takes part in the programme, and what is still to be asked of whoever left. */
export function Participants({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('programmes');
  const query = useParticipations(programmeId);
  const mayWrite = useRight('beneficiaries:write');
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const nameOf = (row: Participation) => row.displayName ?? t('ranking.number', { number: Number(row.number) });
  return (
    <SectionCard title={t('participants.title')} note={query.data?.length ? String(query.data.length) : undefined}>
      <Loaded query={query} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="user" title={t('participants.none')} text={t('participants.noneText')} />
          ) : (
            <ul className="rows">
              {rows.map((row) => (
                <li key={row.id} className="row0">
                  <div className="row0-main">
                    {row.beneficiaryId ? <Link to={`/beneficiaries/${row.beneficiaryId}`}>{nameOf(row)}</Link> : nameOf(row)}
                    <div className="muted">
                      {t('participants.from')} <DateText value={row.enteredOn} short />
                      {row.leftOn && (
                        <>
                          {' '}
                          {t('participants.to')} <DateText value={row.leftOn} short />
                        </>
                      )}
                    </div>
                  </div>
                  {row.leaving === 'due' && <StatusChip tone="warn">{t('participants.leavingDue')}</StatusChip>}
                  {row.sixMonths === 'due' && <StatusChip tone="warn">{t('participants.sixMonthsDue')}</StatusChip>}
                  {row.leaving === 'known' && row.sixMonths !== 'due' && <StatusChip>{t('participants.left')}</StatusChip>}
                  {mayWrite && row.sight === 'full' && row.leaving !== 'known' && (
                    <Button look="plain" small aria-label={t('participants.leaveOf', { name: nameOf(row) })} onClick={() => setDoing({ row, what: 'leave' })}>
                      {row.leftOn ? t('participants.complete') : t('participants.leave')}
                    </Button>
                  )}
                  {mayWrite && row.sight === 'full' && row.sixMonths === 'due' && (
                    <Button look="plain" small aria-label={t('participants.sixMonthsOf', { name: nameOf(row) })} onClick={() => setDoing({ row, what: 'sixMonths' })}>
                      {t('participants.sixMonths')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {doing && (
        <Dialog open title={doing.what === 'leave' ? t('participants.leaveTitle', { name: nameOf(doing.row) }) : t('participants.sixMonthsTitle', { name: nameOf(doing.row) })} onClose={close}>
          {doing.what === 'leave' ? <LeavingForm programmeId={programmeId} row={doing.row} onDone={close} /> : <SixMonthsForm programmeId={programmeId} row={doing.row} onDone={close} />}
        </Dialog>
      )}
    </SectionCard>
  );
}

const leavingSchema = z.object({ leftOn: day.required(), situation: choice.optional(situations), qualification: z.boolean() });

function LeavingForm({ programmeId, row, onDone }: { programmeId: string; row: Participation; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm({
    schema: leavingSchema,
    defaultValues: { leftOn: row.leftOn ?? today(), situation: '', qualification: false },
    submit: (values) => recordLeaving(programmeId, row.id, row.version, values),
    onDone: async () => {
      await refresh();
      toast.done(t('participants.leaveDone'));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('participants.save')} onCancel={onDone} keptNote={false}>
      <DateField name="leftOn" label={t('participants.leftOn')} required min={row.enteredOn} max={today()} />
      <LeavingFields programmeId={programmeId} id={row.id} />
    </Form>
  );
}

/** What the case told already is shown, not asked. */
function LeavingFields({ programmeId, id }: { programmeId: string; id: string }) {
  const { t } = useTranslation('programmes');
  const { control } = useFormContext();
  const leftOn = useWatch({ control, name: 'leftOn' }) as string;
  const known = useLeaving(programmeId, id, leftOn).data;
  return (
    <>
      {known?.situation ? (
        <p>{t('participants.knownSituation', { situation: t(`situation.${known.situation}`) })}</p>
      ) : (
        <SelectField
          name="situation"
          label={t('participants.situation')}
          help={t('participants.situationHelp')}
          emptyLabel={t('participants.notKnown')}
          options={situations.map((value) => ({ value, label: t(`situation.${value}`) }))}
        />
      )}
      {known?.qualification ? <p>{t('participants.knownQualification')}</p> : <CheckField name="qualification" label={t('participants.qualification')} />}
    </>
  );
}

const laterSchema = z.object({ situation: choice.required(situations), improved: z.boolean() });

function SixMonthsForm({ programmeId, row, onDone }: { programmeId: string; row: Participation; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm({
    schema: laterSchema,
    defaultValues: { situation: '', improved: false },
    submit: (values) => recordSixMonths(programmeId, row.id, row.version, values),
    onDone: async () => {
      await refresh();
      toast.done(t('participants.sixMonthsDone'));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t('participants.save')} onCancel={onDone} keptNote={false}>
      <p>{t('participants.sixMonthsText')}</p>
      <SelectField name="situation" label={t('participants.nowDoes')} required options={situations.map((value) => ({ value, label: t(`situation.${value}`) }))} />
      <CheckField name="improved" label={t('participants.improved')} />
    </Form>
  );
}
