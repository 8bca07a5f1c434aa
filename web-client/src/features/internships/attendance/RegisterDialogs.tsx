import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Dialog } from '../../../components/Dialog';
import { CheckField, FileField, Form, text, TextArea, useApiForm } from '../../../components/form';
import { useToast } from '../../../components/Toast';
import { useRefresh } from '../api/internships';
import { reopenRegister, signRegister, uploadScan, type RegisterSheet } from '../api/registers';

const signatures = z.object({ tutor: z.boolean(), intern: z.boolean() });

/** Who is in front of the screen confirms; who signed already is not asked again. */
export function SignDialog({ id, sheet, onClose }: { id: string; sheet: RegisterSheet; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof signatures>, z.output<typeof signatures>, { state: RegisterSheet['state'] }>({
    schema: signatures,
    defaultValues: { tutor: false, intern: false },
    submit: (signing) => signRegister(id, sheet.month, sheet.version, signing),
    guard: false,
    onDone: async ({ state }) => {
      toast.done(t(`register.sign.done.${state}`));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t('register.sign.title')} onClose={onClose}>
      <p>{t('register.sign.text')}</p>
      <Form form={form} submitLabel={t('register.sign.confirm')} onCancel={onClose} keptNote={false}>
        {!sheet.tutor && <CheckField name="tutor" label={t('register.sign.tutor', { name: sheet.hostTutor })} />}
        {!sheet.intern && <CheckField name="intern" label={t('register.sign.intern')} />}
      </Form>
    </Dialog>
  );
}

const scan = z.object({ file: z.custom<File | null>().pipe(z.custom<File>((value) => value instanceof File)) });

/** Both signed on the printed sheet: its scan closes the month. */
export function PaperDialog({ id, sheet, onClose }: { id: string; sheet: RegisterSheet; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof scan>, z.output<typeof scan>>({
    schema: scan,
    defaultValues: { file: null },
    submit: ({ file }) => uploadScan(id, sheet.month, sheet.version, file),
    guard: false,
    onDone: async () => {
      toast.done(t('register.sign.done.closed'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t('register.paper.title')} onClose={onClose}>
      <p>{t('register.paper.text')}</p>
      <Form form={form} submitLabel={t('register.paper.confirm')} onCancel={onClose} keptNote={false}>
        <FileField name="file" label={t('register.paper.file')} required accept=".pdf,.jpg,.jpeg,.png" maxBytes={10 * 1024 * 1024} />
      </Form>
    </Dialog>
  );
}

const reopening = z.object({ reason: text.required(1000) });

export function ReopenDialog({ id, sheet, onClose }: { id: string; sheet: RegisterSheet; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof reopening>, z.output<typeof reopening>>({
    schema: reopening,
    defaultValues: { reason: '' },
    submit: ({ reason }) => reopenRegister(id, sheet.month, sheet.version, reason),
    guard: false,
    onDone: async () => {
      toast.done(t('register.reopen.done'));
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog open title={t('register.reopen.title')} onClose={onClose}>
      <p>{t('register.reopen.text')}</p>
      <Form form={form} submitLabel={t('register.reopen.action')} onCancel={onClose}>
        <TextArea name="reason" label={t('reason')} required rows={3} maxLength={1000} />
      </Form>
    </Dialog>
  );
}
