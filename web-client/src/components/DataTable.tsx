import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { classes } from '../lib/classes';
import { Button } from './Button';
import { EmptyState, ErrorState } from './states';
import { Icon } from './Icon';
import { ListFoot } from './ListFoot';
import { BulkBar, SelectAll, SelectRow, type Selection } from './selection';
import type { List } from './useList';
import { InTable } from './values';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The name that the API sorts by; `-name` is descending. */
  sort?: string;
  align?: 'end';
  /** Left out of the card on a phone. */
  wideOnly?: boolean;
  width?: string;
}

export interface DataTableProps<Row> {
  /** What the rows are: read aloud as the table's name. */
  label: string;
  /** The first column names the row: it is the link, and the title of the card on a phone. At most seven in all. */
  columns: Column<Row>[];
  list: List<Row>;
  rowKey: (row: Row) => string;
  rowLink?: (row: Row) => string;
  sort?: { value: string | undefined; onChange: (sort: string) => void };
  selection?: Selection;
  /** Buttons of the bar that opens when rows are chosen. */
  bulkActions?: ReactNode;
  empty: { title: string; text?: ReactNode; action?: ReactNode };
  /** Set when text or filters are on: then "nothing found" and a way back replace the empty state. */
  onClearFilters?: () => void;
}

/** The list of a page: server paging, order, choice of rows; cards under 768 px. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, list, rowKey, selection, bulkActions, empty, onClearFilters } = props;
  const { t } = useTranslation('common');
  const table = useRef<HTMLTableElement>(null);

  if (list.error && list.rows.length === 0) {
    return (
      <div className="card0">
        <ErrorState error={list.error} onRetry={list.refetch} />
      </div>
    );
  }
  if (!list.isPending && list.rows.length === 0) {
    return (
      <div className="card0">
        {onClearFilters ? (
          <EmptyState icon="search" title={t('table.nothingFound')} text={t('table.nothingFoundText')} action={<Button onClick={onClearFilters}>{t('table.clearFilters')}</Button>} />
        ) : (
          <EmptyState icon="inbox" {...empty} />
        )}
      </div>
    );
  }

  return (
    <div className="table-frame">
      <div className={classes('card0', 'table-card', list.isStale && 'stale')} aria-busy={list.isPending || list.isStale}>
        <table ref={table} className="data" role="table" aria-label={label} onKeyDown={(event) => moveBetweenRows(event, table.current)}>
          <Head {...props} />
          <tbody role="rowgroup">
            <InTable value>{list.isPending ? <SkeletonRows columns={columns.length + (selection ? 1 : 0)} /> : list.rows.map((row) => <Row key={rowKey(row)} row={row} {...props} />)}</InTable>
          </tbody>
        </table>
        {list.isPending && <span className="visually-hidden" role="status">{t('loading')}</span>}
      </div>
      {selection && <BulkBar selection={selection} total={list.total}>{bulkActions}</BulkBar>}
      {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : <ListFoot list={list} />}
    </div>
  );
}

function Head<Row>({ columns, list, rowKey, sort, selection, label }: DataTableProps<Row>) {
  const { t } = useTranslation('common');
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selection && (
          <th role="columnheader" className="check" scope="col">
            <SelectAll selection={selection} keys={list.rows.map(rowKey)} label={t('table.selectAll', { label })} />
          </th>
        )}
        {columns.map((column) => {
          const order = sort && column.sort && (sort.value === column.sort ? 'ascending' : sort.value === `-${column.sort}` ? 'descending' : 'none');
          return (
            <th key={column.key} role="columnheader" scope="col" style={{ width: column.width }} className={classes(column.align)} aria-sort={order && order !== 'none' ? order : undefined}>
              {sort && column.sort ? (
                <button type="button" onClick={() => sort.onChange(order === 'ascending' ? `-${column.sort}` : column.sort!)}>
                  {column.header}
                  <Icon name={order === 'descending' ? 'arrow-down' : 'arrow-up'} className={order === 'none' ? 'unsorted' : ''} />
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Row<Row>({ row, columns, rowKey, rowLink, selection }: DataTableProps<Row> & { row: Row }) {
  const navigate = useNavigate();
  const link = rowLink?.(row);
  const key = rowKey(row);
  const openRow = (event: MouseEvent) => {
    // A link, a button or a piece of text that is being copied keeps its own meaning.
    if (!link || (event.target as HTMLElement).closest('a,button,input,label') || window.getSelection()?.toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(link, '_blank', 'noopener');
    else void navigate(link);
  };
  return (
    <tr role="row" className={classes(link && 'opens', selection?.keys.has(key) && 'chosen')} onClick={openRow}>
      {selection && (
        <td role="cell" className="check">
          <SelectRow selection={selection} rowKey={key} />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.key}
          role="cell"
          data-label={column.header}
          className={classes(index === 0 && 'first', column.align, column.wideOnly && 'wide-only')}
        >
          {index === 0 && link ? (
            <Link to={link} data-row-link id={`row-${key}`}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

function SkeletonRows({ columns }: { columns: number }) {
  return Array.from({ length: 6 }, (_, row) => (
    <tr key={row} role="row" className="skeleton" aria-hidden="true">
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} role="cell">
          <i style={{ width: `${[80, 55, 65, 40][(row + column) % 4]}%` }} />
        </td>
      ))}
    </tr>
  ));
}

/** Arrow keys walk from name to name; Enter opens, as on every link. */
function moveBetweenRows(event: KeyboardEvent, table: HTMLTableElement | null) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...(table?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const at = links.indexOf(event.target as HTMLElement);
  const next = at < 0 ? undefined : links[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
