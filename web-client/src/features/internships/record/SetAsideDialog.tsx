import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { Form, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { setRuleAside, useRefresh, type CheckedRule, type ExtensionToCheck, type Internship } from '../api/internships';

const schema = z.object({ reason: text.required(2000) });

/** A rule that blocks the start, or a later end, is set aside, with a reason that stays. */
export function SetAsideDialog({ internship, rule, extension = null, onClose }: { internship: Internship; rule: CheckedRule; extension?: ExtensionToCheck | null; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { reason: '' },
    submit: ({ reason }) => setRuleAside(internship.id, rule.code, reason, extension),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('setAside.done'));
      onClose();
    },
  });
  return (
    <Dialog open wide title={t('setAside.title')} onClose={onClose}>
      <p>
        {rule.sentence} {rule.act && <small className="muted">{rule.act}</small>}
      </p>
      <p>{t(extension ? 'setAside.extensionText' : 'setAside.text')}</p>
      <Form form={form} submitLabel={t('setAside.action')} onCancel={onClose}>
        <TextArea name="reason" label={t('reason')} help={t('setAside.reasonHelp')} required rows={3} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
