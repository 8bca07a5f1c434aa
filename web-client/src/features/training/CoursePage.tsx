import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { KeyValue } from '../../components/values';
import { number } from '../../lib/format';
import { useCourse } from './api/courses';
import { useEditions } from './api/editions';
import { EditionTable } from './EditionTable';

export function CoursePage() {
  const { t } = useTranslation('training');
  const { courseId = '' } = useParams();
  const canWrite = useRight('training:write');
  const query = useCourse(courseId);
  const editions = useEditions({ course: courseId });
  const add = canWrite && (
    <ButtonLink to={`/training/courses/${courseId}/editions/new`} look="fill" icon="plus">
      {t('edition.add')}
    </ButtonLink>
  );
  return (
    <Page
      title={query.data?.title ?? t('course.one')}
      back={{ to: '/training', label: t('courses.title') }}
      subtitle={query.data && t(`topic.${query.data.topic}`)}
      actions={
        canWrite && (
          <>
            {add}
            <ButtonLink to="edit" look="quiet" icon="pencil">
              {t('edit')}
            </ButtonLink>
          </>
        )
      }
    >
      <Loaded query={query}>
        {(course) => (
          <>
            <SectionCard title={t('course.about')}>
              {course.description && <p className="pre-line">{course.description}</p>}
              <KeyValue
                items={[
                  { label: t('course.plannedHours'), value: number(course.plannedHours) },
                  { label: t('course.certificate'), value: course.certificate },
                ]}
              />
            </SectionCard>
            <h2 className="section-title">{t('editions.title')}</h2>
            <EditionTable ofCourse list={editions} empty={{ title: t('editions.none'), text: t('editions.noneText'), action: add || undefined }} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
