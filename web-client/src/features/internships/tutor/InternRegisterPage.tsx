import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import * as z from 'zod';
import { Form, text, TextField, useApiForm } from '../../../components/form';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { capital } from '../../../lib/capital';
import { monthName } from '../../../lib/format';
import { useInternRegister, useSignInternRegister, type TutorRegister } from '../api/tutors';
import { LinkedPage, useRegisterWords } from '../LinkedPage';
import { LockedDays } from './TutorRegisterPage';

/** For the intern: no account, on a phone. One month to read, then the signature. */
export function InternRegisterPage() {
  const { t } = useTranslation('internships');
  const { code = '' } = useParams();
  return (
    <LinkedPage title={t('internPage.title')} said={useRegisterWords()} query={useInternRegister(code)}>
      {(record, onSigned) => <Register record={record} code={code} onSigned={onSigned} />}
    </LinkedPage>
  );
}

const schema = z.object({ name: text.required(120) });

function Register({ record, code, onSigned }: { record: TutorRegister; code: string; onSigned: () => void }) {
  const { t } = useTranslation('internships');
  const { sheet } = record;
  const sign = useSignInternRegister();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { name: '' },
    submit: ({ name }) => sign.mutateAsync({ code, name, version: sheet.version }),
    guard: false,
    onDone: onSigned,
  });
  return (
    <>
      <p className="sub">
        <b>
          {capital(monthName(sheet.month))} · {record.personName}
        </b>
        <br />
        {record.companyName}
      </p>
      <p>{t('internPage.lead', { service: record.serviceName })}</p>
      <LockedDays sheet={sheet} />
      {sheet.state === 'closed' || sheet.intern ? (
        <Notice tone="ok" title={t('tutorPage.closedTitle')}>
          {t('tutorPage.closedText')}
        </Notice>
      ) : (
        <SectionCard title={t('tutorPage.signTitle')}>
          <p>{t('internPage.signText')}</p>
          <Form form={form} submitLabel={t('tutorPage.sign')} keptNote={false}>
            <TextField name="name" label={t('tutorPage.name')} required maxLength={120} autoComplete="name" />
          </Form>
        </SectionCard>
      )}
    </>
  );
}
