import { useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CheckField, CheckGroup, Form, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { shortDate } from '../../lib/format';
import { saveCv, useCvMaterial, type CvDraft, type CvMaterial } from './api/cvs';
import { usePath, useRefresh } from './api/paths';

const schema = z.object({
  headline: text.optional(120),
  profile: text.optional(1500),
  contacts: z.array(z.string()),
  experienceIds: z.array(z.string()),
  internshipIds: z.array(z.string()),
  courseIds: z.array(z.string()),
  skills: z.array(z.string()),
  parts: z.array(z.string()),
  educationText: text.optional(300),
  availability: text.optional(300),
  showTargetedPlacement: z.boolean(),
  targetedPlacementAsked: z.boolean(),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

/** The last version to go on from; at first everything that can be shown is. */
function inputOf(material: CvMaterial): Input {
  const last = material.last;
  const ids = (choices: CvMaterial['experiences']) => choices.filter((one) => !one.sensitive).map((one) => one.id);
  const kept = (choices: CvMaterial['experiences'], chosen: string[] | null | undefined) => (chosen ?? []).filter((id) => choices.some((one) => one.id === id));
  const flags = (...pairs: [string, boolean | undefined][]) => pairs.filter(([, on]) => on).map(([key]) => key);
  return {
    headline: last?.headline ?? '',
    profile: last?.profile ?? '',
    contacts: last
      ? flags(['phone', last.showPhone], ['email', last.showEmail], ['municipality', last.showMunicipality], ['birthDate', last.showBirthDate], ['citizenship', last.showCitizenship])
      : flags(['phone', material.hasPhone], ['email', material.hasEmail], ['municipality', !!material.municipality]),
    experienceIds: last ? kept(material.experiences, last.experienceIds) : ids(material.experiences),
    internshipIds: last ? kept(material.internships, last.internshipIds) : ids(material.internships),
    courseIds: last ? kept(material.courses, last.courseIds) : ids(material.courses),
    skills: last ? (last.skills ?? []).filter((skill) => material.skills.includes(skill)) : material.skills,
    parts: last ? flags(['education', last.showEducation], ['languages', last.showLanguages], ['licences', last.showLicences]) : ['education', 'languages', 'licences'],
    educationText: last?.educationText ?? '',
    availability: last?.availability ?? '',
    showTargetedPlacement: last?.showTargetedPlacement ?? false,
    targetedPlacementAsked: last?.targetedPlacementAsked ?? false,
  };
}

const draftOf = ({ contacts, parts, ...values }: Output): CvDraft => ({
  ...values,
  showPhone: contacts.includes('phone'),
  showEmail: contacts.includes('email'),
  showMunicipality: contacts.includes('municipality'),
  showBirthDate: contacts.includes('birthDate'),
  showCitizenship: contacts.includes('citizenship'),
  showEducation: parts.includes('education'),
  showLanguages: parts.includes('languages'),
  showLicences: parts.includes('licences'),
});

/** What of the file the curriculum shows, a headline and a profile; each saving is a version. */
export function CvPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const path = usePath(id);
  const query = useCvMaterial(id);
  return (
    <Page title={t('cv.write')} width="form" subtitle={path.data?.displayName} back={{ to: `/job-search/${id}`, label: t('path') }}>
      <Loaded query={query} lines={8}>
        {(material) => <CvForm id={id} material={material} />}
      </Loaded>
    </Page>
  );
}

function CvForm({ id, material }: { id: string; material: CvMaterial }) {
  const { t } = useTranslation('job-search');
  const navigate = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<Input, Output, { number: number | string }>({
    schema,
    defaultValues: inputOf(material),
    submit: (values) => saveCv(id, draftOf(values)),
    onDone: async ({ number }) => {
      toast.done(t('cv.saved', { number: Number(number) }));
      await refresh();
      void navigate(`/job-search/${id}`, { replace: true });
    },
  });
  const optionsOf = (choices: CvMaterial['experiences']) =>
    choices.map((one) => ({
      value: one.id,
      label: [one.title, one.detail].filter(Boolean).join(' · '),
      help: one.sensitive ? t('cv.sensitive') : [one.fromOn && shortDate(one.fromOn), one.toOn && shortDate(one.toOn)].filter(Boolean).join(' – '),
    }));
  const contacts = [
    material.hasPhone && { value: 'phone', label: t('cv.phone') },
    material.hasEmail && { value: 'email', label: t(material.hasMailbox ? 'cv.emailOfMailbox' : 'cv.email') },
    material.municipality && { value: 'municipality', label: material.municipality },
    { value: 'birthDate', label: t('cv.birthDate') },
    { value: 'citizenship', label: t('cv.citizenship') },
  ].filter((one) => !!one);
  const parts = [
    { value: 'education', label: t('cv.education'), help: material.education ?? undefined },
    material.languages.length > 0 && { value: 'languages', label: t('cv.languages'), help: material.languages.join(', ') },
    material.licences.length > 0 && { value: 'licences', label: t('cv.licences'), help: material.licences.join(', ') },
  ].filter((one) => !!one);
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t('cv.save')} onCancel={() => void navigate(-1)}>
        <Notice>{t('cv.rule')}</Notice>
        <TextField name="headline" label={t('cv.headline')} help={t('cv.headlineHelp')} width="full" autoComplete="off" />
        <TextArea name="profile" label={t('cv.profile')} help={t('cv.profileHelp')} rows={4} />
        <CheckGroup name="contacts" label={t('cv.contacts')} options={contacts} />
        {material.experiences.length > 0 && <CheckGroup name="experienceIds" label={t('cv.experiences')} options={optionsOf(material.experiences)} />}
        {material.internships.length > 0 && <CheckGroup name="internshipIds" label={t('cv.internships')} help={t('cv.internshipsHelp')} options={optionsOf(material.internships)} />}
        {material.courses.length > 0 && <CheckGroup name="courseIds" label={t('cv.courses')} options={optionsOf(material.courses)} />}
        {material.skills.length > 0 && <CheckGroup name="skills" label={t('cv.skills')} options={material.skills.map((skill) => ({ value: skill, label: skill }))} />}
        <CheckGroup name="parts" label={t('cv.parts')} options={parts} />
        <TextField name="educationText" label={t('cv.educationText')} help={t('cv.educationTextHelp')} width="full" autoComplete="off" />
        <TextField name="availability" label={t('cv.availability')} help={t('cv.availabilityHelp')} width="full" autoComplete="off" />
        {material.targetedPlacement && <TargetedPlacement />}
      </Form>
    </div>
  );
}

function TargetedPlacement() {
  const { t } = useTranslation('job-search');
  const shown = useWatch<Input, 'showTargetedPlacement'>({ name: 'showTargetedPlacement' });
  return (
    <>
      <CheckField name="showTargetedPlacement" label={t('cv.targetedPlacement')} help={t('cv.targetedPlacementHelp')} />
      {shown && <CheckField name="targetedPlacementAsked" label={t('cv.targetedPlacementAsked')} />}
    </>
  );
}
