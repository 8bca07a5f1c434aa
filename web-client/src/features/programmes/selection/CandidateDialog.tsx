import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../../api/session';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { amount, choice, Form, NumberField, SelectField, text, TextArea, useApiForm } from '../../../components/form';
import { Timeline } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue, RelativeDate } from '../../../components/values';
import { useProgramme, useRefresh } from '../api/programmes';
import { exclude, renounce, useCandidate, writePoints, type Cohort, type Ranked } from '../api/selection';
import { AssignForm } from '../grants/GrantsSection';
import { EntryForm } from '../participation/EntryForm';
import { useCandidateName } from './SelectionPage';
import { CandidateChip, useCriterionName } from './words';

type Doing = 'points' | 'assign' | 'enrol' | 'renounce' | 'exclude' | null;

/** A candidate: points line by line, who proposed, the story, and what may be done. */
export function CandidateDialog({ programmeId, cohort, row, onClose }: { programmeId: string; cohort: Cohort; row: Ranked; onClose: () => void }) {
  const { t } = useTranslation('programmes');
  const query = useCandidate(programmeId, row.id);
  const mayWrite = useRight('beneficiaries:write');
  const maySelect = useRight('programmes:select');
  const [doing, setDoing] = useState<Doing>(null);
  const name = useCandidateName()(row);
  const full = row.sight === 'full';
  const placed = row.state === 'selected' || row.state === 'enrolled';
  const inside = placed || row.state === 'proposed' || row.state === 'waiting';
  const done = () => setDoing(null);
  return (
    <Dialog open wide title={name} onClose={onClose}>
      {doing === 'points' && <PointsForm programmeId={programmeId} row={row} onDone={done} />}
      {doing === 'enrol' && <EntryForm programmeId={programmeId} row={row} onDone={done} />}
      {doing === 'assign' && <AssignForm programmeId={programmeId} row={row} onDone={done} />}
      {(doing === 'renounce' || doing === 'exclude') && <LeaveForm programmeId={programmeId} row={row} how={doing} onDone={done} />}
      {doing === null && (
        <>
          <div className="row-actions">
            <CandidateChip state={row.state} />
            {row.beneficiaryId && <Link to={`/beneficiaries/${row.beneficiaryId}`}>{t('candidate.record')}</Link>}
            {row.referralId && <Link to={`/beneficiaries/referrals/${row.referralId}`}>{t('candidate.referral')}</Link>}
          </div>
          {row.lines ? <Lines row={row} /> : <p>{t('candidate.hidden', { count: Number(row.points) })}</p>}
          {inside && (full ? mayWrite : maySelect) && (
            <div className="row-actions">
              {full && cohort.state === 'open' && (
                <Button look="fill" icon="pencil" onClick={() => setDoing('points')}>
                  {t('points.action')}
                </Button>
              )}
              {full && row.state === 'selected' && row.beneficiaryId && (
                <Button look="fill" icon="user" onClick={() => setDoing('enrol')}>
                  {t('entry.action')}
                </Button>
              )}
              {mayWrite && row.sight !== 'none' && placed && row.beneficiaryId && (
                <Button look="quiet" icon="card" onClick={() => setDoing('assign')}>
                  {t('grants.action')}
                </Button>
              )}
              {full && row.state !== 'enrolled' && (
                <Button look="quiet" onClick={() => setDoing('renounce')}>
                  {t('leave.renounce')}
                </Button>
              )}
              {maySelect && cohort.state === 'open' && (
                <Button look="quiet" onClick={() => setDoing('exclude')}>
                  {t('leave.exclude')}
                </Button>
              )}
            </div>
          )}
          <Loaded query={query} lines={4}>
            {(candidate) => (
              <>
                <KeyValue
                  items={[
                    { label: t('propose.on'), value: <DateText value={candidate.proposedOn} /> },
                    full && { label: t('propose.body'), value: candidate.bodyName },
                    full && !!candidate.consentKind && { label: t('propose.consentOn'), value: <><DateText value={candidate.consentOn} /> · {t(`consent.${candidate.consentKind}`)}</> },
                  ]}
                />
                <h3>{t('candidate.story')}</h3>
                <Timeline
                  entries={[...candidate.story].reverse().map((one, index) => ({ key: String(index), title: t(`candidateEvent.${one.kind}`), when: <RelativeDate value={one.at} />, by: one.by, text: one.note }))}
                />
              </>
            )}
          </Loaded>
        </>
      )}
    </Dialog>
  );
}

