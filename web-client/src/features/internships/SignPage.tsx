import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { Form, text, TextField, useApiForm } from '../../components/form';
import { SectionCard } from '../../components/SectionCard';
import { useToast } from '../../components/Toast';
import { KeyValue } from '../../components/values';
import { longDate } from '../../lib/format';
import { savePaperToSign, useProjectToSign, useSignProject, type ProjectToSign } from './api/signatures';
import { LinkedPage } from './LinkedPage';
import { aWeek } from './week-hours';
import { hoursText } from './week-hours';

/** For whoever was sent a link: no account, on a phone. Reading signs nothing; one signs with one's own name. */
export function SignPage() {
  const { t } = useTranslation('internships');
  const { code = '' } = useParams();
  const said = { goneTitle: t('sign.goneTitle'), goneText: t('sign.goneText'), doneTitle: t('sign.doneTitle'), doneText: t('sign.doneText') };
  return (
    <LinkedPage title={t('sign.title')} said={said} query={useProjectToSign(code)}>
      {(project, onDone) => <Project project={project} code={code} onDone={onDone} />}
    </LinkedPage>
  );
}

const schema = z.object({ name: text.required(120) });

function Project({ project, code, onDone }: { project: ProjectToSign; code: string; onDone: () => void }) {
  const { t } = useTranslation('internships');
  const { t: common } = useTranslation('common');
  const sign = useSignProject();
  const toast = useToast();
  const [reading, setReading] = useState(false);
  const read = async () => {
    setReading(true);
    try {
      await savePaperToSign(code, t('sign.paperName'));
    } catch (error) {
      toast.failed(error);
    } finally {
      setReading(false);
    }
  };
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { name: '' },
    submit: ({ name }) => sign.mutateAsync({ code, name }),
    guard: false,
    onDone,
  });
  return (
    <>
      <p className="sub">{t('sign.lead', { service: project.serviceName })}</p>
      <SectionCard title={t('plan')}>
        <KeyValue
          items={[
            { label: t('person'), value: project.personName },
            { label: t('company'), value: project.companyName },
            !!project.workplace && { label: t('workplace'), value: project.workplace },
            { label: t('dates'), value: `${longDate(project.startsOn)} – ${longDate(project.endsOn)}` },
            { label: t('weeklyHours'), value: aWeek(project.weeklyHours, t) },
            !!project.hours?.length && { label: t('hoursField.label'), value: hoursText(project.hours, (key) => common(key)) },
            { label: t('duties'), value: project.duties },
            { label: t('objectives'), value: project.objectives },
            { label: t('hostTutor'), value: project.hostTutor },
            !!project.promoterTutor && { label: t('promoterTutor'), value: project.promoterTutor },
          ]}
        />
      </SectionCard>
      {project.hasPaper && (
        <p>
          <Button look="outline" icon="file" busy={reading} onClick={() => void read()}>
            {t('sign.paper')}
          </Button>{' '}
          <span className="muted">{t('sign.paperHelp')}</span>
        </p>
      )}
      <SectionCard title={t(`sign.as.${project.signer}`)}>
        <p>{t('sign.text')}</p>
        <Form form={form} submitLabel={t('sign.action')}>
          <TextField name="name" label={t('sign.name')} required maxLength={120} autoComplete="name" />
        </Form>
      </SectionCard>
    </>
  );
}
