import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Form, NumberField, SelectField, TextArea, TextField, amount, choice, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { readCourse, topics, useCourse, useSaveCourse, type Course } from './api/courses';

const schema = z.object({
  title: text.required(200),
  topic: choice.required(topics),
  description: text.optional(4000),
  plannedHours: amount.required({ min: 1, max: 2000 }),
  certificate: text.optional(200),
});

type Values = z.input<typeof schema>;

const valuesOf = (course?: Course): Values => ({
  title: course?.title ?? '',
  topic: course?.topic ?? '',
  description: course?.description ?? '',
  plannedHours: course?.plannedHours ?? null,
  certificate: course?.certificate ?? '',
});

export function NewCoursePage() {
  const { t } = useTranslation('training');
  return (
    <Page title={t('courses.add')} width="form" back={{ to: '/training', label: t('courses.title') }}>
      <CourseForm />
    </Page>
  );
}

export function EditCoursePage() {
  const { t } = useTranslation('training');
  const { courseId = '' } = useParams();
  const query = useCourse(courseId);
  return (
    <Page title={t('course.edit')} width="form" back={{ to: `/training/courses/${courseId}`, label: query.data?.title ?? t('course.one') }}>
      <Loaded query={query}>{(course) => <CourseForm course={course} />}</Loaded>
    </Page>
  );
}

function CourseForm({ course }: { course?: Course }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const toast = useToast();
  const save = useSaveCourse();
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(course),
    version: course?.version,
    reload: course && (async () => readCourse(course.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: (values, version) => save.mutateAsync({ id: course?.id, version, form: values }),
    onDone: (id) => {
      toast.done(t('saved'));
      void navigate(`/training/courses/${id}`, { replace: true });
    },
  });
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t(course ? 'save' : 'courses.add')} onCancel={() => void navigate(-1)}>
        <TextField name="title" label={t('course.title')} required autoFocus={!course} />
        <SelectField name="topic" label={t('course.topic')} required options={topics.map((value) => ({ value, label: t(`topic.${value}`) }))} />
        <NumberField name="plannedHours" label={t('course.plannedHours')} required />
        <TextField name="certificate" label={t('course.certificate')} help={t('course.certificateHelp')} />
        <TextArea name="description" label={t('course.description')} help={t('course.descriptionHelp')} rows={5} />
      </Form>
    </div>
  );
}
