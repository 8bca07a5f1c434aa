import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/DataTable';
import type { List } from '../../components/useList';
import { DateText } from '../../components/values';
import type { EditionRow } from './api/editions';
import { EditionChip, PlacesText } from './states';

/** Editions, in their own list and on the page of their course (then without its title). */
export function EditionTable({ list, ofCourse, empty, onClearFilters }: {
  list: List<EditionRow>;
  ofCourse?: boolean;
  empty: { title: string; text?: ReactNode; action?: ReactNode };
  onClearFilters?: () => void;
}) {
  const { t } = useTranslation('training');
  const columns: (Column<EditionRow> | false)[] = [
    { key: 'code', header: ofCourse ? t('edition.code') : t('course.one'), cell: (edition) => (ofCourse ? edition.code : edition.courseTitle) },
    !ofCourse && { key: 'short', header: t('edition.code'), cell: (edition) => edition.code },
    { key: 'starts', header: t('edition.startsOn'), cell: (edition) => <DateText value={edition.startsOn} short /> },
    { key: 'place', header: t('edition.place'), wideOnly: true, cell: (edition) => edition.place.municipalityName },
    { key: 'trainer', header: t('edition.trainer'), wideOnly: true, cell: (edition) => edition.trainerName ?? <span className="muted">{t('toAssign')}</span> },
    { key: 'places', header: t('edition.places'), cell: (edition) => <PlacesText taken={edition.counts.confirmed} places={edition.places} /> },
    { key: 'state', header: t('edition.state'), cell: (edition) => <EditionChip state={edition.state} /> },
  ];
  return (
    <DataTable
      label={t('editions.title')}
      list={list}
      rowKey={(edition) => edition.id}
      rowLink={(edition) => `/training/editions/${edition.id}`}
      columns={columns.filter((column) => column !== false)}
      empty={empty}
      onClearFilters={onClearFilters}
    />
  );
}
