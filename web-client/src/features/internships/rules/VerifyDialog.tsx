import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { CheckGroup, Form, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { readRuleSet, useRefreshRules, verifyRuleSet, type RuleSet } from '../api/rule-sets';

const schema = z.object({ figures: z.array(z.string()).min(1) });

/** Figures that were compared with the act lose their mark and keep their value. */
export function VerifyDialog({ set, onClose }: { set: RuleSet; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefreshRules();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { figures: [] },
    version: set.version,
    submit: ({ figures }, version) => verifyRuleSet(set.id, version!, figures),
    reload: async () => ({ values: { figures: [] }, version: (await readRuleSet(set.id)).version }),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('rules.verified'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('rules.verify')} onClose={onClose}>
      <p>{t('rules.verifyText', { act: set.act })}</p>
      <Form form={form} submitLabel={t('rules.verifyAction')} onCancel={onClose}>
        <CheckGroup name="figures" label={t('rules.verifiedFigures')} required options={(set.toVerify ?? []).map((value) => ({ value, label: t(`rules.figure.${value}`) }))} />
      </Form>
    </Dialog>
  );
}