function Lines({ row }: { row: Ranked }) {
  const { t } = useTranslation('programmes');
  const nameOf = useCriterionName();
  return (
    <ul className="rows">
      {row.lines!.map((line) => (
        <li key={line.key} className="row0">
          <div className="row0-main">
            {nameOf(line.criterion, line.argument)}
            <div className="muted">
              {t(`basis.${line.basis}`)}
              {line.reason && `: ${line.reason}`}
            </div>
          </div>
          <b className="number">{t('candidate.of', { points: Number(line.points), most: Number(line.most) })}</b>
        </li>
      ))}
      {Number(row.reservedPoints) > 0 && (
        <li className="row0">
          <div className="row0-main">{t('candidate.reserved')}</div>
          <b className="number">{Number(row.reservedPoints)}</b>
        </li>
      )}
    </ul>
  );
}

function PointsForm({ programmeId, row, onDone }: { programmeId: string; row: Ranked; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const nameOf = useCriterionName();
  const categories = useProgramme(programmeId).data?.categories ?? [];
  const byHand = row.lines!.filter((line) => line.basis === 'unknown' || line.basis === 'byHand');
  const options = byHand.map((line) => ({ value: line.key, label: t('points.upTo', { criterion: nameOf(line.criterion, line.argument), most: Number(line.most) }) }));
  if (!row.beneficiaryId && categories.length > 0) options.push({ value: 'eligibility', label: t('points.eligibility') });
  const keys = options.map((option) => option.value);
  const form = useApiForm({
    schema: z.object({ key: choice.required(keys), points: amount.required({ min: 0 }), reason: text.required(2000) }),
    defaultValues: { key: keys.length === 1 ? keys[0]! : '', points: null, reason: '' },
    submit: (values) => writePoints(programmeId, row.id, values),
    onDone: async () => {
      await refresh();
      toast.done(t('points.done'));
      onDone();
    },
  });
  if (options.length === 0)
    return (
      <>
        <p>{t('points.allKnown')}</p>
        <Button look="quiet" onClick={onDone}>
          {t('back')}
        </Button>
      </>
    );
  return (
    <Form form={form} submitLabel={t('save')} onCancel={onDone} keptNote={false}>
      <p>{t('points.text')}</p>
      <SelectField name="key" label={t('criteria.criterion')} required options={options} />
      <NumberField name="points" label={t('criteria.pointsLabel')} required />
      <TextArea name="reason" label={t('points.reason')} help={t('points.reasonHelp')} required rows={3} />
    </Form>
  );
}

const leaving = z.object({ reason: text.required(2000) });

function LeaveForm({ programmeId, row, how, onDone }: { programmeId: string; row: Ranked; how: 'renounce' | 'exclude'; onDone: () => void }) {
  const { t } = useTranslation('programmes');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm({
    schema: leaving,
    defaultValues: { reason: '' },
    submit: ({ reason }) => (how === 'renounce' ? renounce : exclude)(programmeId, row.id, reason),
    onDone: async ({ movedIn }) => {
      await refresh();
      toast.done(movedIn === null ? t('leave.done') : t('leave.movedIn', { number: Number(movedIn) }));
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={how === 'renounce' ? t('leave.renounce') : t('leave.exclude')} onCancel={onDone} keptNote={false}>
      <p>{how === 'renounce' ? t('leave.renounceText') : t('leave.excludeText')}</p>
      <TextArea name="reason" label={t('points.reason')} help={t('leave.reasonHelp')} required rows={3} />
    </Form>
  );
}
