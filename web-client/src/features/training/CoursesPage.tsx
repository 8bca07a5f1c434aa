import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { useListState } from '../../components/useListState';
import { number } from '../../lib/format';
import { topics, useCourses, type CourseTopic } from './api/courses';
import { TrainingTabs } from './TrainingTabs';

export function CoursesPage() {
  const { t } = useTranslation('training');
  const canWrite = useRight('training:write');
  const state = useListState<'topic'>({ filters: ['topic'] });
  const topic = topics.find((one) => one === state.filters.topic);
  const list = useCourses({ q: state.q || undefined, topic });
  const add = canWrite && (
    <ButtonLink to="/training/courses/new" look="fill" icon="plus">
      {t('courses.add')}
    </ButtonLink>
  );
  const topicName = (value: CourseTopic) => t(`topic.${value}`);
  return (
    <Page title={t('courses.title')} count={list.total} actions={add}>
      <TrainingTabs />
      <ListBar>
        <SearchBox label={t('courses.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('course.topic')} value={topic} options={topics.map((value) => ({ value, label: topicName(value) }))} onChange={(value) => state.setFilter('topic', value)} />
      </ListBar>
      <FilterChips
        text={{ name: t('courses.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          topic && { key: 'topic', label: topicName(topic), name: t('course.topic'), onRemove: () => state.setFilter('topic', undefined) },
        ]}
      />
      <DataTable
        label={t('courses.title')}
        list={list}
        rowKey={(course) => course.id}
        rowLink={(course) => `/training/courses/${course.id}`}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('courses.empty'), text: t('courses.emptyText'), action: add || undefined }}
        columns={[
          { key: 'title', header: t('course.title'), cell: (course) => course.title },
          { key: 'topic', header: t('course.topic'), cell: (course) => topicName(course.topic) },
          { key: 'hours', header: t('course.plannedHours'), align: 'end', cell: (course) => <span className="number">{number(course.plannedHours)}</span> },
          { key: 'certificate', header: t('course.certificate'), wideOnly: true, cell: (course) => course.certificate ?? <span className="muted">{t('none')}</span> },
          { key: 'editions', header: t('course.editions'), align: 'end', cell: (course) => <span className="number">{number(course.editions)}</span> },
        ]}
      />
    </Page>
  );
}
