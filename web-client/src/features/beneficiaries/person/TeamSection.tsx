import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, FieldRow, Form, SelectField, text, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { addMember, changeMember, changeRestriction, memberRoles, usePossibleMembers, type Case, type CaseMember } from '../api/case';
import { peopleKeys } from '../api/keys';

/** Who works on the case: this is who sees it. */
export function TeamSection({ record }: { record: Case }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const [adding, setAdding] = useState(false);
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
            <Button small icon="plus" onClick={() => setAdding(true)}>
              {t('team.add')}
            </Button>
          </>
        )
      }
    >
      <ul className="rows">
        {record.members.map((member) => (
          <li key={member.id}>
            <div>
              <b>{member.name ?? t('team.unknown')}</b> · {t(`role.${member.role}`)}
              <div className="hint">
                {t('from')} <DateText value={member.fromOn} />
                {member.toOn && (
                  <>
                    {' '}
                    {t('to')} <DateText value={member.toOn} />
                  </>
                )}
              </div>
            </div>
            {canChange && !member.toOn && member.role !== 'caseManager' && (
              <Button small look="quiet" onClick={() => void end(member)} aria-label={t('team.endOf', { name: member.name ?? '' })}>
                {t('team.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddMemberDialog caseId={record.id} onClose={() => setAdding(false)} onDone={refresh} />}
    </SectionCard>
  );
}

const schema = z.object({ userId: text.required(40), role: choice.required(memberRoles), fromOn: day.required(), toOn: day.optional() });
type Input = z.input<typeof schema>;

function AddMemberDialog({ caseId, onClose, onDone }: { caseId: string; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('beneficiaries');
  const toast = useToast();
  const colleagues = usePossibleMembers(true).data ?? [];
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { userId: '', role: 'educator', fromOn: today(), toOn: '' },
    guard: false,
    submit: (values) => addMember(caseId, values),
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
