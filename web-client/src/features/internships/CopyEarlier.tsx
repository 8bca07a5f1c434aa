import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { useToast } from '../../components/Toast';
import { shortDate } from '../../lib/format';
import { readInternship, useEarlierOf, type EarlierInternship } from './api/internships';
import { copyFor, type PlanInput } from './plan-schema';

/** What the person or the company did before is mostly done again: a project begins from it, for the person and the company that are chosen here. */
export function CopyEarlier() {
  const { t } = useTranslation('internships');
  const { getValues, setValue } = useFormContext<PlanInput>();
  const confirm = useConfirm();
  const toast = useToast();
  const forCase = useWatch({ name: 'caseId' }) as PlanInput['caseId'];
  const company = useWatch({ name: 'companyId' }) as PlanInput['companyId'];
  const ofPerson = useEarlierOf({ caseId: forCase?.id }).data ?? [];
  const ofCompany = (useEarlierOf({ companyId: company?.id }).data ?? []).filter((one) => one.caseId !== forCase?.id);
  if (ofPerson.length + ofCompany.length === 0) return null;

  const copy = async ({ id }: EarlierInternship) => {
    const before = getValues();
    const isWritten = [before.duties, before.objectives, before.hostTutor].some((text) => text.trim() !== '');
    if (isWritten && !(await confirm({ title: t('copyEarlier.overTitle'), text: t('copyEarlier.overText'), action: t('copyEarlier.over'), danger: true }))) return;
    try {
      const values = copyFor(await readInternship(id), before.caseId, before.companyId);
      for (const [field, value] of Object.entries(values)) setValue(field as keyof PlanInput, value, { shouldDirty: true });
      toast.done(t('copyEarlier.done'));
    } catch (error) {
      toast.failed(error);
    }
  };
  const entry = (one: EarlierInternship, name: string) => ({
    label: t('copyEarlier.one', { name, from: shortDate(one.startsOn), to: shortDate(one.endedOn ?? one.endsOn) }),
    onSelect: () => void copy(one),
  });
  return (
    <Menu
      label={t('copyEarlier.label')}
      align="start"
      items={[...ofPerson.map((one) => entry(one, one.companyName)), ofPerson.length > 0 && ofCompany.length > 0 && 'line', ...ofCompany.map((one) => entry(one, one.personName))]}
    />
  );
}
