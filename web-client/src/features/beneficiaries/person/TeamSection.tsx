import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { usePersonMarks } from '../../../api/marks';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { useWatch } from 'react-hook-form';
import { choice, ComboField, DateField, day, FieldRow, Form, picked, SelectField, text, TextField, useApiForm, type Option } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { addMember, addOutsideMember, changeMember, changeOutsideMember, changeRestriction, giveMemberAccount, memberRoles, usePossibleMembers, type Case, type CaseMember, type OutsideMember } from '../api/case';
import { peopleKeys } from '../api/keys';
import { findPartnerBodies, usePeopleOfBody } from '../api/other-modules';

/** Who works on the case: this is who sees it. */
export function TeamSection({ record }: { record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const [adding, setAdding] = useState<'colleague' | 'outside' | null>(null);
  const [giving, setGiving] = useState<OutsideMember | null>(null);
  const canChange = record.canManage && !record.closedOn;
  const refresh = () => queries.invalidateQueries({ queryKey: peopleKeys.all });

  const end = async (member: CaseMember) => {
    if (!(await confirm({ title: t('team.endTitle', { name: member.name ?? '' }), text: t('team.endText'), action: t('team.end'), danger: true }))) return;
    try {
      await changeMember(record.id, member.id, { role: member.role, fromOn: member.fromOn, toOn: today() });
      await refresh();
      toast.done(t('team.ended'));
    } catch (error) {
      toast.failed(error);
    }
  };
  const endOutside = async (member: OutsideMember) => {
    const name = member.name ?? t('team.hidden');
    if (!(await confirm({ title: t('team.endTitle', { name }), text: t('team.endOutsideText'), action: t('team.end'), danger: true }))) return;
    try {
      await changeOutsideMember(record.id, member.id, { role: member.role, fromOn: member.fromOn, toOn: member.fromOn > today() ? member.fromOn : today() });
      await refresh();
      toast.done(t('team.ended'));
    } catch (error) {
      toast.failed(error);
    }
  };
  const restrict = async () => {
    const restricted = !record.restricted;
    const question = restricted
      ? { title: t('restrict.title'), text: t('restrict.text'), action: t('restrict.action') }
      : { title: t('unrestrict.title'), text: t('unrestrict.text'), action: t('unrestrict.action') };
    if (!(await confirm(question))) return;
    try {
      await changeRestriction(record.id, restricted);
      await refresh();
      toast.done(t('saved'));
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <SectionCard
      title={t('team.title')}
      actions={
        canChange && (
          <>
            {record.sight === 'full' && (
              <Button small look="quiet" icon={record.restricted ? 'unlocked' : 'locked'} onClick={() => void restrict()}>
                {record.restricted ? t('unrestrict.action') : t('restrict.action')}
              </Button>
            )}
            <Button small look="quiet" icon="plus" onClick={() => setAdding('outside')}>
              {t('team.addOutside')}
            </Button>
            <Button small icon="plus" onClick={() => setAdding('colleague')}>
              {t('team.add')}
            </Button>
          </>
        )
      }
    >
      <ul className="rows">
        {record.members.map((member) => (
          <MemberRow key={member.id} member={member} name={member.name ?? t('team.unknown')}>
            {canChange && !member.toOn && member.role !== 'caseManager' && <EndButton name={member.name ?? ''} onClick={() => void end(member)} />}
          </MemberRow>
        ))}
        {record.outsideMembers.map((member) => {
          const name = member.name ?? t('team.hidden');
          return (
            <MemberRow
              key={member.id}
              member={member}
              name={name}
              body={member.bodyName}
              note={member.accountFrom ? <>{t('team.accountSince')} <DateText value={member.accountFrom} /></> : t('team.withoutAccount')}
            >
              {canChange && !member.accountId && (!member.toOn || member.toOn >= today()) && (
                <span className="inline">
                  <Button small look="quiet" onClick={() => setGiving(member)} aria-label={t('team.giveAccountTo', { name })}>
                    {t('team.giveAccount')}
                  </Button>
                  {!member.toOn && <EndButton name={name} onClick={() => void endOutside(member)} />}
                </span>
              )}
            </MemberRow>
          );
        })}
      </ul>
      {adding === 'colleague' && <AddMemberDialog record={record} onClose={() => setAdding(null)} onDone={refresh} />}
      {adding === 'outside' && <AddOutsideDialog record={record} onClose={() => setAdding(null)} onDone={refresh} />}
      {giving && <GiveAccountDialog record={record} member={giving} onClose={() => setGiving(null)} onDone={refresh} />}
    </SectionCard>
  );
}

/** Who, as what, from when to when, and what may be done. */
function MemberRow({ member, name, body, note, children }: { member: Pick<CaseMember, 'role' | 'fromOn' | 'toOn'>; name: string; body?: string | null; note?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <li>
      <div>
        <b>{name}</b> · {t(`role.${member.role}`)}
        {body && ` · ${body}`}
        <div className="hint">
          {t('from')} <DateText value={member.fromOn} />
          {member.toOn && (
            <>
              {' '}
              {t('to')} <DateText value={member.toOn} />
            </>
          )}
          {note && <> · {note}</>}
        </div>
      </div>
      {children}
    </li>
  );
}

function EndButton({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <Button small look="quiet" onClick={onClick} aria-label={t('team.endOf', { name })}>
      {t('team.end')}
    </Button>
  );
}

const schema = z.object({ userId: text.required(40), role: choice.required(memberRoles), fromOn: day.required(), toOn: day.optional() });
type Input = z.input<typeof schema>;

function AddMemberDialog({ record, onClose, onDone }: { record: Case; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const colleagues = usePossibleMembers(record);
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { userId: '', role: 'educator', fromOn: today(), toOn: '' },
    guard: false,
    submit: (values) => addMember(record.id, values),
    onDone: () => {
      void onDone();
      toast.done(t('team.added'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('team.add')} onClose={onClose}>
      <p>{t('team.addText')}</p>
      <Form form={form} submitLabel={t('team.add')} onCancel={onClose} keptNote={false}>
        <SelectField name="userId" label={t('team.who')} required width="full" options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
        <SelectField name="role" label={t('team.role')} required width="full" options={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))} />
        <FieldRow>
          <DateField name="fromOn" label={t('team.from')} required />
          <DateField name="toOn" label={t('team.to')} />
        </FieldRow>
      </Form>
    </Dialog>
  );
}

const byHand = 'byHand';
const outsideRoles = memberRoles.filter((role) => role !== 'caseManager');
const outsideSchema = z
  .object({ bodyId: picked.optional(), bodyName: text.optional(200), bodyPersonId: z.string(), name: text.optional(120), role: choice.required(outsideRoles), fromOn: day.required(), toOn: day.optional() })
  .transform(({ bodyPersonId, ...rest }) => {
    const known = rest.bodyId && bodyPersonId && bodyPersonId !== byHand;
    return { ...rest, bodyName: rest.bodyId ? null : rest.bodyName, bodyPersonId: known ? bodyPersonId : null, name: known ? null : rest.name };
  });

/** A professional of another body, from the people of the network's bodies or written by hand. */
function AddOutsideDialog({ record, onClose, onDone }: { record: Case; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const objects = (usePersonMarks(record.beneficiaryId, record.sight === 'full').data?.items ?? []).some((mark) => mark.scope === 'partnerBodies' || mark.scope === 'everything');
  const form = useApiForm<z.input<typeof outsideSchema>, z.output<typeof outsideSchema>>({
    schema: outsideSchema,
    defaultValues: { bodyId: null, bodyName: '', bodyPersonId: '', name: '', role: 'socialWorker', fromOn: today(), toOn: '' },
    guard: false,
    submit: (values) => addOutsideMember(record.id, values),
    onDone: () => {
      void onDone();
      toast.done(t('team.added'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('team.addOutside')} onClose={onClose}>
      <p>{t('team.addOutsideText')}</p>
      {objects && <Notice tone="warn">{t('rights.objectionText.partnerBodies')}</Notice>}
      <Form form={form} submitLabel={t('team.addOutside')} onCancel={onClose} keptNote={false}>
        <ComboField name="bodyId" label={t('team.body')} help={t('team.bodyHelp')} width="full" minLength={0} source={['partner-bodies']} load={findPartnerBodies} />
        <WhoOfBody />
        <SelectField name="role" label={t('team.role')} required width="full" options={outsideRoles.map((value) => ({ value, label: t(`role.${value}`) }))} />
        <FieldRow>
          <DateField name="fromOn" label={t('team.from')} required />
          <DateField name="toOn" label={t('team.to')} />
        </FieldRow>
      </Form>
    </Dialog>
  );
}

/** The people of the body that was chosen; a name where it has none, name and body where there is no body. */
function WhoOfBody() {
  const { t } = useTranslation('beneficiaries');
  const body = useWatch({ name: 'bodyId' }) as Option | null;
  const chosen = useWatch({ name: 'bodyPersonId' }) as string;
  const people = usePeopleOfBody(body?.id).data ?? [];
  const list = !!body && people.length > 0;
  return (
    <>
      {!body && <TextField name="bodyName" label={t('team.bodyName')} width="full" autoComplete="off" />}
      {list && (
        <SelectField
          name="bodyPersonId"
          label={t('team.whoOfBody')}
          width="full"
          options={[...people.map((one) => ({ value: one.id, label: one.role ? `${one.name} · ${one.role}` : one.name })), { value: byHand, label: t('team.byHand') }]}
        />
      )}
      {(!list || chosen === byHand) && <TextField name="name" label={t('team.name')} required width="full" autoComplete="off" />}
    </>
  );
}

const accountSchema = z.object({ userId: text.required(40) });

/** The membership goes on with the account, and only from today it lets them see. */
function GiveAccountDialog({ record, member, onClose, onDone }: { record: Case; member: OutsideMember; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const colleagues = usePossibleMembers(record);
  const form = useApiForm<z.input<typeof accountSchema>, z.output<typeof accountSchema>>({
    schema: accountSchema,
    defaultValues: { userId: colleagues.find((one) => one.displayName === member.name)?.id ?? '' },
    guard: false,
    submit: (values) => giveMemberAccount(record.id, member.id, values.userId),
    onDone: () => {
      void onDone();
      toast.done(t('team.accountGiven'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('team.giveAccountTo', { name: member.name ?? t('team.hidden') })} onClose={onClose}>
      <p>{t('team.giveAccountText')}</p>
      <Form form={form} submitLabel={t('team.giveAccount')} onCancel={onClose} keptNote={false}>
        <SelectField name="userId" label={t('team.account')} required width="full" options={colleagues.map((one) => ({ value: one.id, label: one.displayName }))} />
      </Form>
    </Dialog>
  );
}
